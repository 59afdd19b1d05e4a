// What a terminal starts. A Node that is too old cannot even link the program,
// so this file loads nothing before it has looked: one sentence, and the exit
// code of a bad request.
const [OLDEST_MAJOR, OLDEST_MINOR] = [24, 15]
/** Beside this file in dist/. A bundler leaves what is not written out where it is. */
const PROGRAM = ['.', 'cli-main.js'].join('/')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR)) {
  const { useCompileCache } = await import(/* webpackMode: "eager" */ './compile-cache.js')
  useCompileCache(process.env)
  await import(/* webpackIgnore: true */ PROGRAM)
} else {
  const oldest = `${OLDEST_MAJOR}.${OLDEST_MINOR}`
  process.stderr.write(
    `verify-k8s-artifacts needs Node.js ${oldest} or newer, and this is ${process.versions.node}.\n`,
  )
  process.exitCode = 2
}

export {}
