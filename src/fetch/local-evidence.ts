// Evidence from files and URLs that the user names.
import { type KeyObject, createPublicKey } from 'node:crypto'
import { type ErrorCode, EvidenceError, InputError, LockError, messageOf } from '../errors.js'
import { createLockFile } from '../files/lock-file.js'
import { digestOfFile, measureFurther } from '../files/measure.js'
import type { Http, LocalPorts } from '../ports.js'
import { UnfitFileError } from '../files/open-file.js'
import { readSmallFile } from '../files/read-small-file.js'
import { isNotFound } from './not-found.js'

/** As for sidecars and log answers from servers: no evidence is larger. */
const MAX_EVIDENCE_BYTES = 1024 * 1024

/** Evidence, keys and files by name: on this machine, or by https. */
export function createLocalEvidence(
  http: Http,
): Pick<LocalPorts, 'readEvidence' | 'readLockFile' | 'readKey' | 'measure' | 'measureFurther'> {
  return {
    readLockFile: async (path) => {
      const text = await createLockFile(path).read()
      if (text === undefined) throw new LockError('LOCK_MISSING', `there is no lock file "${path}"`)
      return text
    },
    readEvidence: async (location, missing) =>
      location.kind === 'url'
        ? fetchEvidence(http, location.url, missing)
        : readEvidenceFile(location.path, missing),
    readKey: async (path) => {
      try {
        return parsePublicKey(await readSmallFile(path, MAX_EVIDENCE_BYTES))
      } catch (cause) {
        const message = `"${path}" holds no public key that can be used: ${messageOf(cause)}; allowed: an EC key on P-256 or P-384, in PEM`
        throw new InputError([{ code: 'INPUT_INVALID', field: '--key', message }])
      }
    },
    measure: async (path) => {
      try {
        return await digestOfFile(path, { followLink: true })
      } catch (cause) {
        const message = `cannot be read as a file: ${messageOf(cause)}`
        throw new InputError([{ code: 'INPUT_INVALID', field: path, message }])
      }
    },
    measureFurther: async (path, sha256) => {
      try {
        return await measureFurther(path, { followLink: true, sha256 })
      } catch (cause) {
        const message = `cannot be read again: ${messageOf(cause)}`
        throw new InputError([{ code: 'INPUT_INVALID', field: path, message }])
      }
    },
  }
}

/** Never a private key's file, of which Node would make the public one. */
function parsePublicKey(pem: Buffer): KeyObject {
  if (!/^\s*-----BEGIN PUBLIC KEY-----/.test(pem.toString('latin1')))
    throw new Error('it is not a public key in PEM')
  const key = createPublicKey(pem)
  const { namedCurve } = key.asymmetricKeyDetails ?? {}
  if (namedCurve === 'prime256v1' || namedCurve === 'secp384r1') return key
  throw new Error(`it is of the kind ${namedCurve ?? key.asymmetricKeyType ?? 'unknown'}`)
}

type Missing = Extract<ErrorCode, `EVIDENCE_${string}_MISSING`>

async function fetchEvidence(http: Http, url: URL, missing: Missing): Promise<Buffer> {
  try {
    return await http.fetchBytes(url, { maxBytes: MAX_EVIDENCE_BYTES })
  } catch (cause) {
    if (!isNotFound(cause)) throw cause
    throw new EvidenceError(missing, `there is nothing at ${url.href}`, { cause })
  }
}

async function readEvidenceFile(path: string, missing: Missing): Promise<Buffer> {
  try {
    return await readSmallFile(path, MAX_EVIDENCE_BYTES)
  } catch (cause) {
    if (cause instanceof UnfitFileError)
      throw new EvidenceError('EVIDENCE_UNREADABLE', `${path} cannot be evidence: ${cause.message}`, {
        cause,
      })
    throw new EvidenceError(missing, `${path} cannot be read: ${messageOf(cause)}`, { cause })
  }
}
