// The rooms and who may know whom, read from the imports themselves.
import { readFile, readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { ROOT } from './support/folders.js'

interface Import {
  readonly from: string
  readonly to: string
}

/** What every room may know. */
const FOUNDATION = ['digest.ts', 'error-codes.ts', 'errors.ts', 'result.ts', 'json']
/** Which rooms a room may import from, beside itself and the foundation (design: the house). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'digest.ts': [],
  'error-codes.ts': [],
  'errors.ts': [],
  'result.ts': [],
  json: [],
  kubernetes: [],
  request: ['kubernetes'],
  plan: ['kubernetes', 'request'],
  evidence: [],
  files: ['ports.ts', 'request'],
  trust: ['evidence', 'files', 'request'],
  verify: ['evidence', 'kubernetes', 'plan', 'request', 'trust'],
  diagnose: ['evidence', 'kubernetes', 'verify'],
  audit: ['kubernetes', 'request', 'verify'],
  lock: ['kubernetes', 'plan', 'request', 'verify'],
  report: ['audit', 'diagnose', 'inventory', 'kubernetes', 'lock', 'plan', 'ports.ts', 'request', 'verify'],
  'ports.ts': ['plan', 'request', 'trust', 'verify'],
  fetch: ['evidence', 'files', 'plan', 'ports.ts'],
  archive: [],
  inventory: ['archive', 'files', 'kubernetes', 'verify'],
  install: ['archive', 'evidence', 'files', 'plan', 'ports.ts', 'verify'],
  gather: ['evidence', 'kubernetes', 'lock', 'plan', 'ports.ts'],
  prove: [
    'audit',
    'diagnose',
    'evidence',
    'gather',
    'kubernetes',
    'lock',
    'plan',
    'ports.ts',
    'request',
    'trust',
    'verify',
  ],
  'world.ts': ['fetch', 'files', 'install', 'ports.ts', 'request', 'trust'],
  lab: [],
}
/** What puts the rooms together: the commands for both entries, each entry for its own surroundings. */
const COMPOSERS = ['commands', 'action', 'cli']
/** What is run, and so imported by nobody. */
const ENTRIES = [
  'action/main.ts',
  'action/verify.ts',
  'action/audit.ts',
  'action/plan-shards.ts',
  'action/merge.ts',
  'action/post.ts',
  'cli/main.ts',
  'cli/start.ts',
  'lab/demo.ts',
]
/** A root full of loose files hides what the rooms are for. */
const MOST_LOOSE_FILES = 6

/** No file system, network, process, timer or runner: what goes in decides what comes out. */
const PURE_ROOMS = [
  'digest.ts',
  'error-codes.ts',
  'errors.ts',
  'result.ts',
  'json',
  'kubernetes',
  'request',
  'plan',
  'evidence',
  'verify',
  'diagnose',
  'audit',
  'lock',
  'report',
]
const PURE_FILES = ['trust/trusted-root.ts', 'inventory/claim.ts', 'inventory/found.ts', 'inventory/judge.ts']
const IMPURE_MODULES = /^(?:@actions\/.*|@sigstore\/tuf.*|node:(?!crypto$|util$).*)$/
const IMPURE_GLOBALS = /\b(?:process\.|Date\.now|new Date\(\)|setTimeout|setInterval|fetch\()/

/** Packages that are touched in one place only. */
const CONFINED: Readonly<Record<string, readonly string[]>> = {
  '@sigstore/verify': ['verify/judge.ts'],
  'tuf-js': ['trust/tuf.ts'],
  '@sigstore/tuf/seeds.json': ['trust/embedded.ts'],
  '@noble/curves/nist.js': ['evidence/ecdsa.ts'],
  '@actions/core': [
    'action/get.ts',
    'action/inputs.ts',
    'action/local.ts',
    'action/publish.ts',
    'action/recheck-placed.ts',
    'action/run-action.ts',
    'action/runner.ts',
  ],
  '@actions/cache': ['action/actions-cache.ts'],
  '@actions/http-client': ['fetch/connections.ts'],
  '@actions/tool-cache': ['install/tool-cache.ts'],
  tar: [
    'archive/sniff.ts',
    'archive/tar.ts',
    'fetch/registry/oci-archive.ts',
    // The type of an entry alone.
    'install/archive-gate.ts',
    'install/extract.ts',
    'lab/tarball.ts',
  ],
  'xz-decompress': ['archive/decompress.ts'],
  dataloader: ['fetch/rate-limited-log.ts'],
  'p-throttle': ['fetch/rate-limited-log.ts'],
  'smol-toml': ['request/version-file.ts'],
  'cli-progress': ['cli/progress-bars.ts'],
  commander: ['cli/command-line.ts', 'cli/table-command.ts'],
}

const files = (await readdir(join(ROOT, 'src'), { recursive: true }))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
const sources = new Map(
  await Promise.all(
    files.map(async (file) => [file, await readFile(join(ROOT, 'src', file), 'utf8')] as const),
  ),
)
const imports: Import[] = [...sources].flatMap(([from, text]) =>
  [...text.matchAll(/(?:from|import\((?:\/\*.*?\*\/)?) ?'([^']+)'/g)].map(([, to = '']) => ({ from, to })),
)
const roomOf = (file: string): string => file.split('/')[0] ?? ''
const inner = imports
  .filter(({ to }) => to.startsWith('.') && !to.endsWith('.json'))
  .map(({ from, to }) => ({
    from,
    to: posix.normalize(posix.join(posix.dirname(from), to)).replace(/\.js$/, '.ts'),
  }))

test('the imports are seen', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(inner.length).toBeGreaterThan(100)
  expect(inner.filter(({ to }) => !sources.has(to))).toEqual([])
})

test('every room imports only from the rooms it may know', () => {
  const strangers = inner.filter(({ from, to }) => {
    const room = roomOf(from)
    if (COMPOSERS.includes(room) || roomOf(to) === room) return false
    return ![...FOUNDATION, ...(MAY_IMPORT[room] ?? [])].includes(roomOf(to))
  })
  expect(strangers).toEqual([])
})

test('no room imports what puts it together, and nobody imports an entry', () => {
  const isAbove = (file: string): boolean => [...COMPOSERS, 'lab'].includes(roomOf(file))
  const upwards = inner.filter(({ from, to }) => isAbove(to) && roomOf(from) !== roomOf(to))
  expect(
    upwards.filter(({ from, to }) => !(roomOf(to) === 'commands' && COMPOSERS.includes(roomOf(from)))),
  ).toEqual([])
  expect(inner.filter(({ to }) => ENTRIES.includes(to))).toEqual([])
})

test('imports run in no circle', () => {
  const graph = Map.groupBy(inner, ({ from }) => from)
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || done.has(file)) return
    for (const { to } of graph.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('few files lie loose at the root', () => {
  const loose = files.filter((file) => !file.includes('/'))
  expect(loose.length).toBeLessThanOrEqual(MOST_LOOSE_FILES)
})

test('only the ports remove files for the steps of a proof', () => {
  const steps = imports.filter(({ from }) => ['prove', 'commands'].includes(roomOf(from)))
  const atAudit = ['commands/audit/folder.ts']
  expect(steps.filter(({ from, to }) => to.startsWith('node:fs') && !atAudit.includes(from))).toEqual([])
})

test('no module keeps state that grows', () => {
  const growing = /^(?:export )?const \w+(?:: [^=]+)? = (?:new (?:Map|Set|Array)(?:<[^()]*>)?\(\)|\[\]|\{\})/m
  const code = [...sources].filter(([file]) => roomOf(file) !== 'lab' && !file.includes('/page/'))
  expect(code.filter(([, text]) => growing.test(text)).map(([file]) => file)).toEqual([])
})

test('pure rooms know no world and read no clock', () => {
  const pure = (file: string): boolean => PURE_ROOMS.includes(roomOf(file)) || PURE_FILES.includes(file)
  expect(imports.filter(({ from, to }) => pure(from) && IMPURE_MODULES.test(to))).toEqual([])
  const code = [...sources]
    .filter(([file]) => pure(file))
    .map(([file, text]) => [file, text.replace(/\/\/.*$/gm, '')])
  expect(code.filter(([, text]) => IMPURE_GLOBALS.test(text ?? '')).map(([file]) => file)).toEqual([])
})

test.each(Object.entries(CONFINED))('%s is touched only by %j', (name, places) => {
  const users = imports.filter(({ to }) => to === name).map(({ from }) => from)
  expect([...new Set(users)].sort()).toEqual([...places].sort())
})

test.each([
  ['verifyArtifact', ['prove/judge.ts', 'prove/self-tested.ts']],
  ['createPolicy', ['prove/judge.ts', 'verify/self-test.ts']],
])('%s is called in one place, the self-test beside', (name, places) => {
  const callers = [...sources].filter(([, text]) =>
    new RegExp(`import \\{[^}]*\\b(?<!type )${name}\\b`).test(text),
  )
  expect(callers.map(([file]) => file).sort()).toEqual([...places].sort())
})

test('there is no junk room', () => {
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.ts|\/)/.test(file))).toEqual([])
})
