// A reference to a container image: registry.k8s.io/kube-apiserver:v1.35.2, or
// with a digest (https://github.com/distribution/reference). The registry has
// to be named: guessing Docker Hub is how the wrong image gets trusted.
import { type Digest, parseDigest } from '../digest.js'

export interface ImageReference {
  /** Host and port. */
  readonly registry: string
  readonly repository: string
  /** `latest` is never assumed. */
  readonly tag: string | undefined
  readonly digest: Digest | undefined
  /** An image on the disk instead: then the registry is `oci:FOLDER` or `oci-archive:FILE`, and there is no repository. */
  readonly isLayout?: true
}

const MAX_LENGTH = 512
const MAX_PORT = 65_535
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
/** As skopeo writes it. */
const LAYOUT = /^(oci(?:-archive)?:)([^@]+?)(?::(\w[\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/
const TAG = /^\w[\w.-]{0,127}$/

/** @returns undefined when the text is no reference with a registry, and a tag or a SHA-256 digest */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const layout = parseLayout(text)
  if (layout !== undefined) return layout
  const [name = '', digestText, ...more] = text.split('@')
  const slash = name.indexOf('/')
  const colon = name.indexOf(':', Math.max(slash, 0))
  const registry = name.slice(0, Math.max(slash, 0))
  const repository = name.slice(slash + 1, colon < 0 ? undefined : colon)
  const tag = colon < 0 ? undefined : name.slice(colon + 1)
  const digest = digestText?.startsWith('sha256:') === true ? parseDigest(digestText) : undefined
  const isNamed = isRegistry(registry) && REPOSITORY.test(repository)
  const isPinned = digestText === undefined ? tag !== undefined : digest !== undefined
  if (!isNamed || !isPinned || more.length > 0 || (tag !== undefined && !TAG.test(tag))) return undefined
  return { registry, repository, tag, digest }
}

/** A host that is told from the first part of a name by a dot, a port, or by being this machine. */
function isRegistry(text: string): boolean {
  const port = Number(/:(\d+)$/.exec(text)?.[1] ?? 0)
  return HOST.test(text) && port <= MAX_PORT && /[.:]|^localhost$/.test(text)
}

/** `oci:FOLDER`, `oci:FOLDER:TAG`, `oci-archive:FILE@sha256:…` */
function parseLayout(text: string): ImageReference | undefined {
  const [, kind = '', path = '', tag, digest] = LAYOUT.exec(text) ?? []
  if (kind === '' || /[\p{Cc}]/u.test(path)) return undefined
  return {
    registry: `${kind}${path}`,
    repository: '',
    tag,
    digest: digest === undefined ? undefined : parseDigest(digest),
    isLayout: true,
  }
}

/** `registry.k8s.io/pause:3.10`, `registry.k8s.io/pause@sha256:…`, or both. */
export function formatImageReference({
  registry,
  repository,
  tag,
  digest,
  isLayout,
}: ImageReference): string {
  return `${registry}${isLayout ? '' : `/${repository}`}${tag ? `:${tag}` : ''}${digest ? `@${digest.toString()}` : ''}`
}
