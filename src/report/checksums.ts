// Proven digests in the forms that other tools take: pure text, and nothing
// that is not of the list.
import semver from 'semver'
import type { Digest } from '../digest.js'
import { EvidenceError, ReleaseError } from '../errors.js'
import { formatJson } from '../json/format-json.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { ChecksumForm } from '../request/checksums-request.js'
import { escapeText } from './escape.js'

/** What is written wherever `schemaVersion` stands at the top of a list. */
const SCHEMA_VERSION = 1

/** One artifact with its proven digests. */
interface Checksum {
  readonly planned: PlannedArtifact
  readonly sha256: Digest
  readonly sha512: string | undefined
}

/** The digests of one release, and what proves them. */
export interface ReleaseChecksums {
  readonly version: string
  /** What there is to know of it, and what was left out, each a sentence that may hold text from outside. */
  readonly notes: readonly string[]
  readonly artifacts: readonly Checksum[]
  /** The digest of the SBOM that they are taken from. */
  readonly sbomDigest: Digest
  /** The Sigstore bundle that proves the SBOM, as JSON has it. */
  readonly bundle: unknown
}

/** What a list in each form is called. */
export const CHECKSUM_FILES: Readonly<Record<ChecksumForm, string>> = {
  sha256sums: 'SHA256SUMS',
  sha512sums: 'SHA512SUMS',
  json: 'checksums.json',
  kubespray: 'checksums.yml',
  dockerfile: 'Dockerfile',
}

/**
 * Writes the digests of releases down.
 * @throws EvidenceError EVIDENCE_UNREADABLE where a form needs a digest that the SBOM does not give
 */
export function formatChecksums(releases: readonly ReleaseChecksums[], form: ChecksumForm): string {
  switch (form) {
    case 'sha256sums':
      return formatSums(releases, ({ sha256 }) => sha256.hex)
    case 'sha512sums':
      return formatSums(releases, toSha512)
    case 'json':
      return formatList(releases)
    case 'kubespray':
      return formatKubespray(releases)
    case 'dockerfile':
      return formatDockerfile(releases)
  }
}

/** As sha256sum(1) writes it; with several releases, each path stands below its version. */
function formatSums(releases: readonly ReleaseChecksums[], toHex: (checksum: Checksum) => string): string {
  return toText(
    releases.flatMap(({ version, artifacts }) =>
      artifacts.map((each) => {
        const { path } = each.planned
        return `${toHex(each)}  ${escapeText(releases.length === 1 ? path : `${version}/${path}`)}`
      }),
    ),
  )
}

function toSha512({ planned, sha512 }: Checksum): string {
  if (sha512 !== undefined) return sha512
  const message = `the signed SBOM gives no SHA-512 digest of ${planned.path}`
  throw new EvidenceError('EVIDENCE_UNREADABLE', message)
}

function formatList(releases: readonly ReleaseChecksums[]): string {
  const json = {
    schemaVersion: SCHEMA_VERSION,
    releases: releases.map(({ version, notes, artifacts, sbomDigest, bundle }) => ({
      version,
      notes,
      sbom: { path: 'kubernetes-release.spdx', digest: sbomDigest, bundle: bundle },
      artifacts: artifacts.map(({ planned, sha256, sha512 }) => ({
        name: planned.name,
        path: planned.path,
        ...(planned.platform && { platform: toPlatform(planned) }),
        url: planned.urls.artifact.href,
        sha256: sha256.hex,
        ...(sha512 !== undefined && { sha512 }),
      })),
    })),
  }
  return `${formatJson(json, 2)}\n`
}

/** What kubespray downloads, in the order of its file. */
const OF_KUBESPRAY = ['kubelet', 'kubectl', 'kubeadm']

/**
 * As roles/kubespray_defaults/vars/main/checksums.yml of kubespray 2.29: binary, architecture, version without
 * its v, the newest first. It takes Linux alone.
 * @throws ReleaseError RELEASE_ARTIFACT_NOT_PUBLISHED when nothing that is listed is kubespray's
 */
function formatKubespray(releases: readonly ReleaseChecksums[]): string {
  const all = releases.flatMap(({ version, artifacts }) => artifacts.map((each) => ({ version, ...each })))
  const newestFirst = all
    .filter(({ planned }) => planned.kind === 'binary' && planned.platform?.os === 'linux')
    .sort((a, b) => semver.rcompare(a.version, b.version))
  const lines = OF_KUBESPRAY.flatMap((name) => {
    const own = newestFirst.filter(({ planned }) => planned.name === name)
    const byArch = Map.groupBy(own, ({ planned }) => planned.platform?.arch ?? '')
    if (byArch.size === 0) return []
    return [
      `${name}_checksums:`,
      ...[...byArch].flatMap(([arch, entries]) => [
        `  ${arch === '386' ? "'386'" : arch}:`,
        ...entries.map(({ version, sha256 }) => `    ${version.slice(1)}: ${sha256.toString()}`),
      ]),
    ]
  })
  if (lines.length > 0) return toText(['---', ...lines])
  const message = `nothing that is listed is in kubespray's checksums: ${OF_KUBESPRAY.join(', ')} for linux`
  throw new ReleaseError('RELEASE_ARTIFACT_NOT_PUBLISHED', message)
}

/** A stage for each platform, so that `COPY --from=kubernetes-$TARGETOS-$TARGETARCH` takes the one it is built for. */
function formatDockerfile(releases: readonly ReleaseChecksums[]): string {
  const all = releases.flatMap(({ version, artifacts }) => artifacts.map((each) => ({ version, ...each })))
  const stages = Map.groupBy(all, ({ planned, version }) => {
    const parts = ['kubernetes', ...(releases.length === 1 ? [] : [version])]
    const { platform } = planned
    return [...parts, ...(platform === undefined ? [] : [platform.os, platform.arch])].join('-')
  })
  return toText([
    '# syntax=docker/dockerfile:1',
    ...[...stages].flatMap(([name, entries]) => [
      '',
      `FROM scratch AS ${name}`,
      ...entries.map(({ planned: { kind, fileName, urls }, sha256 }) => {
        const mode = kind === 'binary' ? '0755' : '0644'
        return `ADD --checksum=${sha256.toString()} --chmod=${mode} ${urls.artifact.href} /${fileName}`
      }),
    ]),
  ])
}

function toPlatform({ platform }: PlannedArtifact): string {
  return platform === undefined ? '' : `${platform.os}/${platform.arch}`
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
