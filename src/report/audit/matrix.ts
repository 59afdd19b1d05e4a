// Artifact × platform: which artifact of a release stands in which cell.
import type { AuditedArtifact } from '../../audit/audit-report.js'
import { ARCHITECTURES, OPERATING_SYSTEMS } from '../../kubernetes/platform.js'
import type { PageRow } from './page/page-data.js'

/** For what has no platform: one file that serves all, or an image that names them itself. */
const ANY_PLATFORM = 'any'
/** A release has about a dozen platforms. More are a report that wants to be a nuisance: they share a column. */
const MAX_COLUMNS = 24
const OTHER_PLATFORMS = 'others'

const USUAL_ORDER = OPERATING_SYSTEMS.flatMap((os) => ARCHITECTURES.map((arch) => `${os}/${arch}`))
const KINDS = ['binary', 'tarball', 'sbom', 'image'] as const

export interface Matrix {
  readonly columns: readonly string[]
  readonly rows: readonly PageRow[]
}

/** Rows by kind and name; a cell that is taken already gets a further row of the same name. */
export function toMatrix(artifacts: readonly AuditedArtifact[]): Matrix {
  const { columns, columnOf } = toColumns(artifacts)
  const rows = new Map<string, { name: string; kind: string; cells: (number | null)[] }>()
  const taken = new Map<string, number>()
  artifacts.forEach((artifact, index) => {
    const column = columnOf(artifact)
    const key = JSON.stringify([artifact.kind, artifact.name])
    const nth = taken.get(`${column} ${key}`) ?? 0
    taken.set(`${column} ${key}`, nth + 1)
    const row = rows.get(`${nth} ${key}`) ?? {
      name: artifact.name,
      kind: artifact.kind,
      cells: columns.map(() => null),
    }
    row.cells[column] = index
    rows.set(`${nth} ${key}`, row)
  })
  const any = columns.indexOf(ANY_PLATFORM)
  const inOrder = KINDS.flatMap((kind) => [...rows.values()].filter((row) => row.kind === kind).sort(byName))
  return {
    columns,
    rows: inOrder.map((row) => ({
      ...row,
      servesAll: row.cells.every((cell, column) => (cell !== null) === (column === any)),
    })),
  }
}

interface Columns {
  readonly columns: readonly string[]
  readonly columnOf: (artifact: AuditedArtifact) => number
}

/** First what serves all, then the platforms that most artifacts are built for. */
function toColumns(artifacts: readonly AuditedArtifact[]): Columns {
  const sizes = new Map<string, number>()
  for (const { platform = ANY_PLATFORM } of artifacts) sizes.set(platform, (sizes.get(platform) ?? 0) + 1)
  const platforms = [...sizes]
    .sort(
      ([a, left], [b, right]) =>
        Number(b === ANY_PLATFORM) - Number(a === ANY_PLATFORM) || right - left || rankOf(a) - rankOf(b),
    )
    .map(([platform]) => platform)
  const columns =
    platforms.length > MAX_COLUMNS ? [...platforms.slice(0, MAX_COLUMNS - 1), OTHER_PLATFORMS] : platforms
  const places = new Map(columns.map((platform, index) => [platform, index]))
  return {
    columns,
    columnOf: ({ platform = ANY_PLATFORM }) => places.get(platform) ?? columns.length - 1,
  }
}

function rankOf(platform: string): number {
  const place = USUAL_ORDER.indexOf(platform)
  return place === -1 ? USUAL_ORDER.length : place
}

/** Not as people of one language sort: the same everywhere. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name)
}
