// Rows of work: what the checks, an SBOM and a tarball take by themselves.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Gzip, createGzip } from 'node:zlib'
import { Header } from 'tar'
import { digestOf } from '../../src/digest.js'
import { parseCertificate } from '../../src/evidence/certificate.js'
import { parseLogEntry } from '../../src/evidence/log-entry.js'
import { parseSignature } from '../../src/evidence/signature.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'
import { extractTarball } from '../../src/install/extract.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { readAll } from '../../src/lab/content.js'
import { TARGET } from '../../src/lab/hostile.js'
import { startLab } from '../../src/lab/lab.js'
import { SBOM_PATH } from '../../src/lab/release.js'
import { selfTested } from '../../src/prove/self-tested.js'
import { toResult } from '../../src/result.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { createPolicy } from '../../src/verify/policy.js'
import { verifyArtifact } from '../../src/verify/verify.js'
import type { Figure } from './figures.js'
import { ask, findPeer, folder, inTurn, median, run } from './measure.js'

const MB = 1_000_000
const ROUNDS = 5
const CHECKS = 200

interface Checked {
  readonly first: number
  readonly warm: number
}

/** Every check over evidence that is read anew each time, as it is for every artifact; the judge's included. */
export async function checkHere(): Promise<void> {
  const lab = await startLab()
  const release = await lab.publish({ version: 'v1.35.2', paths: [TARGET] })
  const { content, sidecars, entry } = release.artifact(TARGET)
  const answer = lab.answerFor(entry.leafHash, lab.log.answer(entry))
  const sbom = readAll(release.artifact(SBOM_PATH).content).toString()
  const trustedRoot = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  const digest = digestOf(readAll(content))
  const policy = createPolicy({ signer: RELEASE_SIGNER, compareDigest: true, bindRelease: true })
  await lab.close()
  const times: number[] = []
  for (let round = 0; round < CHECKS; round++) {
    const start = performance.now()
    const result = verifyArtifact({
      artifact: { name: 'kubectl' },
      measured: { value: digest },
      claims: [{ source: 'the .sha256 file', digest: { value: digest } }],
      evidence: {
        signature: toResult(() => parseSignature(sidecars['.sig'] as Buffer)),
        certificate: toResult(() => parseCertificate(sidecars['.cert'] as Buffer)),
        logEntry: toResult(() => parseLogEntry(answer)),
      },
      releaseBinding: {
        kind: 'sbom',
        sbom: toResult(() => parseReleaseSbom(sbom)),
        namespace: 'https://sbom.k8s.io/v1.35.2/release',
        path: TARGET,
      },
      trustedRoot,
      policy,
    })
    times.push(performance.now() - start)
    if (result.outcome !== 'verified') throw new Error('the lab artifact was not verified')
  }
  const checked: Checked = { first: times[0] ?? NaN, warm: median(times) }
  process.stdout.write(`${JSON.stringify(checked)}\n`)
}

export async function measureChecks(): Promise<Figure[]> {
  const all: Checked[] = []
  for (let round = 0; round < ROUNDS; round++) all.push(await ask<Checked>('check-once'))
  const [warm, first] = [median(all.map((each) => each.warm)), median(all.map((each) => each.first))]
  const what = 'all checks over a hashed artifact'
  return [
    { id: 'checks-warm', what: `${what}, warm`, unit: 'ms', value: warm, aim: 4.5 },
    { id: 'checks-first', what: `${what}, the first of a process`, unit: 'ms', value: first, aim: 18 },
  ]
}

/** In a process where nothing is warm yet. */
export async function selfTestHere(): Promise<void> {
  const before = process.cpuUsage()
  await selfTested()
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(`${JSON.stringify({ cpuMs: (user + system) / 1000 })}\n`)
}

export async function measureSelfTest(): Promise<Figure[]> {
  const all: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    all.push((await ask<{ cpuMs: number }>('self-test-once')).cpuMs)
  const what = 'self-test, once in a process, nothing warm, CPU'
  return [{ id: 'self-test', what, unit: 'ms', value: median(all), aim: 20 }]
}

const SBOM_FILES = 30_000
const SBOM_BYTES = 18 * MB

interface Parsed {
  readonly milliseconds: number
  readonly bytes: number
  /** Beyond what the process held with the text alone. */
  readonly grownBytes: number
}

/** An SBOM of so many files, padded to the bytes that one of 30,000 files in 18 MB has for each. */
function createLargeSbom(files: number): string {
  const hex = (algorithm: string, index: number): string =>
    createHash(algorithm).update(String(index)).digest('hex')
  const comment = 'x'.repeat(SBOM_BYTES / SBOM_FILES - 340)
  const entries = Array.from(
    { length: files },
    (_, index) =>
      `FileName: bin/linux/amd64/part-${index}\nSPDXID: SPDXRef-File-${index}\nFileChecksum: SHA1: ${hex('sha1', index)}\nFileChecksum: SHA256: ${hex('sha256', index)}\nFileChecksum: SHA512: ${hex('sha512', index)}\nFileComment: ${comment}\n\n`,
  )
  return `SPDXVersion: SPDX-2.3\nDocumentNamespace: https://sbom.k8s.io/v1.35.2/release\n\n${entries.join('')}`
}

export function parseSbomHere(files: number): void {
  // Made as it is when it was fetched: one flat text.
  const text = Buffer.from(createLargeSbom(files)).toString()
  globalThis.gc?.()
  const held = process.memoryUsage().rss
  const start = performance.now()
  const { paths } = parseReleaseSbom(text)
  const milliseconds = performance.now() - start
  const grownBytes = Math.max(0, process.resourceUsage().maxRSS * 1024 - held)
  if (paths.length !== files) throw new Error('files of the SBOM are missing')
  const parsed: Parsed = { milliseconds, bytes: text.length, grownBytes }
  process.stdout.write(`${JSON.stringify(parsed)}\n`)
}

export async function measureSbom(): Promise<Figure[]> {
  const large: Parsed[] = []
  const third: Parsed[] = []
  for (let round = 0; round < ROUNDS; round++) {
    large.push(await ask<Parsed>('sbom-once', String(SBOM_FILES)))
    third.push(await ask<Parsed>('sbom-once', String(SBOM_FILES / 3)))
  }
  const of = (all: readonly Parsed[], key: keyof Parsed): number => median(all.map((each) => each[key]))
  const milliseconds = of(large, 'milliseconds')
  const perFile = milliseconds / SBOM_FILES / (of(third, 'milliseconds') / (SBOM_FILES / 3))
  const bytes = of(large, 'bytes')
  const what = `an SBOM of ${(bytes / MB).toFixed(0)} MB with ${SBOM_FILES} files`
  return [
    { id: 'sbom', what: `${what}, read`, unit: 's', value: milliseconds / 1000, aim: 1 },
    {
      id: 'sbom-linear',
      what: `${what}, time for each file over that of a third of them`,
      unit: '×',
      value: perFile,
      aim: 1.3,
    },
    {
      id: 'sbom-memory',
      what: `${what}, peak memory over its size, its text included`,
      unit: '×',
      value: 1 + of(large, 'grownBytes') / bytes,
      aim: 3,
    },
  ]
}

const TAR_ENTRIES = 200_000
const TAR_FOLDER_ENTRIES = 200
const BLOCK_BYTES = 512
/** Files in memory: what a disk and its journal take for 200,000 files is not what is compared. */
const MEMORY = '/dev/shm'

/** Small files, some hundred in a folder. */
async function writeLargeTarball(path: string): Promise<void> {
  const gzip: Gzip = createGzip({ level: 1 })
  const file = gzip.pipe(createWriteStream(path))
  for (let index = 0; index < TAR_ENTRIES; index++) {
    const isFolder = index % TAR_FOLDER_ENTRIES === 0
    const parent = `kubernetes/d${Math.floor(index / TAR_FOLDER_ENTRIES)}/`
    const content = isFolder ? Buffer.alloc(0) : Buffer.alloc(50, String(index))
    const block = Buffer.alloc(isFolder ? BLOCK_BYTES : 2 * BLOCK_BYTES)
    new Header({
      path: isFolder ? parent : `${parent}f${index}`,
      type: isFolder ? 'Directory' : 'File',
      mode: isFolder ? 0o755 : 0o644,
      size: content.length,
      mtime: new Date(0),
    }).encode(block, 0)
    content.copy(block, BLOCK_BYTES)
    if (!gzip.write(block)) await once(gzip, 'drain')
  }
  gzip.end(Buffer.alloc(2 * BLOCK_BYTES))
  await once(file, 'close')
}

export async function extractHere(archive: string, into: string): Promise<void> {
  const { size } = await extractTarball(archive, into)
  if (size < TAR_ENTRIES) throw new Error('entries are missing')
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  process.stdout.write(`${JSON.stringify({ cpuMs: (user + system) / 1000, peakMb: (maxRSS * 1024) / MB })}\n`)
}

export async function measureTarball(): Promise<Figure[]> {
  const root = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : folder(), 'bench-'))
  const archive = join(root, 'large.tar.gz')
  await writeLargeTarball(archive)
  const tar = findPeer('tar')
  const fresh = async (): Promise<string> => {
    const into = join(root, 'into')
    await rm(into, { recursive: true, force: true })
    await mkdir(into)
    return into
  }
  let peakMb = 0
  const { theirs, ours } = await inTurn(3, {
    theirs: async () => {
      const into = await fresh()
      return tar === undefined ? NaN : run({ argv: [tar, '-xzf', archive, '-C', into] }).cpuMs
    },
    ours: async () => {
      const taken = await ask<{ cpuMs: number; peakMb: number }>('extract', archive, await fresh())
      peakMb = Math.max(peakMb, taken.peakMb)
      return taken.cpuMs
    },
  })
  await rm(root, { recursive: true, force: true })
  const what = `a tarball of ${TAR_ENTRIES} entries, judged, hashed and unpacked`
  const detail = `${(ours / 1000).toFixed(1)} s against ${(theirs / 1000).toFixed(1)} s`
  return [
    {
      id: 'tarball',
      what: `${what}, CPU over \`tar -xzf\``,
      unit: '×',
      value: ours / theirs,
      aim: 4,
      detail,
    },
    { id: 'tarball-memory', what: `${what}, peak memory`, unit: 'MB', value: peakMb, aim: 250 },
  ]
}
