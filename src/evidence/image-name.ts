// What an image is called, and by whom. A signature names a repository, whose
// last name alone says which image it is: what stands before it is a mirror's,
// today's or one of old (us.gcr.io/k8s-artifacts-prod/pause).

/** `registry.k8s.io/coredns/coredns:v1.13.1@sha256:…` → `coredns` */
export function lastNameOf(reference: string): string {
  const path = reference.split('@', 1)[0] ?? ''
  const last = path.slice(path.lastIndexOf('/') + 1)
  return last.split(':', 1)[0] ?? ''
}

/**
 * Every last name that an image may have been signed under: each of Kubernetes's is published once more by its
 * architecture, the very same image as in the index, so that a child's name may have it, or lack it.
 * @param architecture of an image that is no index
 */
export function toNames(repository: string, architecture: string | undefined): string[] {
  const name = lastNameOf(repository)
  if (name === '') return []
  if (architecture === undefined) return [name]
  const ending = `-${architecture}`
  return name.endsWith(ending) ? [name, name.slice(0, -ending.length)] : [name, `${name}${ending}`]
}
