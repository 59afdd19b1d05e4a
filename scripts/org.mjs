// Whose repository this is stands in package.json (`repository`), once; wherever
// else it is written, it is written the same.
//
//   node scripts/org.mjs NAME       renames it everywhere; then `npm run build`
//   node scripts/org.mjs --check    fails on a name that is another
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const REPOSITORY = 'verify-k8s-artifacts'
/** An account of GitHub. */
const NAME = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/
/** Where an owner stands before the repository, and not just any folder. */
const OWNER = new RegExp(
  `(?<=uses: |github\\.com/|repository: |name: '|[\`"']|@)([A-Za-z0-9][A-Za-z0-9-]{0,38})(?=/${REPOSITORY}\\b(?!\\.1))`,
  'g',
)

const [asked] = process.argv.slice(2)
const { repository } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
const [owner] = repository.url.match(OWNER) ?? []
if (asked === undefined || (asked !== '--check' && !NAME.test(asked)))
  throw new Error('usage: node scripts/org.mjs NAME | --check')

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
const isOurs = (file) => !file.startsWith('dist/') && file !== 'scripts/org.mjs'
const files = listed.split('\0').filter((file) => file !== '' && isOurs(file))
const others = []
let count = 0
for (const file of files) {
  const text = await readFile(join(ROOT, file), 'utf8').catch(() => '')
  for (const [found] of text.matchAll(OWNER))
    if (found !== owner) others.push(`${file}: ${found}/${REPOSITORY}`)
  if (asked === '--check' || asked === owner) continue
  const renamed = text.replace(OWNER, (found) => (found === owner ? asked : found))
  if (renamed === text) continue
  await writeFile(join(ROOT, file), renamed)
  count += 1
}
if (others.length > 0) {
  console.error(`not ${owner}, as package.json has it:\n  ${others.join('\n  ')}`)
  process.exitCode = 1
} else console.log(asked === '--check' ? `everywhere ${owner}/${REPOSITORY}` : `renamed in ${count} files`)
