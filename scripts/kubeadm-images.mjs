// Reads, from kubeadm's own sources, which pause, etcd and CoreDNS it uses in
// each release, and writes src/kubernetes/kubeadm-images.json. Go's client
// fetches the sources, and holds them against its checksum database.
//
//   node scripts/kubeadm-images.mjs MINOR…            prints as Markdown what is new; exits with 1 if anything is
//   node scripts/kubeadm-images.mjs --write MINOR…    writes it
//
// A module has 40 MB, so only some are read: a minor's first release and its
// last, and where those differ, by halves, what lies between. What the file
// has is not read again.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const DATA = resolve(import.meta.dirname, '../src/kubernetes/kubeadm-images.json')
const MODULE = 'k8s.io/kubernetes'
const SOURCE = 'cmd/kubeadm/app/constants/constants.go'
/** Ours, by kubeadm's name of the constant. */
const CONSTANTS = { PauseVersion: 'pause', DefaultEtcdVersion: 'etcd', CoreDNSVersion: 'coredns' }
/** No minor has had so many patches. */
const MAX_PATCH = 60
/** As many in a row mean that there are no more. */
const MAX_MISSING = 4

const args = process.argv.slice(2)
const isWriting = args[0] === '--write'
const minors = isWriting ? args.slice(1) : args
if (minors.length === 0 || !minors.every((minor) => /^1\.\d{2}$/.test(minor)))
  throw new Error('usage: node scripts/kubeadm-images.mjs [--write] MINOR…, such as 1.35')

const before = await readFile(DATA, 'utf8').then(JSON.parse, () => ({ releases: {} }))
const cache = await mkdtemp(join(tmpdir(), 'kubeadm-images-'))
const env = { ...process.env, GOMODCACHE: cache, GOFLAGS: '-modcacherw' }
try {
  const proposals = []
  const releases = { ...before.releases }
  for (const minor of minors) {
    const known = before.releases[minor] ?? []
    const found = await spansOf(minor, known)
    if (JSON.stringify(found) === JSON.stringify(known)) continue
    releases[minor] = found
    proposals.push(`kubeadm's images of ${minor}: \`${JSON.stringify({ [minor]: found })}\``)
  }
  for (const proposal of proposals) console.log(`- ${proposal}`)
  if (isWriting) await write(releases)
  else if (proposals.length === 0) console.log(`kubeadm's images are known of ${minors.join(', ')}.`)
  else process.exitCode = 1
} finally {
  await rm(cache, { recursive: true, force: true })
}

/** The spans of patches with the same images, oldest first. */
async function spansOf(minor, known) {
  const latest = known.at(-1)
  const patches = patchesOf(minor, latest?.to ?? 0)
  const first = latest === undefined ? await readFirst(minor, patches) : { at: 0, images: imagesIn(latest) }
  if (first === undefined) return known
  const rest = patches.slice(first.at)
  const last = await readFirst(minor, rest.slice(1).reverse())
  if (last === undefined) return known
  const spanned = rest.slice(0, rest.length - last.at)
  const [own, ...others] = await split(minor, spanned, [first.images, last.images])
  return [...known.slice(0, -1), { ...own, from: latest?.from ?? own.from }, ...others]
}

/**
 * From the first of the patches to the last, of which both are read: one span, or halves. What stands between
 * two that differ, and cannot be had, is in no span.
 */
async function split(minor, patches, [one, other]) {
  const [from, to] = [patches[0], patches.at(-1)]
  if (JSON.stringify(one) === JSON.stringify(other)) return [{ from, to, ...one }]
  const middle = Math.floor(patches.length / 2)
  const inner = patches
    .slice(1, -1)
    .sort((a, b) => distance(a, patches[middle]) - distance(b, patches[middle]))
  const read = await readFirst(minor, inner)
  if (read === undefined) return [{ from, to: from, ...one }, { from: to, to, ...other }] // prettier-ignore
  const at = patches.indexOf(inner[read.at])
  const before = await split(minor, patches.slice(0, at + 1), [one, read.images])
  const after = await split(minor, patches.slice(at), [read.images, other])
  // Both have the one in the middle.
  const joint = { ...before.at(-1), to: after[0].to }
  return [...before.slice(0, -1), joint, ...after.slice(1)]
}

function distance(a, b) {
  return Math.abs(a - b)
}

/** The first of the patches whose sources can be had, with its place among them; a mirror may know of one and not have it. */
async function readFirst(minor, patches) {
  for (const [at, patch] of patches.entries()) {
    const images = await imagesOf(`v${minor}.${patch}`)
    if (images !== undefined) return { at, images }
  }
  return undefined
}

/** The patches that can be had, from one on. Kubernetes numbers them without a gap; a mirror of Go's proxy may have some. */
function patchesOf(minor, from) {
  const patches = []
  let missing = 0
  for (let patch = from; patch <= MAX_PATCH && missing < MAX_MISSING; patch++) {
    if (exists(`v${minor}.${patch}`)) patches.push(patch)
    missing = patches.at(-1) === patch ? 0 : missing + 1
  }
  return patches
}

function exists(version) {
  return orAbsent(() => go('list', '-m', `${MODULE}@${version}`)) !== undefined
}

/** Undefined where the module cannot be had. */
function orAbsent(run) {
  try {
    return run()
  } catch (error) {
    // Of a download Go gives the reason as JSON on its standard output.
    if (/not available|not found|unknown revision/.test(String(error.stderr) + String(error.stdout)))
      return undefined
    throw error
  }
}

async function imagesOf(version) {
  const answer = orAbsent(() => go('mod', 'download', '-json', `${MODULE}@${version}`))
  if (answer === undefined) return undefined
  const { Dir } = JSON.parse(answer)
  const text = await readFile(join(Dir, SOURCE), 'utf8')
  await rm(cache, { recursive: true })
  return Object.fromEntries(
    Object.entries(CONSTANTS).map(([constant, name]) => {
      const values = [...text.matchAll(new RegExp(`^\\s*${constant}\\s*=\\s*"([\\w.-]+)"$`, 'gm'))]
      if (values.length !== 1)
        throw new Error(`${version}: ${constant} stands ${values.length} times in ${SOURCE}`)
      return [name, values[0][1]]
    }),
  )
}

function imagesIn({ pause, etcd, coredns }) {
  return { pause, etcd, coredns }
}

function go(...args) {
  return execFileSync('go', args, { encoding: 'utf8', cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function write(releases) {
  const sorted = Object.fromEntries(
    Object.entries(releases).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  )
  const source = `${Object.keys(CONSTANTS).join(', ')} in ${SOURCE} of the Go module ${MODULE}@vX; by scripts/kubeadm-images.mjs`
  const spans = Object.entries(sorted).map(
    ([minor, list]) =>
      `    "${minor}": [\n${list
        .map(
          (span) =>
            `      ${JSON.stringify(span)
              .replace(/([{,:])/g, '$1 ')
              .replace('}', ' }')}`,
        )
        .join(',\n')}\n    ]`,
  )
  await writeFile(
    DATA,
    `{\n  "source": ${JSON.stringify(source)},\n  "releases": {\n${spans.join(',\n')}\n  }\n}\n`,
  )
}
