// The container images of a release, on registry.k8s.io under its version
// (https://kubernetes.io/docs/tasks/administer-cluster/verify-signed-artifacts/).

/** What runs a control plane and its nodes. */
export const CONTROL_PLANE_IMAGES: readonly string[] = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
]

/** All that a release brings. Others, such as pause and etcd, have versions of their own. */
export const RELEASE_IMAGES: readonly string[] = [...CONTROL_PLANE_IMAGES, 'kubectl', 'conformance']
