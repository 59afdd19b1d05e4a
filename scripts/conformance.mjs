// node scripts/conformance.mjs FOLDER    runs the cases of sigstore-conformance
// (its test/assets/bundle-verify) against the built command line, each with its
// file and with the file's digest. A case whose name ends in _fail has to be
// refused by a verdict of ours, 1 or 3; any other has to be verified.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pLimit from 'p-limit'

const CLI = resolve(import.meta.dirname, '../dist/cli.js')
const TIME_LIMIT_MS = 60_000
const CONCURRENT_RUNS = 2
const IDENTITY =
  'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main'
const ISSUER = 'https://token.actions.githubusercontent.com'

const [folder] = process.argv.slice(2)
if (folder === undefined || !existsSync(folder)) {
  console.error(`usage: node scripts/conformance.mjs FOLDER: ${folder ?? 'none'} is not there`)
  process.exitCode = 2
} else process.exitCode = await runCases()

async function runCases() {
  const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'bundle.sigstore.json')))
  const limit = pLimit(CONCURRENT_RUNS)
  const runs = cases.flatMap((name) => toRuns(name).map((subject) => limit(() => judge(name, subject))))
  const failures = await Promise.all(runs)
  const failed = failures.filter((failure) => failure !== undefined)
  for (const failure of failed) console.log(failure)
  console.log(`${failures.length - failed.length} passed, ${failed.length} failed`)
  return failed.length === 0 && failures.length > 0 ? 0 : 1
}

/** The subjects of a case: its file, and the file's digest. */
function toRuns(name) {
  const own = join(folder, name, 'artifact')
  const file = existsSync(own) ? own : join(folder, 'a.txt')
  return [file, `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`]
}

async function judge(name, subject) {
  const at = (file) => join(folder, name, file)
  const read = (file, otherwise) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8').trim() : otherwise)
  const signer = existsSync(at('key.pub'))
    ? ['--key', at('key.pub')]
    : [
        ...['--certificate-identity', read('identity', IDENTITY)],
        ...['--certificate-oidc-issuer', read('issuer', ISSUER)],
      ]
  const root = existsSync(at('trusted_root.json')) ? at('trusted_root.json') : 'embedded'
  const flags = ['--bundle', at('bundle.sigstore.json'), ...signer, '--trusted-root', root]
  const { code, output } = await run(['verify-bundle', ...flags, subject])
  const isRight = name.endsWith('_fail') ? code === 1 || code === 3 : code === 0
  return isRight ? undefined : `${name}, ${subject}: exit ${code}\n${output}`
}

function run(argv) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...argv], { timeout: TIME_LIMIT_MS })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
