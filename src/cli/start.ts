// What a terminal starts. A Node that is too old cannot even link the program,
// so this file loads nothing before it has looked: one sentence, and the exit
// code of a bad request. Nor can a program of which a file is missing: our own
// exit code again, since Node's means that something was rejected.
const [OLDEST_MAJOR, OLDEST_MINOR] = [24, 15]
/** Beside this file in dist/. A bundler leaves what is not written out where it is. */
const PROGRAM = ['.', 'cli-main.js'].join('/')
const BAD_REQUEST = 2
const INTERNAL = 70

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR)) {
  load().catch((thrown: unknown) => {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    process.stderr.write(`verify-k8s-artifacts is not whole, install it again: ${message}\n`)
    process.exitCode = INTERNAL
  })
} else {
  const oldest = `${OLDEST_MAJOR}.${OLDEST_MINOR}`
  process.stderr.write(
    `verify-k8s-artifacts needs Node.js ${oldest} or newer, and this is ${process.versions.node}.\n`,
  )
  process.exitCode = BAD_REQUEST
}

async function load(): Promise<void> {
  const { useCompileCache } = await import('./compile-cache.js')
  useCompileCache(process.env)
  await import(/* webpackIgnore: true */ PROGRAM)
}
