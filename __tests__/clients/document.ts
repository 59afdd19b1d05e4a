// The measured parts of docs/interop.md, each between two marks, with its date:
// the suites compare what they measure with what stands there, all but the
// date, and VERIFY_K8S_UPDATE_DOCS=1 writes it.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../support/folders.js'

const DOCUMENT = join(ROOT, 'docs', 'interop.md')
const DATE = /\d{4}-\d{2}-\d{2}/

/** Fails where the document says something else; its date stays where nothing has changed. */
export async function expectDocumented(part: string, measured: string): Promise<void> {
  const document = await readFile(DOCUMENT, 'utf8')
  const begin = `<!-- ${part}: begin -->`
  const from = document.indexOf(begin) + begin.length
  const to = document.indexOf(`<!-- ${part}: end -->`)
  const documented = document.slice(from, to)
  const today = new Date().toISOString().slice(0, 10)
  const text = `Measured on ${today}. ${measured}`
  if (process.env['VERIFY_K8S_UPDATE_DOCS'] !== '1') expect(plain(documented)).toBe(plain(text))
  else if (plain(documented) !== plain(text))
    await writeFile(DOCUMENT, `${document.slice(0, from)}\n\n${text}\n\n${document.slice(to)}`)
}

/** Without the padding that prettier gives a table, and without the date. */
function plain(text: string): string {
  return text.trim().replace(DATE, 'DATE').replace(/-{3,}/g, '---').replace(/ +/g, ' ')
}
