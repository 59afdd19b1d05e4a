// What `lock update` and `lock diff` were asked. What a lock file is of stands
// in the file: here is where it lies, and how strictly what it is of is proven.
import { AGE_INPUTS, AGE_RULES } from './age-inputs.js'
import { type Reader, oneOf, refuse } from './fields.js'
import { type CommandInputs, type ValuesOf, type Words, conflict, input, readInputs } from './input.js'
import { REPORT_INPUTS, TERMINAL_INPUTS, TERMINAL_RULES } from './output-inputs.js'
import {
  BINDING_INPUTS,
  CHECKPOINT_INPUTS,
  CHECKPOINT_RULES,
  LOCK_FILE,
  LOCK_INPUTS,
  PROOF_INPUTS,
  PROOF_RULES,
} from './release-inputs.js'
import { NOT_INSTALLED, type Request } from './request.js'
import { type RequestSurroundings, VERSION_RULES, toReadOptions, versionInputs } from './scope-inputs.js'
import {
  LOG_INPUTS,
  REGISTRY_INPUTS,
  RELEASE_SIGNER_INPUTS,
  ROOT_INPUTS,
  ROOT_RULES,
  SITE_INPUTS,
  SITE_RULES,
  toServices,
  toSigner,
  toTrustedRoot,
} from './trust-inputs.js'

/** Standard input, in the place of one of two files. */
export const STANDARD_INPUT = '-'

const CHANGES_FORMATS = ['text', 'json', 'markdown'] as const
/** How it is told what changed. */
export type ChangesFormat = (typeof CHANGES_FORMATS)[number]

/** What both commands have. */
const COMMON_INPUTS = {
  ...RELEASE_SIGNER_INPUTS,
  ...ROOT_INPUTS,
  ...AGE_INPUTS,
  offline: LOCK_INPUTS.offline,
  ...SITE_INPUTS,
  ...REPORT_INPUTS,
  format: input(
    'Results',
    'Whether what changed is printed for people (`text`), for programs (`json`) or for a pull request (`markdown`), the last two with the whole proof of each new digest.',
    { entry: 'cli', default: 'text', placeholder: 'choice', read: oneOf(CHANGES_FORMATS) },
  ),
  ...TERMINAL_INPUTS,
}

const UPDATE_INPUTS = {
  'lock-file': input('What', 'The path of the lock file that is updated.', {
    entry: 'cli',
    default: LOCK_FILE,
    placeholder: 'path',
    read: (text: string) => ({ value: text }),
  }),
  ...versionInputs(''),
  version: {
    ...versionInputs('').version,
    sentence:
      'The releases that the lock file is of from now on, in any form that `get` takes; empty means those that it has been of, resolved anew, of which an exact version stays what it is.',
  },
  ...COMMON_INPUTS,
  ...PROOF_INPUTS,
  ...CHECKPOINT_INPUTS,
  ...LOG_INPUTS,
}
type UpdateValues = ValuesOf<typeof UPDATE_INPUTS>

/** The inputs of `lock update`. */
export const LOCK_UPDATE: CommandInputs<UpdateValues> = {
  table: UPDATE_INPUTS,
  rules: [
    ...VERSION_RULES,
    ...ROOT_RULES,
    ...CHECKPOINT_RULES,
    ...PROOF_RULES,
    ...AGE_RULES,
    ...SITE_RULES,
    ...TERMINAL_RULES,
    conflict(
      'offline',
      'is allowed where {release-url} is a folder',
      ({ values }) => values.offline === true && values['release-url']?.protocol !== 'file:',
    ),
  ],
  positionals: { name: 'lock-file', most: 1 },
}

/** Two paths, as they were given one after the other. */
const readLockFiles: Reader<readonly [string, string]> = (text) => {
  const [former = '', current = '', ...others] = text.split('\n')
  const allowed = `allowed: two paths, of which one may be ${STANDARD_INPUT} for standard input`
  const field = 'the lock files'
  if (former === '' || current === '' || others.length > 0)
    return refuse(field, `are to be two, the former and the current; ${allowed}`, 'INPUT_REQUIRED')
  if (former === STANDARD_INPUT && current === STANDARD_INPUT)
    return refuse(field, `are both standard input; ${allowed}`)
  return { value: [former, current] }
}

const DIFF_INPUTS = {
  'lock-files': input(
    'What',
    'The paths of the former lock file and of the current one, of which one may be `-` for standard input; what is empty there is a lock file that was not there yet.',
    { entry: 'cli', placeholder: 'paths', read: readLockFiles },
  ),
  ...COMMON_INPUTS,
  ...BINDING_INPUTS,
  patience: LOG_INPUTS.patience,
}
type DiffValues = ValuesOf<typeof DIFF_INPUTS>

/** The inputs of `lock diff`. */
export const LOCK_DIFF: CommandInputs<DiffValues> = {
  table: DIFF_INPUTS,
  rules: [
    ...ROOT_RULES,
    ...AGE_RULES,
    ...SITE_RULES,
    ...TERMINAL_RULES,
    conflict(
      'offline',
      "leaves out the releases' SBOMs; allowed where {release-url} is a folder, or with {release-binding} off",
      ({ values }) =>
        values.offline === true &&
        values['release-binding'] !== 'off' &&
        values['release-url']?.protocol !== 'file:',
    ),
  ],
  positionals: { name: 'lock-files', most: 2, isOnly: true },
}

/** A request whose releases and artifacts a lock file names. */
interface LockRequest extends Request {
  readonly format: ChangesFormat
  /** Whether the user said who has to have signed: nobody else does for artifacts of other projects. */
  readonly isSignerNamed: boolean
}

export interface LockUpdateRequest extends LockRequest {
  readonly lockFile: string
}

export interface LockDiffRequest extends LockRequest {
  readonly former: string
  readonly current: string
}

/**
 * Reads the request of `lock update`, whose versions are empty where the lock file is to say them.
 * @throws InputError with every fault
 */
export function parseLockUpdateRequest(words: Words, surroundings: RequestSurroundings): LockUpdateRequest {
  const values = readInputs(LOCK_UPDATE, words, toReadOptions(surroundings))
  return {
    ...toLockRequest(values),
    versions: surroundings.versionFile?.value ?? values.version,
    lockFile: values['lock-file'],
    logCheckpoint: values['log-checkpoint'],
    releaseBinding: values['release-binding'],
    signatureSource: values['signature-source'],
    crossCheck: values['cross-check'],
    ...toServices(values),
  }
}

/**
 * Reads the request of `lock diff`, for which no log is asked and no channel.
 * @throws InputError with every fault
 */
export function parseLockDiffRequest(words: Words): LockDiffRequest {
  const values = readInputs(LOCK_DIFF, words)
  const [former, current] = values['lock-files']
  return {
    ...toLockRequest(values),
    former,
    current,
    isFrozen: true,
    releaseBinding: values['release-binding'],
    ...toServices({ ...values, 'rekor-url': new URL(LOG_INPUTS['rekor-url'].default) }),
  }
}

type CommonValues = ValuesOf<typeof COMMON_INPUTS>

function toLockRequest(values: CommonValues): Omit<LockRequest, keyof ReturnType<typeof toServices>> {
  return {
    ...NOT_INSTALLED,
    format: values.format,
    isSignerNamed:
      values['certificate-identity'] !== undefined && values['certificate-oidc-issuer'] !== undefined,
    versions: [],
    artifacts: [],
    areAllArtifacts: false,
    platforms: [],
    arePlatformsNamed: false,
    urls: [],
    images: [],
    imageRegistry: REGISTRY_INPUTS['image-registry'].default,
    imageSigner: undefined,
    expectedSha256: undefined,
    signer: toSigner(values),
    trustedRoot: toTrustedRoot(values, values.offline),
    lockFile: undefined,
    isFrozen: false,
    isOffline: values.offline,
    minimumAge: values['minimum-age'],
    logCheckpoint: undefined,
    releaseBinding: 'required',
    signatureSource: 'artifact',
    crossCheck: false,
    failFast: false,
    bundlesFolder: undefined,
    reportFolder: values.report,
  }
}
