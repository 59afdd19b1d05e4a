// The client under test of sigstore-conformance: its protocol
// (https://github.com/sigstore/sigstore-conformance/blob/main/docs/cli_protocol.md)
// in terms of the built command line. What signs is not ours.
//   node scripts/conformance-client.mjs verify-bundle [--staging] --bundle FILE
//     --certificate-identity IDENTITY --certificate-oidc-issuer URL | --key FILE
//     [--trusted-root FILE] FILE_OR_DIGEST
// It exits with 0 when the artifact is verified, and else with the exit code of
// the command line.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const CLI = resolve(import.meta.dirname, '../dist/cli.js')

const [command, ...given] = process.argv.slice(2)
if (command !== 'verify-bundle') {
  console.error(`${command ?? 'no command'}: this client verifies bundles, and signs nothing`)
  process.exitCode = 2
} else {
  const child = spawn(process.execPath, [CLI, 'verify-bundle', ...given], { stdio: 'inherit' })
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 70
  })
  child.on('close', (code) => {
    process.exitCode = code ?? 70
  })
}
