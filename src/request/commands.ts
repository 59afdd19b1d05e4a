// All commands, with the inputs that each entry has for them.
import type { FieldError } from '../errors.js'
import { AUDIT, MERGE, PLAN_SHARDS } from './audit-inputs.js'
import { ENTRY } from './entry-request.js'
import { CHECKSUMS } from './checksums-request.js'
import { suggest } from './fields.js'
import { EXPORT, GET } from './get-request.js'
import { IMAGE } from './image-request.js'
import { LOCK_DIFF, LOCK_UPDATE } from './lock-request.js'
import type { Entry, Input, Positionals } from './input.js'
import { PLAN } from './plan-request.js'
import { VERIFY } from './verify-inputs.js'

export interface CommandFacts {
  /** One whole sentence. */
  readonly sentence: string
  /** The folder of the action that does it, below the repository's own; undefined where only the command line has it. */
  readonly action: string | undefined
  readonly inputs: {
    readonly table: Readonly<Record<string, Input<unknown>>>
    readonly positionals?: Positionals
  }
  /** How the command line is used, without the program's name. */
  readonly examples: readonly string[]
}

/**
 * Every command: what it does, where it can be given, its inputs and examples. Help, docs and action.yml come from
 * here.
 */
export const COMMANDS = {
  get: {
    sentence: 'Fetches artifacts, proves who signed them, and installs only what is proven.',
    action: '',
    inputs: GET,
    examples: [
      'get kubectl kubeadm --version v1.35.2 --output ./bin',
      'get kubernetes-client --version stable-1.35 --extract',
      'get --url https://… --certificate-identity WHO --certificate-oidc-issuer ISSUER',
    ],
  },
  plan: {
    sentence: 'Tells what get would fetch, and from where; it fetches no artifact.',
    action: undefined,
    inputs: PLAN,
    examples: [
      'plan all --version supported --os all --arch all',
      'plan kubectl --version v1.35.2 --hosts --format allow-list',
    ],
  },
  export: {
    sentence:
      'Writes a folder with artifacts, bundles, trusted root and lock file, for a machine without network.',
    action: undefined,
    inputs: EXPORT,
    examples: [
      'export --output ./kubernetes --version v1.35.2',
      'get --offline --frozen --lock-file ./kubernetes/k8s-artifacts.lock.json --release-url file:///…/kubernetes',
    ],
  },
  checksums: {
    sentence:
      "Writes down the digests that a release's signed SBOM lists, once the SBOM is proven; it fetches no artifact.",
    action: undefined,
    inputs: CHECKSUMS,
    examples: [
      'checksums --version v1.35.2 > SHA256SUMS',
      'checksums kubelet kubectl kubeadm --version supported --os linux --format kubespray --output ./checksums',
    ],
  },
  'lock update': {
    sentence:
      'Asks for what a lock file is of once more, proves all of it anew, and only then writes down the releases that it means today.',
    action: undefined,
    inputs: LOCK_UPDATE,
    examples: [
      'lock update k8s-artifacts.lock.json',
      'lock update --minimum-age 3d --format markdown > body.md',
      'lock update --version stable-1.36',
    ],
  },
  'lock diff': {
    sentence: 'Tells what changed from one lock file to another, with the proof of each new digest.',
    action: undefined,
    inputs: LOCK_DIFF,
    examples: [
      'lock diff former.lock.json k8s-artifacts.lock.json',
      'lock diff - k8s-artifacts.lock.json --format markdown < former.lock.json',
    ],
  },
  verify: {
    sentence: 'Proves who signed local files, or a digest, without installing anything.',
    action: 'verify',
    inputs: VERIFY,
    examples: [
      'verify ./kubectl --version v1.35.2',
      'verify ./kubectl ./kubeadm',
      'verify --release v1.35.2 /usr/bin ./kubelet.deb ./image.tar',
      'verify ./kubectl --bundle ./kubectl.sigstore.json --key ./key.pem',
      'verify sha256:… --signature ./kubectl.sig --certificate ./kubectl.cert',
    ],
  },
  image: {
    sentence: 'Proves who signed container images, and tells each by its digest.',
    action: 'verify',
    inputs: IMAGE,
    examples: ['image registry.k8s.io/kube-apiserver:v1.35.2', 'image registry.k8s.io/pause@sha256:…'],
  },
  entry: {
    sentence: 'Looks at an entry of the transparency log, and verifies its proofs.',
    action: undefined,
    inputs: ENTRY,
    examples: ['entry 123456789', 'entry sha256:… --signature ./kubectl.sig --certificate ./kubectl.cert'],
  },
  audit: {
    sentence: 'Looks at everything that whole releases have to have, and says what is wrong with it.',
    action: 'audit',
    inputs: AUDIT,
    examples: [
      'audit --version supported --report ./audit-report',
      'audit --plan ./audit-plan.json --shard 1 --report ./shards/1',
    ],
  },
  'plan-shards': {
    sentence: 'Divides an audit among several jobs; it writes a plan, and prints the matrix of a workflow.',
    action: 'audit/plan',
    inputs: PLAN_SHARDS,
    examples: ['plan-shards --shards 20 --depth full --report ./audit-plan'],
  },
  merge: {
    sentence: 'Joins the reports of all shards of a plan.',
    action: 'audit/merge',
    inputs: MERGE,
    examples: ['merge --plan ./audit-plan.json --reports ./shards --baseline ./former/report.json'],
  },
} as const satisfies Record<string, CommandFacts>

export type CommandName = keyof typeof COMMANDS
const ALL: Readonly<Record<string, CommandFacts>> = COMMANDS

/** The commands of an entry, in the order that a help lists them. */
export function commandsOf(entry: Entry): CommandName[] {
  const names: CommandName[] = []
  let name: CommandName
  for (name in COMMANDS) if (entry === 'cli' || ALL[name]?.action !== undefined) names.push(name)
  return names
}

/** The inputs of a command that an entry has, by name. */
export function inputsOf(name: CommandName, entry: Entry): [string, Input<unknown>][] {
  const table: Readonly<Record<string, Input<unknown>>> = COMMANDS[name].inputs.table
  return Object.entries(table).filter(([, each]) => each.entry !== other(entry))
}

/** Every input's name that any command has. */
export const INPUT_NAMES: readonly string[] = [
  ...new Set(Object.values(ALL).flatMap(({ inputs }) => Object.keys(inputs.table))),
]

/** How an entry was asked for a command. */
export interface Asked {
  readonly command: CommandName
  readonly entry: Entry
  readonly spell: (name: string) => string
  /** The names that the entry takes for the command. */
  readonly allowed: readonly string[]
}

/** Says of each name that a command does not take whose input it is, or that it is nobody's. */
export function refuseForeign(
  names: readonly string[],
  { command, entry, spell, allowed }: Asked,
): FieldError[] {
  const has = (name: string, side: Entry): CommandName[] =>
    commandsOf(side).filter((each) => inputsOf(each, side).some(([input]) => input === name))
  return names.map((name): FieldError => {
    const field = spell(name)
    const owners = has(name, entry)
    if (owners.length > 0 && !owners.includes(command)) {
      const titles = [...new Set(owners.map((owner) => (entry === 'cli' ? owner : titleOf(owner))))].join(
        ', ',
      )
      const message = `is an input of ${titles}, and has no effect on ${command}; allowed: leave it out`
      return { code: 'INPUT_CONFLICT', field, message }
    }
    if (owners.length === 0 && has(name, other(entry)).length > 0) {
      const where = entry === 'cli' ? 'the action' : 'the command line'
      return {
        code: 'INPUT_CONFLICT',
        field,
        message: `is an input of ${where} alone; allowed: leave it out`,
      }
    }
    const list = allowed.map(spell).join(', ')
    return {
      code: 'INPUT_UNKNOWN',
      field,
      message: `is not a flag; allowed: ${list}${suggest(name, allowed)}`,
    }
  })
}

/** What the planner of an audit was called; on the command line it is a dry run of get, but for `--shards`. */
export const FORMER_PLANNER = 'plan'
/** Said to who still calls the planner by its former name. */
export const PLANNER_WARNING =
  'the planner of an audit is called plan-shards; its former name, plan, is a dry run of get'

/** The action that does a command, as a workflow names it: `…/audit/plan`. */
export function titleOf(name: CommandName): string {
  const { action } = COMMANDS[name]
  return action === '' || action === undefined ? 'the main action' : `…/${action}`
}

function other(entry: Entry): Entry {
  return entry === 'action' ? 'cli' : 'action'
}
