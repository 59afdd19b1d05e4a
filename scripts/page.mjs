// Builds the script and the style of report.html into src/report/audit/page.json,
// from which they end up inside dist/ as text. The JSON is committed, a line of
// text a line, so that a change of it can be reviewed.
//
//   node scripts/page.mjs [--check]    --check writes nothing and fails on drift
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import ncc from '@vercel/ncc'

const ROOT = resolve(import.meta.dirname, '..')
const FOLDER = resolve(ROOT, 'src/report/audit/page')
const TARGET = resolve(ROOT, 'src/report/audit/page.json')

const style = await readFile(resolve(FOLDER, 'page.css'), 'utf8')
const { code } = await ncc(resolve(FOLDER, 'main.ts'), { cache: false, minify: false, quiet: true })
const script = code
  .replace(/^var __webpack_exports__ = \{\};\n/, '')
  // Says where the file is, which depends on where this is run.
  .replace(/^;\/\/ CONCATENATED MODULE: .*\n/gm, '')
if (/__nccwpck_require__|__webpack|import\.meta/.test(script)) throw new Error('the script needs a loader')
for (const [text, end] of [
  [script, 'script'],
  [style, 'style'],
]) {
  if (new RegExp(`</${end}|<!--`, 'i').test(text)) throw new Error(`a text would end its <${end}>`)
}

const built = `${JSON.stringify({ style: toLines(style), script: toLines(script) }, null, 2)}\n`
if (!process.argv.includes('--check')) {
  await writeFile(TARGET, built)
} else if ((await readFile(TARGET, 'utf8')) !== built) {
  console.error('src/report/audit/page.json is not what src/report/audit/page/ builds to: run `npm run page`')
  process.exitCode = 1
} else {
  console.log('src/report/audit/page.json is what src/report/audit/page/ builds to')
}

function toLines(text) {
  return text
    .trim()
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
