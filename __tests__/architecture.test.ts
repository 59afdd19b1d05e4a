// The rooms and who may know whom, read from the imports themselves.
import { readFile, readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { ROOT } from './support/folders.js'

interface Import {
  readonly from: string
  readonly to: string
}

/** Which rooms a room may import from, beside itself, errors.ts and digest.ts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'digest.ts': [],
  'errors.ts': [],
  kubernetes: [],
  request: ['kubernetes'],
  plan: ['kubernetes', 'request'],
  evidence: [],
  'read-small-file.ts': [],
  trust: ['read-small-file.ts', 'request'],
  verify: ['evidence', 'kubernetes', 'plan', 'ports.ts', 'request', 'trust'],
  audit: ['kubernetes', 'plan', 'request', 'verify'],
  lock: ['kubernetes', 'plan', 'request', 'verify'],
  report: ['audit', 'kubernetes', 'plan', 'ports.ts', 'request', 'verify'],
  'ports.ts': ['plan', 'request', 'trust', 'verify'],
  fetch: ['evidence', 'install', 'plan', 'ports.ts', 'read-small-file.ts', 'request'],
  install: ['evidence', 'plan', 'ports.ts', 'read-small-file.ts', 'verify'],
  prove: ['audit', 'evidence', 'kubernetes', 'lock', 'plan', 'ports.ts', 'request', 'trust', 'verify'],
  'resolve-versions.ts': ['kubernetes', 'lock', 'plan', 'ports.ts', 'request'],
  'run.ts': ['evidence', 'lock', 'plan', 'ports.ts', 'prove', 'report', 'request', 'resolve-versions.ts'],
  'run-audit.ts': [
    'audit',
    'evidence',
    'kubernetes',
    'plan',
    'ports.ts',
    'prove',
    'request',
    'resolve-versions.ts',
    'trust',
  ],
  'audit-folder.ts': ['audit', 'request'],
  'audit-command.ts': ['audit', 'audit-folder.ts', 'fetch', 'report', 'request', 'run-audit.ts', 'world.ts'],
  'audit-action.ts': ['audit', 'audit-command.ts', 'fetch', 'report', 'request'],
  'audit-terminal.ts': ['audit', 'audit-command.ts', 'report', 'request'],
  'run-entry.ts': ['evidence', 'ports.ts', 'report', 'request', 'trust', 'verify'],
  'run-images.ts': ['ports.ts', 'prove', 'report', 'request'],
  'run-verify.ts': [
    'evidence',
    'kubernetes',
    'lock',
    'ports.ts',
    'prove',
    'report',
    'request',
    'trust',
    'verify',
  ],
  'progress-bars.ts': ['ports.ts', 'report'],
  'actions-cache.ts': ['evidence', 'install', 'plan', 'ports.ts', 'verify'],
  'recheck-placed.ts': ['install', 'report'],
  'world.ts': ['fetch', 'install', 'ports.ts', 'request', 'trust'],
}
/** These two put everything together. */
const ENTRIES = ['action.ts', 'cli.ts', 'post.ts']
/** What lies between an entry and the audit, the same for both. */
const AUDIT_ENTRIES = ['audit-command.ts']

/** No file system, network, process, timer or runner: what goes in decides what comes out. */
const PURE_ROOMS = [
  'digest.ts',
  'errors.ts',
  'kubernetes',
  'request',
  'plan',
  'evidence',
  'verify',
  'audit',
  'lock',
  'report',
]
const PURE_FILES = ['trust/trusted-root.ts']
const IMPURE_MODULES = /^(?:@actions\/.*|@sigstore\/tuf.*|node:(?!crypto$|util$).*)$/
const IMPURE_GLOBALS = /\b(?:process\.|Date\.now|new Date\(\)|setTimeout|setInterval|fetch\()/

/** Packages that are touched in one place only. */
const CONFINED: Readonly<Record<string, readonly string[]>> = {
  '@sigstore/verify': ['verify/judge.ts'],
  '@sigstore/tuf': ['trust/tuf.ts'],
  '@sigstore/tuf/seeds.json': ['trust/embedded.ts'],
  '@noble/curves/nist.js': ['verify/check-signature.ts'],
  '@actions/core': ['action.ts', 'audit-action.ts', 'recheck-placed.ts'],
  '@actions/cache': ['actions-cache.ts'],
  '@actions/http-client': ['fetch/exchange.ts'],
  '@actions/tool-cache': ['install/tool-cache.ts'],
  tar: ['install/extract.ts'],
  dataloader: ['fetch/civil-log.ts'],
  'p-throttle': ['fetch/civil-log.ts'],
  'smol-toml': ['request/version-file.ts'],
  'cli-progress': ['progress-bars.ts'],
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
    if (ENTRIES.includes(from) || roomOf(to) === room) return false
    return !['errors.ts', 'digest.ts', ...(MAY_IMPORT[room] ?? [])].includes(roomOf(to))
  })
  expect(strangers).toEqual([])
})

test('nobody imports the entries, and only they import the pipelines', () => {
  expect(inner.filter(({ to }) => ENTRIES.includes(to))).toEqual([])
  const pipelines = inner.filter(({ to }) => /^run(?:-\w+)?\.ts$/.test(to))
  expect(pipelines.filter(({ from }) => ![...ENTRIES, ...AUDIT_ENTRIES].includes(from))).toEqual([])
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

test('there is no junk room', () => {
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.ts|\/)/.test(file))).toEqual([])
})
