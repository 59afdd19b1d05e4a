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
  const [first, last] = [patches[0], patches.at(-1)]
  if (last === undefined || last === latest?.to) return known
  const oldest = latest === undefined ? await imagesOf(`v${minor}.${first}`) : imagesIn(latest)
  const newest = last === first ? oldest : await imagesOf(`v${minor}.${last}`)
  const [own, ...others] = await split(minor, patches, [oldest, newest])
  return [...known.slice(0, -1), { ...own, from: latest?.from ?? own.from }, ...others]
}

/**
 * From the first of the patches to the last, of which both are read: one span, or halves. What stands between
 * two that differ, and cannot be had, is in no span.
 */
async function split(minor, patches, [one, other]) {
  const [from, to] = [patches[0], patches.at(-1)]
  if (JSON.stringify(one) === JSON.stringify(other)) return [{ from, to, ...one }]
  if (patches.length === 2) return [{ from, to: from, ...one }, { from: to, to, ...other }] // prettier-ignore
  const middle = Math.floor(patches.length / 2)
  const images = await imagesOf(`v${minor}.${patches[middle]}`)
  const before = await split(minor, patches.slice(0, middle + 1), [one, images])
  const after = await split(minor, patches.slice(middle), [images, other])
  // Both have the one in the middle.
  const joint = { ...before.at(-1), to: after[0].to }
  return [...before.slice(0, -1), joint, ...after.slice(1)]
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
  try {
    go('list', '-m', `${MODULE}@${version}`)
    return true
  } catch (error) {
    if (/not available|not found|unknown revision/.test(String(error.stderr))) return false
    throw error
  }
}

async function imagesOf(version) {
  const { Dir } = JSON.parse(go('mod', 'download', '-json', `${MODULE}@${version}`))
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
