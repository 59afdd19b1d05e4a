import type { Progress } from '../ports.js'

const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const

/** `kubectl: 12.3 MiB of 55.9 MiB (22 %), 10.2 MiB/s, 4 s left` */
export function formatProgress(
  name: string,
  { receivedBytes, totalBytes }: Progress,
  elapsedMs: number,
): string {
  const bytesPerSecond = elapsedMs > 0 ? (receivedBytes * 1000) / elapsedMs : 0
  const rate = `${formatBytes(bytesPerSecond)}/s`
  if (totalBytes === undefined || totalBytes === 0) return `${name}: ${formatBytes(receivedBytes)}, ${rate}`
  const percent = Math.floor((receivedBytes * 100) / totalBytes)
  const left =
    bytesPerSecond > 0 ? `, ${Math.ceil((totalBytes - receivedBytes) / bytesPerSecond)} s left` : ''
  return `${name}: ${formatBytes(receivedBytes)} of ${formatBytes(totalBytes)} (${percent} %), ${rate}${left}`
}

/** `waiting for rekor.sigstore.dev, 40 s` */
export function formatWaiting(host: string, waitedMs: number): string {
  return `waiting for ${host}, ${Math.round(waitedMs / 1000)} s`
}

/** `55.9 MiB` */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1)
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power] ?? ''}`
}
