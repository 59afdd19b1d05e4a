// The images' table against the lab's own registry, with a list of referrers in
// pages and without one, and against Debian's docker-registry.
import { DockerRegistry } from '../../src/lab/images.js'
import { LabRegistry, type LabRegistryOptions } from '../../src/lab/lab-registry.js'
import { type Kind, describeImages } from '../support/images-table.js'

const lab = (name: string, options: LabRegistryOptions): Kind => ({
  name,
  hasReferrers: options.referrers !== 'absent',
  start: async () => {
    const store = await LabRegistry.start(options)
    return { store, stop: () => store.close() }
  },
})
const docker: Kind = {
  name: 'docker-registry',
  hasReferrers: false,
  start: async () => {
    const store = await DockerRegistry.start()
    return { store, stop: () => store.stop() }
  },
}
const isInstalled = DockerRegistry.isInstalled()
if (!isInstalled)
  process.stderr.write('\n!!! docker-registry is absent: its images’ table is SKIPPED, not passed !!!\n')

describeImages([
  lab('the lab’s registry, one referrer a page', { referrersPerPage: 1 }),
  lab('the lab’s registry without referrers', { referrers: 'absent' }),
  ...(isInstalled ? [docker] : []),
])
