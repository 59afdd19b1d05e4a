// Which versions of others the suites run: what go.mod and requirements.txt pin.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const GO = readFileSync(join(import.meta.dirname, '../sigstore/tools/go.mod'), 'utf8')
const PYTHON = readFileSync(join(import.meta.dirname, 'requirements.txt'), 'utf8')

/** @param module its path, `github.com/sigstore/cosign/v3` */
export function goVersion(module: string): string {
  return pinned(GO, `${module} v`)
}

/** @param name as PyPI has it */
export function pythonVersion(name: string): string {
  return pinned(PYTHON, `${name}==`)
}

function pinned(text: string, prefix: string): string {
  const line = text.split('\n').find((each) => each.trim().startsWith(prefix))
  const version = line?.trim().slice(prefix.length).split(' ')[0]
  if (version === undefined) throw new Error(`nothing pins ${prefix}`)
  return version
}
