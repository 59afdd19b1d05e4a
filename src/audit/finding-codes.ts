// What only an audit finds, by its code. The table in docs/audit.md is made from
// this, so it imports nothing.

/** From the loudest to the softest. */
export const SEVERITIES = ['alarm', 'error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

interface FindingEntry {
  readonly severity: Severity
  readonly meaning: string
  /** What to do about it, for the one who runs the audit. */
  readonly remedy: string
}

/** What only an audit finds; the codes of failed checks are findings, too. */
export const AUDIT_FINDINGS = {
  LOG_INCONSISTENT: {
    severity: 'alarm',
    meaning: 'The transparency log has signed two states of itself that exclude each other.',
    remedy:
      'Trust nothing that rests on this log. Keep both checkpoints, and show them to the operators of the log and to others who watch it.',
  },
  DIGEST_MOVED: {
    severity: 'alarm',
    meaning: 'The digest is another than in the baseline, while the version stood still.',
    remedy:
      'Do not use the artifact. Published releases do not change: find out who changed the site or the mirror, and report it to the Kubernetes release engineers.',
  },
  ARTIFACT_ABSENT: {
    severity: 'error',
    meaning: 'An artifact that the release must have is not published.',
    remedy:
      'Wait if the release is new, or complete the mirror; if dl.k8s.io itself lacks it, report the release to the Kubernetes release engineers.',
  },
  ARTIFACT_UNSIGNED: {
    severity: 'error',
    meaning: 'The artifact is published, but has neither signature nor certificate.',
    remedy:
      'Mirror the .sig and the .cert beside it; if dl.k8s.io itself lacks them, report the release to the Kubernetes release engineers.',
  },
  SIDECAR_MISSING: {
    severity: 'error',
    meaning: 'One of the files beside the artifact is not published.',
    remedy:
      'Mirror the file that is named; if dl.k8s.io itself lacks it, report the release to the Kubernetes release engineers.',
  },
  EVIDENCE_DISREGARDED: {
    severity: 'warning',
    meaning: 'The artifact is proven; beside its proof lies evidence that proves nothing.',
    remedy: 'Nothing to do for who uses the artifact. Whoever publishes it can remove or mend what is named.',
  },
  ARTIFACT_UNLISTED: {
    severity: 'warning',
    meaning: "Some of the release's papers list the artifact, others do not.",
    remedy:
      'Nothing to do for who uses the artifact. Report the release to the Kubernetes release engineers.',
  },
  ARTIFACT_UNEXPECTED: {
    severity: 'note',
    meaning: "The release's papers list an artifact that the catalogue does not know.",
    remedy: 'Nothing to do, if you know what it is. A newer version of this program may know it.',
  },
  PAPER_MISSING: {
    severity: 'error',
    meaning: 'A paper of the release is not published, or cannot be read.',
    remedy:
      'Mirror the paper that is named; if dl.k8s.io itself lacks it, report the release to the Kubernetes release engineers.',
  },
  SIGNED_AGAIN: {
    severity: 'note',
    meaning: 'The log has several valid entries of the expected signer for this digest.',
    remedy: 'Nothing to do: it was signed more than once, by who may.',
  },
  LOG_SEARCH_UNAVAILABLE: {
    severity: 'warning',
    meaning:
      'The log could not be searched for further entries, so that those signed again were not looked for.',
    remedy: 'Nothing to do for what is verified. Run again later, or set log-search to failures.',
  },
  LOG_TIME_FAR: {
    severity: 'warning',
    meaning: 'The log took the entry at a time that is far from the date of the release.',
    remedy:
      'Look at what was signed so long after, or before, the release, and ask the Kubernetes release engineers why.',
  },
  IMAGE_DIGEST_SHARED: {
    severity: 'error',
    meaning: 'The registry answers for several images with one and the same.',
    remedy:
      'Do not use the images: at most one of them is what it is called. Tell whoever runs the registry.',
  },
  IMAGE_SINGLE_PLATFORM: {
    severity: 'warning',
    meaning: 'A tag under which Kubernetes has an index of all platforms stands for the image of one.',
    remedy: 'Pull the image from registry.k8s.io itself, or copy it with all of its platforms.',
  },
} as const satisfies Record<string, FindingEntry>
