// Every entry of an action is a few lines, which load the rest: so a file that
// is not there is told in one line, with the exit code of our own bug. Node's
// own is 1, which means that something was rejected.
const INTERNAL = 70

/** Loads a program that runs by being loaded, or runs what it gives. */
export function start(load: () => Promise<unknown>): void {
  load().catch((thrown: unknown) => {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    const text = `This action is not whole: ${message}`
    // Escaped as workflow commands are (actions/toolkit, core/src/command.ts).
    const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
    process.stdout.write(`::error title=INTERNAL::${escaped}\n`)
    process.exitCode = INTERNAL
  })
}
