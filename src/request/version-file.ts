// The one version that a project's own file names. Whoever may change the
// project's files controls all of it: no form is trusted, what names two
// versions is refused and never chosen from, and what comes out is text that
// the caller still has to read as a version.
import { TomlError, parse } from 'smol-toml'
import { type FoundVersion, showVersions } from './versions.js'

/** In the files of asdf and mise this is the newest stable release; a release channel of this name has pre-releases. */
const NEWEST_OF_MANAGERS = 'latest'
const STABLE = 'stable'

const MAX_VERSION_LENGTH = 100

/** The tool whose version counts in a list of tools; asdf has had it under the second name, too. */
const TOOL = 'kubectl'
const TOOLS = [TOOL, 'kubernetes']
/** How mise's registry calls it. */
const KNOWN_KEY = /^(?:(?:aqua|asdf|vfox|ubi|github):)?(?:kubernetes\/){0,2}kubectl$/

const KUBERNETES = 'k8s.io/kubernetes'
/**
 * Modules that Kubernetes publishes from its own tree, v0.N.P for its v1.N.P: those that the go.mod of
 * k8s.io/kubernetes v1.22 to v1.36 takes from ./staging. klog, utils, kube-openapi and gengo go their own way.
 */
const STAGING = new Set(
  (
    'api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider cluster-bootstrap ' +
    'code-generator component-base component-helpers controller-manager cri-api cri-client cri-streaming ' +
    'csi-translation-lib dynamic-resource-allocation endpointslice externaljwt kms kube-aggregator ' +
    'kube-controller-manager kube-proxy kube-scheduler kubectl kubelet legacy-cloud-providers metrics mount-utils ' +
    'pod-security-admission sample-apiserver sample-cli-plugin sample-controller streaming'
  )
    .split(' ')
    .map((name) => `k8s.io/${name}`),
)
/** v0.35.2; not v0.0.0, which stands for whatever lies beside it. */
const RELEASE = /^v([01])\.([1-9]\d{0,4}\.\d{1,5}(?:-(?:alpha|beta|rc)\.\d{1,5})?)$/
const PSEUDO_VERSION = /[-.]\d{14}-[0-9a-z]+$/i

/** Control characters that no text file has. */
const UNTEXTUAL = /[^\P{Cc}\t\n]/u
/** A tag, comment or doctype; `<1.36` and `<v1.36` begin a range. */
const HTML = /^<[!?a-z][\w-]*[\s>]/i
/** ref:…, path:…, prefix:…, latest:… and system: what tool managers take beside versions. */
const MANAGER_FORM = /:|^system$/

/**
 * Reads a version as it is written in the file; whether it is one is for the caller to say.
 * @param fileName the base name, which decides on the form
 */
export function parseVersionFile(fileName: string, content: string): FoundVersion {
  // A byte order mark needs no care: trim() takes it for a blank, and TOML's parser skips it.
  const text = content.replaceAll('\r\n', '\n')
  if (fileName === '.tool-versions') return readToolVersions(text)
  if (fileName.endsWith('.toml')) return readToml(fileName, text)
  if (fileName === 'go.mod') return readGoMod(text)
  return readPlain(fileName, text)
}

function readPlain(fileName: string, text: string): FoundVersion {
  const allowed = 'allowed: one line with one version, beside blank lines and # comments'
  const refuse = (what: string): FoundVersion => ({
    error: `${fileName} holds more than a version: ${what}; ${allowed}`,
  })
  if (UNTEXTUAL.test(text)) return refuse('control characters')
  const [version, other] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (version === undefined) return { error: `${fileName} names no version; ${allowed}` }
  if (HTML.test(version)) return refuse('an HTML page')
  if (other !== undefined) return refuse(`"${showVersions(version)}" and "${showVersions(other)}"`)
  if (!isShortLine(version)) return refuse(`"${showVersions(version)}" with ${version.length} characters`)
  return { text: version, detail: fileName }
}

/** asdf: a tool and its version per line, then others to fall back to. */
function readToolVersions(text: string): FoundVersion {
  const rows = text.split('\n').map((line) => (line.split('#', 1)[0] ?? '').trim().split(/\s+/))
  const named = TOOLS.map((tool) => rows.filter(([name]) => name === tool)).find(({ length }) => length > 0)
  const [row, other] = named ?? []
  const allowed = `allowed: one line "${TOOL} 1.35.2"`
  if (row === undefined) return { error: `.tool-versions has no line for ${TOOL}; ${allowed}` }
  const [tool = '', version = '', ...fallbacks] = row
  const refuse = (what: string): FoundVersion => ({
    error: `.tool-versions names no single version of ${tool}: ${what}; ${allowed}`,
  })
  if (other !== undefined)
    return refuse(`"${showVersions(row.join(' '))}" and "${showVersions(other.join(' '))}"`)
  if (fallbacks.length > 0 || !isVersionLike(version)) return refuse(`"${showVersions(row.join(' '))}"`)
  return toManaged(version, tool, '.tool-versions')
}

/** mise: [tools] with a version, a table with one, or a list of one of these. */
function readToml(fileName: string, text: string): FoundVersion {
  const allowed = `allowed: [tools] with ${TOOL} = "1.35.2", { version = "1.35.2" } or a list of one`
  let tools: unknown
  try {
    tools = parse(text)['tools']
  } catch (thrown) {
    // The line is not quoted: such a file may hold secrets under [env].
    const place = thrown instanceof TomlError ? ` at line ${thrown.line}, column ${thrown.column}` : ''
    return { error: `${fileName} is no TOML${place}; ${allowed}` }
  }
  const refuse = (what: string): FoundVersion => ({
    error: `${fileName} names no single version of ${TOOL}: ${what}; ${allowed}`,
  })
  // mise takes a tool by its short name, or by backend: "aqua:kubernetes/kubectl".
  const [entry, other] = Object.entries((tools ?? {}) as Record<string, unknown>).filter(
    ([key]) => key.split(/[:/]/).at(-1) === TOOL,
  )
  if (entry === undefined) return refuse('[tools] does not have it')
  const [key, value] = entry
  if (other !== undefined) return refuse('two keys for it')
  const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (Array.isArray(single)) return refuse(`a list of ${single.length}`)
  const version = typeof single === 'object' && single && 'version' in single ? single.version : single
  // A number is not taken as text: 1.30 would come out as 1.3.
  if (typeof version !== 'string') return refuse(`its value has the type ${describeType(version)}`)
  if (!isVersionLike(version)) return refuse(`"${showVersions(version)}"`)
  return toManaged(version, KNOWN_KEY.test(key) ? key : TOOL, fileName)
}

/** A number has lost what YAML's would have lost, too. */
function describeType(value: unknown): string {
  return typeof value === 'number' ? 'number, in which 1.30 is 1.3: quote it' : typeof value
}

function toManaged(version: string, tool: string, fileName: string): FoundVersion {
  const isNewest = version === NEWEST_OF_MANAGERS
  return {
    text: isNewest ? STABLE : version,
    detail: `${tool}${isNewest ? ` ${version}` : ''} in ${fileName}`,
  }
}

interface Requirement {
  readonly module: string
  readonly version: string
  readonly isIndirect: boolean
}

function readGoMod(text: string): FoundVersion {
  const required = readRequirements(text)
  const direct = required.filter(({ isIndirect }) => !isIndirect)
  const counting = direct.length > 0 ? direct : required
  const [first] = counting
  if (first === undefined) {
    return { error: 'go.mod requires no module of Kubernetes; allowed: one like k8s.io/client-go v0.35.2' }
  }
  const unreleased = counting.find((each) => toRelease(each) === undefined)
  if (unreleased !== undefined) {
    const { module, version } = unreleased
    const what = PSEUDO_VERSION.test(version)
      ? 'a pseudo-version, a commit that is of no release'
      : 'of no release'
    return {
      error: `go.mod requires ${module} "${showVersions(version)}", ${what}; allowed: one like v0.35.2`,
    }
  }
  const release = toRelease(first) ?? ''
  const other = counting.find((each) => toRelease(each) !== release)
  if (other !== undefined) {
    const modules = `${first.module} ${first.version} and ${other.module} ${other.version}`
    return { error: `go.mod requires modules of several releases: ${modules}; allowed: one release` }
  }
  return { text: release, detail: `${first.module} ${first.version} in go.mod` }
}

/** v0.35.2 of a staging module, or v1.35.2 of Kubernetes itself. */
function toRelease({ module, version }: Requirement): string | undefined {
  const [, major, rest = ''] = RELEASE.exec(version) ?? []
  return major === (module === KUBERNETES ? '1' : '0') ? `v1.${rest}` : undefined
}

/** What go.mod requires of Kubernetes, at the versions that its replacements leave. */
function readRequirements(text: string): Requirement[] {
  const requirements: Requirement[] = []
  const replaced = new Map<string, string>()
  for (const { verb, module, rest, comment } of readDirectives(text)) {
    if (module !== KUBERNETES && !STAGING.has(module)) continue
    if (verb === 'require') {
      const isIndirect = /^\s*indirect\s*(?:;|$)/.test(comment)
      requirements.push({ module, version: rest.join(' '), isIndirect })
    } else if (verb === 'replace') {
      // MODULE [VERSION] => MODULE VERSION; a fork or a folder says nothing about the release.
      const arrow = rest.indexOf('=>')
      const [target, version] = rest.slice(arrow + 1)
      if (target !== module || version === undefined) continue
      const from = [module, ...rest.slice(0, arrow)].join(' ')
      const earlier = replaced.get(from)
      // Go refuses two for one, and so does toRelease.
      replaced.set(from, earlier === undefined || earlier === version ? version : `${earlier} and ${version}`)
    }
  }
  return requirements.map(({ module, version, isIndirect }) => ({
    module,
    version: replaced.get(`${module} ${version}`) ?? replaced.get(module) ?? version,
    isIndirect,
  }))
}

interface Directive {
  readonly verb: string
  readonly module: string
  readonly rest: readonly string[]
  readonly comment: string
}

/**
 * The lines of a go.mod, those of a block with the block's verb. A parser of our own, because those on npm weigh
 * more than these lines: Go's format has one directive a line, no nesting, and no comment but `//`.
 */
function* readDirectives(text: string): Generator<Directive> {
  let block: string | undefined
  for (const line of text.split('\n')) {
    const slashes = line.indexOf('//')
    const code = (slashes < 0 ? line : line.slice(0, slashes)).trim()
    const opened = /^(\w+)\s*\($/.exec(code)?.[1]
    if (opened !== undefined) block = opened
    else if (code === ')') block = undefined
    else if (code !== '') {
      const words = code.split(/\s+/).map((word) => word.replace(/^(["`])(.*)\1$/, '$2'))
      const [verb = '', module = '', ...rest] = block === undefined ? words : [block, ...words]
      yield { verb, module, rest, comment: slashes < 0 ? '' : line.slice(slashes + 2) }
    }
  }
}

function isShortLine(version: string): boolean {
  return version.length <= MAX_VERSION_LENGTH && !/\p{Cc}/u.test(version)
}

function isVersionLike(version: string): boolean {
  return version !== '' && isShortLine(version) && !MANAGER_FORM.test(version)
}
