// What the tables of inputs and outputs do not say of the actions.
import './typescript.mjs'

const { COMMANDS } = await import('../src/request/commands.ts')

/** What the tables do not say. The marketplace cuts descriptions that are longer than 125 characters. */
export const ACTIONS = [
  {
    folder: '',
    name: 'Verify Kubernetes artifacts',
    description:
      'Fetches Kubernetes release artifacts, proves that the Kubernetes project signed them, and installs only what is proven.',
    main: 'action.js',
    post: 'post.js',
  },
  {
    folder: 'verify',
    name: 'Verify local Kubernetes artifacts and images',
    description: 'Proves who signed local files, digests and container images, without installing anything.',
    main: 'verify.js',
  },
  {
    folder: 'audit',
    name: 'Audit Kubernetes releases',
    description: COMMANDS.audit.sentence,
    main: 'audit.js',
  },
  {
    folder: 'audit/plan',
    name: 'Plan an audit of Kubernetes releases',
    description: 'Divides an audit among several jobs, and gives the matrix for them.',
    main: 'plan-shards.js',
  },
  {
    folder: 'audit/merge',
    name: 'Merge an audit of Kubernetes releases',
    description: COMMANDS.merge.sentence,
    main: 'merge.js',
  },
]
