import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CHECK_IDS } from '../src/verify/check.js'
import { ROOT } from './support/folders.js'

const run = promisify(execFile)

/** What `npm run readme -- --check FILE` answers. */
async function check(path: string): Promise<{ code: number; text: string }> {
  try {
    const { stdout } = await run(process.execPath, [join(ROOT, 'scripts/readme.mjs'), '--check', path])
    return { code: 0, text: stdout }
  } catch (thrown) {
    const { code, stderr } = thrown as { code: number; stderr: string }
    return { code, text: stderr }
  }
}

describe('README.md', () => {
  const path = join(ROOT, 'README.md')
  let readme: string
  let folder: string

  beforeAll(async () => {
    readme = await readFile(path, 'utf8')
    folder = await mkdtemp(join(tmpdir(), 'readme-test-'))
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  test('has the tables that action.yml and the error list say', async () => {
    expect(await check(path)).toEqual({
      code: 0,
      text: 'up to date: signers, artifacts, platforms, inputs, outputs, findings, errors\n',
    })
  })

  test.each(['signers', 'artifacts', 'platforms', 'inputs', 'outputs', 'findings', 'errors'])(
    'is refused when the table of %s drifts',
    async (name) => {
      const copy = join(folder, `${name}.md`)
      await writeFile(copy, readme.replace(`<!-- ${name}:end -->`, `stray\n<!-- ${name}:end -->`))
      const { code, text } = await check(copy)
      expect(code).toBe(1)
      expect(text).toContain(`out of date: ${name};`)
    },
  )

  test('lists every check, in order', () => {
    const table = readme.slice(readme.indexOf('## The checks'))
    const ids = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, id]) => id)
    expect(ids.slice(0, CHECK_IDS.length)).toEqual([...CHECK_IDS])
  })

  test('links to files that exist', async () => {
    const targets = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target ?? '')
    expect(targets).not.toEqual([])
    await Promise.all(targets.map((target) => readFile(join(ROOT, target))))
  })
})
