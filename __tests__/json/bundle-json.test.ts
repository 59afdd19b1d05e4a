// The JSON of log entries: an index of 0 is written out, and nothing else is touched.
import { withIndices } from '../../src/json/bundle-json.js'

test.each([
  [{}, { logIndex: '0' }],
  [
    { inclusionProof: { rootHash: 'x' } },
    { logIndex: '0', inclusionProof: { rootHash: 'x', logIndex: '0' } },
  ],
  [
    { logIndex: '7', inclusionProof: { logIndex: '3' } },
    { logIndex: '7', inclusionProof: { logIndex: '3' } },
  ],
])('%j', (entry, expected) => {
  expect(withIndices(entry)).toEqual(expected)
})
