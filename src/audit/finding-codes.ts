// What only an audit finds, by its code. The table in docs/audit.md is made from
// this, so it imports nothing.

/** From the loudest to the softest. */
export const SEVERITIES = ['alarm', 'error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

interface FindingEntry {
  readonly severity: Severity
  readonly meaning: string
}

/** What only an audit finds; the codes of failed checks are findings, too. */
export const AUDIT_FINDINGS = {
  DIGEST_MOVED: {
    severity: 'alarm',
    meaning: 'The digest is another than in the baseline, while the version stood still.',
  },
  ARTIFACT_ABSENT: {
    severity: 'error',
    meaning: 'An artifact that the release must have is not published.',
  },
  ARTIFACT_UNSIGNED: {
    severity: 'error',
    meaning: 'The artifact is published, but has neither signature nor certificate.',
  },
  SIDECAR_MISSING: {
    severity: 'error',
    meaning: 'One of the files beside the artifact is not published.',
  },
  EVIDENCE_DISREGARDED: {
    severity: 'warning',
    meaning: 'The artifact is proven; beside its proof lies evidence that proves nothing.',
  },
  ARTIFACT_UNLISTED: {
    severity: 'warning',
    meaning: "Some of the release's papers list the artifact, others do not.",
  },
  ARTIFACT_UNEXPECTED: {
    severity: 'note',
    meaning: "The release's papers list an artifact that the catalogue does not know.",
  },
  PAPER_MISSING: {
    severity: 'error',
    meaning: 'A paper of the release is not published, or cannot be read.',
  },
  SIGNED_AGAIN: {
    severity: 'note',
    meaning: 'The log has several valid entries of the expected signer for this digest.',
  },
  LOG_SEARCH_UNAVAILABLE: {
    severity: 'warning',
    meaning:
      'The log could not be searched for further entries, so that those signed again were not looked for.',
  },
  LOG_TIME_FAR: {
    severity: 'warning',
    meaning: 'The log took the entry at a time that is far from the date of the release.',
  },
  IMAGE_DIGEST_SHARED: {
    severity: 'error',
    meaning: 'The registry answers for several images with one and the same.',
  },
  IMAGE_SINGLE_PLATFORM: {
    severity: 'warning',
    meaning: 'A tag under which Kubernetes has an index of all platforms stands for the image of one.',
  },
} as const satisfies Record<string, FindingEntry>
