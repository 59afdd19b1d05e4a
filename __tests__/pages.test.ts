// README.md and the pages of docs/: what they say that the sources know, and where they lead.
import { execFile } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Tokens } from 'marked'
import { readCommandLine } from '../src/cli/command-line.js'
import { COMMANDS, commandsOf, inputsOf } from '../src/request/commands.js'
import { CHECK_IDS } from '../src/verify/check.js'
import { ROOT } from './support/folders.js'
import {
  OUR_ACTION,
  PAGES,
  type Step,
  blocksOf,
  readPage,
  statementsOf,
  stepsOf,
  tokensOf,
} from './support/pages.js'

const run = promisify(execFile)

/** Bytes. Whoever comes here for the first time reads one page. */
const LONGEST_README = 16 * 1024

/** The anchors that GitHub gives to a page's headings. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>()
  for (const token of tokensOf(page)) {
    if (token.type !== 'heading') continue
    const plain = (token as Tokens.Heading).text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    const anchor = plain.replaceAll(' ', '-')
    let unique = anchor
    for (let count = 1; anchors.has(unique); count++) unique = `${anchor}-${count}`
    anchors.add(unique)
  }
  return anchors
}

/** Where the links of a page lead, but for those to other hosts. */
function linksOf(page: string): string[] {
  return tokensOf(page)
    .filter((token): token is Tokens.Link => token.type === 'link')
    .map(({ href }) => href)
    .filter((href) => !/^[a-z]+:/.test(href))
}

describe.each(PAGES)('%s', (page) => {
  test('leads to files and headings that are there', () => {
    const broken = linksOf(page).filter((href) => {
      const [path = '', anchor] = href.split('#')
      const target = path === '' ? page : relative(ROOT, resolve(ROOT, dirname(page), path))
      if (!existsSync(join(ROOT, target))) return true
      return anchor !== undefined && !anchorsOf(target).has(anchor)
    })
    expect(broken).toEqual([])
  })
})

test('the README leads to every page', () => {
  const targets = linksOf('README.md')
  expect(PAGES.filter((page) => page.startsWith('docs/') && !targets.includes(page))).toEqual([])
})

test('the README is short', () => {
  expect(statSync(join(ROOT, 'README.md')).size).toBeLessThanOrEqual(LONGEST_README)
})

test('docs/checks.md lists every check, in order', () => {
  const text = readPage('docs/checks.md')
  const ids = [...text.slice(text.indexOf('## The checks')).matchAll(/^\| `([a-z-]+)`/gm)].map(([, id]) => id)
  expect(ids.slice(0, CHECK_IDS.length)).toEqual([...CHECK_IDS])
})

describe('what is made from the sources', () => {
  const blocks = PAGES.flatMap((page) =>
    [...readPage(page).matchAll(/^<!-- ([a-z-]+):start -->$/gm)].map(([, name = '']) => ({ page, name })),
  )
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pages-test-'))
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  /** What `npm run readme -- --check FILE…` answers. */
  async function check(...paths: string[]): Promise<{ code: number; text: string }> {
    try {
      const { stdout } = await run(process.execPath, [join(ROOT, 'scripts/readme.mjs'), '--check', ...paths])
      return { code: 0, text: stdout }
    } catch (thrown) {
      const { code, stderr } = thrown as { code: number; stderr: string }
      return { code, text: stderr }
    }
  }

  test('is up to date', async () => {
    const { code, text } = await check()
    expect([code, text.startsWith('up to date: ')]).toEqual([0, true])
    expect(blocks.length).toBeGreaterThan(0)
  })

  test('is refused when it drifts, each by its name', async () => {
    const copies = await Promise.all(
      blocks.map(async ({ page, name }, index) => {
        const path = join(folder, `${index}.md`)
        const text = await readFile(join(ROOT, page), 'utf8')
        await writeFile(path, text.replace(`<!-- ${name}:end -->`, `stray\n<!-- ${name}:end -->`))
        return path
      }),
    )
    const { code, text } = await check(...copies)
    expect(code).toBe(1)
    for (const { name } of blocks) expect(text).toContain(`${name} in `)
  })
})

describe('Renovate, as docs/pinning.md shows it', () => {
  interface Manager {
    readonly managerFilePatterns: readonly string[]
    readonly matchStrings: readonly string[]
  }
  const page = readPage('docs/pinning.md')
  const [, json = ''] = /<!-- test: renovate -->\s*```json\n([^]*?)```/.exec(page) ?? []
  const { customManagers } = JSON.parse(json) as { customManagers: readonly Manager[] }

  test('has expressions that RE2 takes, which Renovate reads them by', () => {
    for (const { matchStrings } of customManagers)
      for (const pattern of matchStrings) expect(pattern).not.toMatch(/\(\?(?:[=!]|<[=!])|\\[1-9]/)
  })

  /** What the managers find in a file. */
  function find(file: string, text: string): string[] {
    return customManagers
      .filter(({ managerFilePatterns: patterns }) =>
        patterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(file)),
      )
      .flatMap(({ matchStrings }) => matchStrings)
      .flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))])
      .map(({ groups }) => groups?.['currentValue'] ?? '')
  }

  const workflow = (...lines: string[]): string => lines.map((line) => `      ${line}\n`).join('')

  test.each([
    [workflow('- uses: org/verify-k8s-artifacts@v1', '  with:', '    version: v1.35.2'), ['v1.35.2']],
    [
      workflow(
        `- uses: 'org/verify-k8s-artifacts@${'0'.repeat(40)}' # v1.0.0`,
        '  id: kubectl',
        '  with:',
        '    artifacts: kubectl',
        '    version: "v1.34.1"',
        '- uses: org/verify-k8s-artifacts/verify@v1',
        '  with:',
        '    version: v1.33.0',
        '    files: x',
      ),
      ['v1.34.1', 'v1.33.0'],
    ],
    [workflow('- uses: org/verify-k8s-artifacts@v1', '  with:', '    version: stable'), []],
    // Another step's version is not ours.
    [
      workflow(
        '- uses: org/verify-k8s-artifacts@v1',
        '- uses: example/other@v1',
        '  with:',
        '    version: v9.9.9',
      ),
      [],
    ],
    [workflow('- uses: example/other@v1', '  with:', '    version: v9.9.9'), []],
  ])('finds the release in a step', (text, versions) => {
    expect(find('.github/workflows/ci.yml', text)).toEqual(versions)
  })

  test.each([
    ['build.sh', 'npx verify-k8s-artifacts get kubectl --version v1.35.2 --output .\n', ['v1.35.2']],
    ['Dockerfile', 'RUN npx --yes verify-k8s-artifacts@1.0.0 get kubectl --version=v1.35.2\n', ['v1.35.2']],
    ['.gitlab-ci.yml', '    - verify-k8s-artifacts verify ./kubectl --version v1.34.0\n', ['v1.34.0']],
    ['build.sh', 'other get --version v1.35.2\n', []],
  ])('finds the release in a command of %s', (file, text, versions) => {
    expect(find(file, text)).toEqual(versions)
  })
})

describe('what the pages show', () => {
  const OURS = /^(?:npx (?:--yes )?|\.\/)?verify-k8s-artifacts(?:@\S+)? /
  const statements = PAGES.flatMap((page) =>
    blocksOf(page, 'sh', '')
      .flatMap(statementsOf)
      .filter((line) => OURS.test(line) && !line.includes('['))
      .map((line): [string, string] => [page, line]),
  )

  test('has commands', () => expect(statements.length).toBeGreaterThan(20))

  test.each(statements)('%s: %s is a command with flags that it has', (_, line) => {
    // What comes after it is the shell's.
    const own = line.replace(OURS, '').split(/ [|>] /)[0] ?? ''
    const words = (own.match(/"[^"]*"|[^\s"|]+/g) ?? []).map((word) => word.replaceAll('"', ''))
    const asked = readCommandLine(words, { version: '', environment: {}, print: () => undefined })
    if (asked.kind === 'run') expect(asked.words.faults).toEqual([])
  })

  const steps = PAGES.flatMap((page) => stepsOf(page).map((step): [string, Step] => [page, step]))

  test('has steps', () => expect(steps.length).toBeGreaterThan(20))

  test.each(steps)(
    '%s: each input of %j is one that its action has',
    (_, { uses = '', with: inputs = {} }) => {
      const folder = (OUR_ACTION.exec(uses)?.[1] ?? '').slice(1)
      const known = commandsOf('action')
        .filter((name) => COMMANDS[name].action === folder)
        .flatMap((name) => inputsOf(name, 'action').map(([input]) => input))
      expect(Object.keys(inputs).filter((input) => !known.includes(input))).toEqual([])
    },
  )
})
