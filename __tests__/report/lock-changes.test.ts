// What is told of a lock file that changed: only what its own result proves, never longer than GitHub takes, and whatever
// a lock file holds is no more than text.
import { Lexer, type Token, walkTokens } from 'marked'
import { parseDigest, type Digest } from '../../src/digest.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import type { LockChange } from '../../src/lock/changes.js'
import type { LockEntry } from '../../src/lock/lock.js'
import { formatPlace } from '../../src/plan/plan.js'
import {
  MAX_BODY_BYTES,
  type ProvenChanges,
  formatChangesJson,
  formatChangesMarkdown,
  listBackwards,
  toChangeBlocks,
} from '../../src/report/lock-changes.js'
import type { VerificationResult } from '../../src/verify/verification-result.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'
import { findSchemaFaults } from '../support/schemas.js'

const SBOM = 'kubernetes-release.spdx'
const KUBECTL = 'bin/linux/amd64/kubectl'
const SIGNER = { certificateIdentity: 'release@example.com', oidcIssuer: 'https://issuer.example' }
/** Of the public Rekor v1. */
const PUBLIC_LOG = 'c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d'
/** What Markdown makes of a name, if it is let. */
const MARKDOWN_TEXTS = {
  ...HOSTILE_TEXTS,
  'a link': '[click](https://evil.example)',
  'a link by itself': 'https://evil.example www.evil.example',
  'an image': '![x](https://evil.example/x.png)',
  'the end of a code span': '` **bold** ` [a](https://evil.example)',
  'two backticks': '``x``',
  'the end of a cell': 'a | b \\| c',
  'a heading': '\n\n# verified\n\n',
  'a mention and an issue': '@kubernetes/owners #1 closes #2',
  'the end of the details': '</details><h1>x</h1>',
  'a footnote': '[^1]: x',
  'a workflow command': '::error::x ##[error]y',
}

const digestOf = (digit: string): Digest => parseDigest(digit.repeat(64)) as Digest
const entry = (version: string | undefined, path: string, digit: string): LockEntry => ({
  ...(version !== undefined && { version: version as ReleaseVersion }),
  path,
  digest: digestOf(digit),
  signer: SIGNER,
  logIndex: 7,
  bundle: {},
})
const moved = (path: string, digit = 'b'): LockChange => ({
  kind: 'moved',
  former: entry('v1.35.2', path, 'a'),
  current: entry('v1.35.3', path, digit),
})

function verified(
  { version, path, digest }: LockEntry,
  further: Partial<VerificationResult> = {},
): VerificationResult {
  const name = path === SBOM ? 'release-sbom' : path
  return {
    schemaVersion: 1,
    artifact: { name, path, ...(version && { version }) },
    digest,
    depth: 'digest',
    signatureSource: 'artifact',
    outcome: 'verified',
    checks: [{ id: 'release-binding', status: 'passed', detail: '', required: true }],
    signer: SIGNER,
    logEntry: {
      uuid: 'f'.repeat(80),
      logId: PUBLIC_LOG,
      logIndex: 7,
      integratedTime: '2026-01-02T03:04:05Z',
    },
    ...further,
  }
}

function toProven(changes: readonly LockChange[], further: Partial<ProvenChanges> = {}): ProvenChanges {
  const entries = changes.flatMap(({ current }) => current ?? [])
  const sbom = entry('v1.35.3', SBOM, 'c')
  const proofs = new Map([...entries, sbom].map((each) => [formatPlace(each), verified(each)]))
  return { asked: [], changes, unchanged: 0, proofs, trustedRoot: 'TUF', warnings: [], notes: [], ...further }
}

test('a row for each change, and the whole proof of each new digest', () => {
  const text = formatChangesMarkdown(toProven([moved(KUBECTL)]))
  expect(text).toContain(
    `| moved | \`${KUBECTL}\` | \`v1.35.2\` → \`v1.35.3\` | \`bbbbbbbbbbbb\` | [7](https://search.sigstore.dev/?logIndex=7) |`,
  )
  for (const fact of [
    `- \`v1.35.3/${KUBECTL}\``,
    `  - \`sha256:${'b'.repeat(64)}\``,
    `  - before: \`sha256:${'a'.repeat(64)}\``,
    '  - signed by `release@example.com`, by the word of `https://issuer.example`',
    `log entry [7](https://search.sigstore.dev/?logIndex=7) of 2026-01-02T03:04:05Z, UUID \`${'f'.repeat(80)}\`, in the log \`${PUBLIC_LOG}\``,
    `  - listed under this path by the signed SBOM of the release, \`sha256:${'c'.repeat(64)}\``,
  ])
    expect(text).toContain(fact)
})

test.each<[Partial<VerificationResult>, string]>([
  [{ artifact: { name: 'source-sbom', path: KUBECTL, version: 'v1.35.3' } }, 'names its release itself'],
  [{ checks: [] }, 'its release was not looked at: release-binding is off'],
  [{ signatureSource: 'release-sbom' }, 'proven by the signed SBOM of the release alone,'],
])('it says of %j: %s', (further, sentence) => {
  const change = moved(KUBECTL)
  const current = change.current as LockEntry
  const { proofs, ...rest } = toProven([change])
  const proven = { ...rest, proofs: new Map([...proofs, [formatPlace(current), verified(current, further)]]) }
  expect(formatChangesMarkdown(proven)).toContain(sentence)
  expect(toChangeBlocks(proven)[0]?.lines.join('\n')).toContain(sentence)
})

test.each<[string, Partial<VerificationResult>]>([
  ['is rejected', { outcome: 'rejected' }],
  ['is unverifiable', { outcome: 'unverifiable' }],
  ['is of other bytes', { digest: digestOf('d') }],
])('what %s is never told as proven', (_, further) => {
  const change = moved(KUBECTL)
  const current = change.current as LockEntry
  const proven = toProven([change], { proofs: new Map([[formatPlace(current), verified(current, further)]]) })
  for (const format of [formatChangesMarkdown, formatChangesJson, toChangeBlocks])
    expect(() => format(proven)).toThrow('is told as proven, and is not')
})

test('a release that went back is marked, and said', () => {
  const back: LockChange = {
    kind: 'moved',
    former: entry('v1.35.3', 'x', 'a'),
    current: entry('v1.35.2', 'x', 'b'),
  }
  expect(formatChangesMarkdown(toProven([back]))).toContain('| **older** | `x` |')
  expect(listBackwards(toProven([back]))).toEqual(['x goes back from v1.35.3 to v1.35.2'])
  expect(JSON.parse(formatChangesJson(toProven([back])))).toMatchObject({ changes: [{ isBackwards: true }] })
})

test('the JSON is in its published form', async () => {
  const gone: LockChange = { kind: 'removed', former: { ...entry('v1.35.2', 'x', 'a'), platform: 'p' } }
  const asked = [{ what: 'version', name: 'stable', former: [], current: ['v1.35.3'] } as const]
  for (const changes of [[], [gone, moved(KUBECTL), moved(SBOM, 'c')]]) {
    const told = JSON.parse(formatChangesJson(toProven(changes, { asked }))) as unknown
    expect(await findSchemaFaults('lock-changes', told)).toEqual([])
  }
})

test('warnings and notes are in the text, and where nothing changed it says so', () => {
  const text = formatChangesMarkdown(toProven([], { warnings: ['w`w'], notes: ['n'], unchanged: 3 }))
  expect(text).toContain('**Nothing has changed.**')
  expect(text).toContain('Unchanged: 3.')
  expect(text).toContain('- **Warning**: `w\\u{60}w`\n- **Note**: `n`')
})

/** Everything that Markdown makes of a text, but for what is meant here. */
function foreignTokens(markdown: string): string[] {
  const found: string[] = []
  const ours = /^<\/?(?:details|summary)>|^https:\/\/search\.sigstore\.dev\/\?logIndex=\d+$/
  void walkTokens(new Lexer().lex(markdown), (token: Token) => {
    const shown = token.type === 'html' ? token.raw : 'href' in token ? String(token.href) : ''
    if (['html', 'link', 'image', 'def'].includes(token.type) && !ours.test(shown.trim()))
      found.push(token.raw)
    if (token.type === 'heading' && !token.raw.startsWith('## Kubernetes artifacts in')) found.push(token.raw)
  })
  return found
}

test.each(Object.entries(MARKDOWN_TEXTS))('in Markdown, %s is text', (_, text) => {
  const former = { ...entry('v1.35.2', text, 'a'), platform: text }
  const proven = toProven([{ kind: 'removed', former }, moved(text)], {
    asked: [
      { what: 'version', name: text, former: [], current: [text] },
      { what: 'artifacts', former: [text], current: [] },
    ],
    trustedRoot: text,
    warnings: [text],
    notes: [text],
  })
  const markdown = formatChangesMarkdown(proven)
  expect(foreignTokens(markdown)).toEqual([])
  expect(markdown).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u)
  // Each row keeps its cells, and nothing of the text stands outside of a code span.
  const lines = markdown.split('\n')
  const rows = lines.filter((line) => line.startsWith('| moved'))
  expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual([7])
  expect(lines.filter((line) => line.startsWith('- `v1.35.2/'))).toHaveLength(1)
  expect(markdown.replace(/`[^`]*`/g, '')).not.toMatch(/evil|@kubernetes|alert|closes/)
  // On a terminal it is one line.
  const told = toChangeBlocks(proven).flatMap(({ facts, lines: more }) => [...facts, ...more])
  expect(told.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
})

test('what only the former lock file holds displaces nothing', () => {
  const gone = Array.from({ length: 5000 }, (_, index): LockChange => {
    return { kind: 'removed', former: entry('v1.35.2', `aaa-${index}`, 'a') }
  })
  const asked = Array.from({ length: 5000 }, (_, index) => {
    return { what: 'version' as const, name: `v1.${index}.0`, former: ['v1.35.2'], current: [] }
  })
  const text = formatChangesMarkdown(toProven([...gone, moved(KUBECTL)], { asked }))
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_BODY_BYTES)
  expect(text).toContain(`| moved | \`${KUBECTL}\` |`)
  expect(text).toContain(`- before: \`sha256:${'a'.repeat(64)}\``)
  expect(text.indexOf('No longer in it:')).toBeGreaterThan(text.indexOf('</details>'))
})

test('a text of a thousand changes is cut whole, and says so', () => {
  const many = Array.from({ length: 1000 }, (_, index) => moved(`bin/linux/amd64/kubectl-${index}`))
  const text = formatChangesMarkdown(toProven(many))
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_BODY_BYTES)
  expect(Buffer.byteLength(text)).toBeGreaterThan(MAX_BODY_BYTES * 0.95)
  expect(text).toMatch(
    /\*\*\d+ lines are left out here for want of space\*\*; `lock diff` on the two files tells them all\.\n$/,
  )
  expect(foreignTokens(text)).toEqual([])
})
