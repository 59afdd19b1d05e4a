// Paths as Windows gives them back.
import { toPlainPath } from '../../src/install/folder-placements.js'

test.each([
  ['\\\\?\\C:\\tools\\kubectl', 'C:\\tools\\kubectl'],
  ['\\\\?\\UNC\\server\\share\\tools', '\\\\server\\share\\tools'],
  ['C:\\tools', 'C:\\tools'],
  ['/opt/tools', '/opt/tools'],
])('%s is plainly %s', (path, plain) => {
  expect(toPlainPath(path)).toBe(plain)
})
