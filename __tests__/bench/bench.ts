// `npm run bench`: every row, measured against its peers in the same run; the
// table goes to docs/bench.md. `npm run bench -- NAME` measures one row, and
// `npm run bench -- check` holds the ratios against their bounds and writes
// nothing. The programs measured are those of dist/: build them first.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { measureAudit, measureLargeAudit, serveAudit } from './audit.js'
import {
  type Figure,
  type Measured,
  describeMachine,
  findWorse,
  formatFigure,
  formatTable,
  join,
  withTable,
} from './figures.js'
import { type Served, serve, stopLab } from './lab-server.js'
import { useFolder } from './measure.js'
import {
  measureAction,
  measureEntry,
  measurePlan,
  measurePost,
  measureSizes,
  measureVerify,
} from './starts.js'
import {
  fetchBarely,
  fetchHere,
  measureCacheHit,
  measureLoopback,
  measureMany,
  measureMemory,
  measurePaced,
} from './transfers.js'
import {
  checkHere,
  extractHere,
  measureChecks,
  measureSbom,
  measureSelfTest,
  measureTarball,
  parseSbomHere,
  selfTestHere,
} from './work.js'

interface Row {
  readonly measure: () => Promise<Figure[]>
  /** It takes so long that it is measured only by its name. */
  readonly isLong?: boolean
}

const ROWS: Readonly<Record<string, Row>> = {
  plan: { measure: measurePlan },
  verify: { measure: measureVerify },
  entry: { measure: measureEntry },
  action: { measure: measureAction },
  post: { measure: measurePost },
  paced: { measure: measurePaced },
  loopback: { measure: measureLoopback },
  checks: { measure: measureChecks },
  'self-test': { measure: measureSelfTest },
  audit: { measure: measureAudit },
  'audit-large': { measure: measureLargeAudit, isLong: true },
  tarball: { measure: measureTarball },
  sbom: { measure: measureSbom },
  'cache-hit': { measure: measureCacheHit },
  memory: { measure: measureMemory },
  many: { measure: measureMany },
  sizes: { measure: measureSizes },
}

/** What this program does as a child of itself. */
const MODES: Readonly<Record<string, (...rest: string[]) => Promise<void> | void>> = {
  serve: (folder = '') => serve(folder),
  'serve-audit': serveAudit,
  fetch: (what = '', served = '', folder = '') =>
    fetchHere(JSON.parse(what) as Parameters<typeof fetchHere>[0], JSON.parse(served) as Served, folder),
  'fetch-barely': (url = '', folder = '') => fetchBarely(url, folder),
  'check-once': checkHere,
  'self-test-once': selfTestHere,
  'sbom-once': (files = '') => parseSbomHere(Number(files)),
  extract: (archive = '', folder = '') => extractHere(archive, folder),
}

const PAGE = 'docs/bench.md'
/** What was measured last, row by row. */
const MEASURED = 'docs/bench.json'
const BOUNDS = '__tests__/bench/bounds.json'

async function measureRows(names: readonly string[]): Promise<Measured[]> {
  const machine = describeMachine()
  const date = new Date().toISOString().slice(0, 10)
  const all: Measured[] = []
  for (const name of names) {
    const started = performance.now()
    for (const figure of await measureRow(name)) {
      all.push({ ...figure, date, machine })
      process.stdout.write(`${figure.what}: ${formatFigure(figure)}\n`)
    }
    process.stderr.write(`  (${name}: ${((performance.now() - started) / 1000).toFixed(0)} s)\n`)
  }
  return all
}

/** A row that fails is told, and takes no other with it. */
async function measureRow(name: string): Promise<Figure[]> {
  try {
    return (await ROWS[name]?.measure()) ?? []
  } catch (thrown) {
    process.stderr.write(`${name} FAILED: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
    process.exitCode = 1
    return []
  }
}

async function check(names: readonly string[]): Promise<void> {
  const bounds = JSON.parse(await readFile(BOUNDS, 'utf8')) as Record<string, number>
  const worse = findWorse(await measureRows(names), bounds)
  for (const sentence of worse) process.stderr.write(`WORSE: ${sentence}\n`)
  if (worse.length > 0) process.exitCode = 1
}

async function measure(names: readonly string[]): Promise<void> {
  const now = await measureRows(names)
  const former = await readFile(MEASURED, 'utf8').then(
    (text) => JSON.parse(text) as Stored[],
    () => [],
  )
  const all = join(former.map(readMeasured), now)
  process.stdout.write(`\n${formatTable(now)}\n`)
  await writeFile(MEASURED, `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(PAGE, withTable(await readFile(PAGE, 'utf8'), all))
}

/** JSON has no NaN: it writes null. */
type Stored = Omit<Measured, 'value'> & { readonly value: number | null }

function readMeasured(figure: Stored): Measured {
  return { ...figure, value: figure.value ?? NaN }
}

async function main([first, ...rest]: readonly string[]): Promise<void> {
  const isCheck = first === 'check'
  const asked = isCheck ? rest : first === undefined ? [] : [first, ...rest]
  const unknown = asked.filter((name) => !Object.hasOwn(ROWS, name))
  if (unknown.length > 0) {
    process.stderr.write(`no row "${unknown.join(', ')}"; rows: ${Object.keys(ROWS).join(', ')}\n`)
    process.exitCode = 2
    return
  }
  const short = Object.keys(ROWS).filter((name) => ROWS[name]?.isLong !== true)
  const names = asked.length > 0 ? asked : short
  const folder = await mkdtemp(joinPath(tmpdir(), 'bench-'))
  useFolder(folder)
  try {
    await (isCheck ? check(names) : measure(names))
  } finally {
    await stopLab()
    await rm(folder, { recursive: true, force: true })
  }
}

const [mode = '', ...rest] = process.argv.slice(2)
const child = process.env['BENCH_CHILD'] === undefined ? undefined : MODES[mode]
await (child === undefined ? main(process.argv.slice(2)) : child(...rest))
