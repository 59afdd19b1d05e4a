// The outputs of the actions: the one place that says what each means.
import { ARTIFACT_NAMES } from '../kubernetes/catalogue.js'

/** An output of one or more actions. */
export interface OutputFacts {
  /** One whole sentence, in Markdown. */
  readonly sentence: string
  /** The folders of the actions that set it, below the repository's own. */
  readonly actions: readonly string[]
}

const GET = ['']
const PROOFS = ['', 'verify']
const AUDITS = ['audit', 'audit/merge']

const facts = (actions: readonly string[], sentence: string): OutputFacts => ({ sentence, actions })

/** Every output, in the order of action.yml. Each is set also on failure where it has a value. */
export const OUTPUTS: Readonly<Record<string, OutputFacts>> = {
  outcome: facts(
    [...PROOFS, ...AUDITS, 'audit/plan'],
    'The verdict over everything asked for (`verified`, `rejected` or `unverifiable`), set also on failure.',
  ),
  code: facts(
    [...PROOFS, ...AUDITS, 'audit/plan'],
    'The code of the first thing that kept the run from being verified, such as `SIGNATURE_INVALID`, or the finding that an audit failed by; empty on success.',
  ),
  reason: facts(
    [...PROOFS, ...AUDITS, 'audit/plan'],
    'The kind of that (`contradiction`, `network`, `unsigned`, `not-logged`, `not-published`, `predates-signing`, `too-new`, `unreadable`, `offline`, `local`, `incomplete`, `request` or `internal`), so that a workflow can tell an outage from an attack; empty on success.',
  ),
  version: facts(
    [...PROOFS, ...AUDITS, 'audit/plan'],
    'The release that was used, such as `v1.35.2`, or several joined with commas, set also on failure once it is known.',
  ),
  path: facts(
    GET,
    'The path of the first artifact asked for (of an unpacked tarball, the folder), set only if everything asked for is verified.',
  ),
  paths: facts(
    GET,
    "A JSON object from each artifact's name to its path, set only if everything asked for is verified; an artifact asked for in several releases or platforms stands under `v1.35.2/bin/linux/amd64/kubectl` and the like.",
  ),
  'bin-dir': facts(
    GET,
    'The folder of the binary, or with several binaries their folders joined with the separator of PATH, set only if everything asked for is verified.',
  ),
  ...Object.fromEntries(
    ARTIFACT_NAMES.map((name) => [
      `${name}-path`,
      facts(
        GET,
        `The path of the verified ${name}, if it was asked for; of several platforms the runner's own, of several releases the first.`,
      ),
    ]),
  ),
  bundle: facts(
    GET,
    'The path of the Sigstore bundle of the first artifact asked for, beside the artifact, set only if everything asked for is verified.',
  ),
  'bundles-dir': facts(
    GET,
    'The folder of the input bundles-dir, set only if everything asked for is verified.',
  ),
  digests: facts(
    PROOFS,
    "A JSON object from each artifact's name to its digest as `sha256:…`, with the same names as in paths, set also on failure for the artifacts that were measured.",
  ),
  images: facts(
    PROOFS,
    "A JSON object from each verified image's reference to the same with its digest (`registry.k8s.io/kube-apiserver@sha256:…`), so that later steps use what was proven.",
  ),
  'log-index': facts(
    PROOFS,
    "The transparency log's index of the entry of the first artifact asked for, set also on failure if that entry is proven; the report has all.",
  ),
  'log-entry-uuid': facts(
    PROOFS,
    'The UUID of the transparency log entry of the first artifact asked for, set also on failure if that entry is proven; the report has all.',
  ),
  'cache-hit': facts(
    GET,
    'Whether all artifacts stood in the tool cache, where they were hashed and verified again; set only if everything asked for is verified.',
  ),
  report: facts(
    [...PROOFS, ...AUDITS],
    'The path of `report.json`, set also on failure, if a folder was given for it.',
  ),
  findings: facts(AUDITS, 'How many findings an audit or a merge has.'),
  seed: facts([...AUDITS, 'audit/plan'], "The seed that drew an audit's sample."),
  matrix: facts(['audit/plan'], 'The shards of a plan as JSON, for `strategy.matrix` of a job.'),
  plan: facts(['audit/plan'], 'The path of the plan.'),
}
