// A plan for people and for programs: what would be fetched, and from where.
import { formatJson } from '../json/format-json.js'
import { formatPlatform } from '../kubernetes/platform.js'
import type { Plan, PlannedArtifact, PlannedGroup, ReleasePlan } from '../plan/plan.js'
import { formatImageReference } from '../request/image-reference.js'
import { escapeText } from './escape.js'

/** What is written wherever `schemaVersion` stands at the top of a plan. */
const SCHEMA_VERSION = 1

/** What a request would fetch, for people or for programs. */
export function formatPlan(plan: Plan, format: 'text' | 'json'): string {
  if (format === 'json') {
    const artifacts = toArtifacts(plan.byUrl)
    const json = { schemaVersion: SCHEMA_VERSION, releases: plan.releases.map(toJson), artifacts }
    return `${formatJson(json, 2)}\n`
  }
  return [...plan.releases.map(toText), ...toLines(plan.byUrl).map((line) => `${line.trim()}\n`)].join('\n')
}

function toLines({ artifacts }: PlannedGroup): string[] {
  return artifacts.map(({ name, platform, urls }) =>
    [`  ${name}`, platform && formatPlatform(platform), urls.artifact.href].filter(Boolean).join('  '),
  )
}

function toArtifacts({ artifacts }: PlannedGroup): object[] {
  return artifacts.map(({ name, kind, platform, path, signatureSource, urls }) => ({
    name,
    kind,
    ...(platform && { platform: formatPlatform(platform) }),
    path,
    signatureSource,
    url: urls.artifact.href,
  }))
}

function toText(release: ReleasePlan): string {
  const { version, source, sbom, artifacts, images } = release
  const lines = [
    `${version}, from ${escapeText(source)}: ${artifacts.length} ${artifacts.length === 1 ? 'artifact' : 'artifacts'}`,
    ...toLines(release),
    ...images.map((image) => `  image  ${formatImageReference(image)}`),
    ...(sbom ? [`  bound to the release by  ${sbom.urls.artifact.href}`] : []),
    ...notesOf(release).map((note) => `  note: ${escapeText(note)}`),
  ]
  return `${lines.join('\n')}\n`
}

function toJson(release: ReleasePlan): object {
  const { version, source, sbom, papers, images } = release
  return {
    version,
    source,
    notes: notesOf(release),
    sbom: sbom?.urls.artifact.href,
    papers: Object.values(papers ?? {}).map(({ artifact }: PlannedArtifact['urls']) => artifact.href),
    images: images.map(formatImageReference),
    artifacts: toArtifacts(release),
  }
}

function notesOf({ notes, leftOut }: ReleasePlan): string[] {
  return [...notes, ...leftOut]
}
