// The one version that a project's own file names.
import { parse } from 'smol-toml'

/** How much of a foreign text an error repeats, in characters. */
const EXCERPT_LENGTH = 60
const MAX_VERSION_LENGTH = 100
const TOOL = 'kubectl'
/**
 * Repositories that Kubernetes publishes from its own tree, v0.N.P for its v1.N.P
 * (kubernetes/kubernetes staging/publishing/rules.yaml).
 */
const STAGING = new Set(
  (
    'api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider cluster-bootstrap ' +
    'code-generator component-base component-helpers controller-manager cri-api cri-client csi-translation-lib ' +
    'dynamic-resource-allocation endpointslice externaljwt kms kube-aggregator kube-controller-manager kube-proxy ' +
    'kube-scheduler kubectl kubelet metrics mount-utils pod-security-admission sample-apiserver sample-cli-plugin ' +
    'sample-controller'
  )
    .split(' ')
    .map((name) => `k8s.io/${name}`),
)

type Found = { readonly text: string; readonly detail: string } | { readonly error: string }

/**
 * Reads a version as the user wrote it; whether it is one is for the caller to say.
 * @param fileName decides on the form
 */
export function parseVersionFile(fileName: string, content: string): Found {
  const text = content.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  if (fileName === '.tool-versions') return readToolVersions(text)
  if (fileName.endsWith('.toml')) return readToml(fileName, text)
  if (fileName === 'go.mod') return readGoMod(text)
  return readPlain(fileName, text)
}

function readPlain(fileName: string, text: string): Found {
  const [version, ...others] = linesOf(text)
  if (version === undefined) return { error: `${fileName} names no version` }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (others.length > 0 || version.length > MAX_VERSION_LENGTH || /[\u0000-\u001f<]/.test(version)) {
    return {
      error: `${fileName} holds more than a version: "${excerpt(text)}"; allowed: one line with one version`,
    }
  }
  return { text: version, detail: fileName }
}

/** asdf: a tool and its version per line. */
function readToolVersions(text: string): Found {
  const rows = linesOf(text)
    .map((line) =>
      line
        .replace(/\s#.*$/, '')
        .trim()
        .split(/\s+/),
    )
    .filter(([tool]) => tool === TOOL)
  const [row, ...others] = rows
  if (row === undefined) return { error: `.tool-versions has no line for ${TOOL}; allowed: "${TOOL} 1.35.2"` }
  const [, version, ...fallbacks] = row
  if (
    others.length > 0 ||
    version === undefined ||
    fallbacks.length > 0 ||
    /^(?:ref|path):|^system$/.test(version)
  ) {
    return {
      error: `.tool-versions names no single version: "${excerpt(row.join(' '))}"; allowed: "${TOOL} 1.35.2"`,
    }
  }
  return { text: version, detail: `${TOOL} in .tool-versions` }
}

/** mise: [tools] with a version, a table with one, or a list of one. */
function readToml(fileName: string, text: string): Found {
  const allowed = `allowed: [tools] with ${TOOL} = "1.35.2"`
  let tools: unknown
  try {
    tools = parse(text)['tools']
  } catch {
    return { error: `${fileName} is no TOML: "${excerpt(text)}"` }
  }
  const found = Object.entries(tools ?? {}).filter(([key]) => /(?:^|[:/])kubectl$/.test(key))
  const [[key, value] = ['', undefined], ...others] = found
  const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  const version =
    typeof single === 'object' && single !== null ? (single as { version?: unknown }).version : single
  if (others.length > 0 || typeof version !== 'string' || version === '') {
    return { error: `${fileName} names no single version of ${TOOL}; ${allowed}` }
  }
  return { text: version, detail: `${key} in ${fileName}` }
}

interface Requirement {
  readonly module: string
  readonly version: string
  readonly isIndirect: boolean
}

/** No library for go.mod is worth its weight: the lines that count have one form. */
function readGoMod(text: string): Found {
  const required = requirementsOf(text)
  const direct = required.filter(({ isIndirect }) => !isIndirect)
  const [first, ...others] = direct.length > 0 ? direct : required
  if (first === undefined) {
    return { error: 'go.mod requires no module of Kubernetes; allowed: k8s.io/client-go and the like' }
  }
  const other = others.find(({ version }) => toRelease(version) !== toRelease(first.version))
  if (other !== undefined) {
    const modules = `${first.module} ${first.version} and ${other.module} ${other.version}`
    return { error: `go.mod requires modules of several releases: ${modules}; allowed: one release` }
  }
  const release = toRelease(first.version)
  if (release === undefined) {
    return { error: `go.mod requires ${first.module} ${excerpt(first.version)}, which is of no release` }
  }
  return { text: release, detail: `${first.module} ${first.version} in go.mod` }
}

function requirementsOf(text: string): Requirement[] {
  const requirements: Requirement[] = []
  const replaced = new Map<string, string>()
  let block = ''
  for (const line of text.split('\n')) {
    const [code = '', comment = ''] = line.split('//', 2)
    const words = code.trim().split(/\s+/)
    const opening = /^\s*(\w+)\s*\(\s*$/.exec(code)?.[1]
    if (opening !== undefined) block = opening
    else if (code.trim() === ')') block = ''
    else {
      const [verb, ...rest] = block === '' ? words : [block, ...words]
      const [module = '', version = ''] = rest
      const isOurs = STAGING.has(module) || module === 'k8s.io/kubernetes'
      if (verb === 'require' && isOurs) {
        requirements.push({ module, version, isIndirect: comment.trim() === 'indirect' })
      } else if (verb === 'replace' && isOurs) {
        const [target, pinned] = rest.slice(rest.indexOf('=>') + 1)
        if (target === module && pinned !== undefined) replaced.set(module, pinned)
      }
    }
  }
  return requirements.map((each) => ({ ...each, version: replaced.get(each.module) ?? each.version }))
}

/** v0.35.2 of a staging module, or v1.35.2 of Kubernetes itself; no pseudo-version. */
function toRelease(version: string): string | undefined {
  const [, rest] = /^v[01]\.(\d+\.\d+(?:-(?:alpha|beta|rc)\.\d+)?)$/.exec(version) ?? []
  return rest === undefined ? undefined : `v1.${rest}`
}

/** Without blank lines and comments. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function excerpt(text: string): string {
  return text.slice(0, EXCERPT_LENGTH)
}
