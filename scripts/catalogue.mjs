// Holds the catalogue against a real release, and our dates against those of
// Kubernetes. Prints what to change as Markdown; exits with 1 if there is any.
//
//   node scripts/catalogue.mjs VERSION PAPER [SCHEDULE…]
//
// PAPER is the release's kubernetes-release.spdx or provenance.json, SCHEDULE
// data/releases/schedule.yaml or eol.yaml of kubernetes/website.
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parse } from 'yaml'

const ROOT = resolve(import.meta.dirname, '..')
/** Published, and listed by no paper: they are the papers. */
const PAPERS = ['kubernetes-release.spdx', 'kubernetes-source.spdx']

const [version, paper, ...schedules] = process.argv.slice(2)
if (paper === undefined) throw new Error('usage: node scripts/catalogue.mjs VERSION PAPER [SCHEDULE…]')

const known = new Set(planned(version))
const real = new Set(listed(await readFile(paper, 'utf8'), version))
if (real.size === 0) throw new Error(`${paper} lists no file of ${version}`)
const proposals = [
  ...[...real]
    .filter((path) => !known.has(path))
    .map((path) => `${version} has \`${path}\`: add it to the catalogue`),
  ...[...known]
    .filter((path) => !real.has(path))
    .map((path) => `${version} lacks \`${path}\`: remove it from the catalogue`),
  ...(await Promise.all(schedules.map(compareDates))).flat(),
]
for (const proposal of proposals) console.log(`- ${proposal}`)
if (proposals.length === 0) console.log(`The catalogue is that of ${version}: ${known.size} files.`)
else process.exitCode = 1

/** What the built program says that the release has. */
function planned(version) {
  const flags = [
    '--artifacts',
    'all',
    '--os',
    'all',
    '--arch',
    'all',
    '--format',
    'json',
    '--version',
    version,
  ]
  const output = execFileSync(process.execPath, [resolve(ROOT, 'dist/cli.js'), 'plan', ...flags], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const [release] = JSON.parse(output).releases
  return release.artifacts.map(({ path }) => path).filter((path) => !PAPERS.includes(path))
}

function listed(text, version) {
  // What stands in a <text> is never a tag.
  if (!text.trimStart().startsWith('{'))
    return [...text.replace(/<text>[^]*?<\/text>/g, '').matchAll(/^FileName: (?:\.\/)?(.+)$/gm)].map(
      ([, path]) => path,
    )
  const marker = `/release/${version}/`
  return JSON.parse(text).subject.flatMap(({ name }) =>
    name.includes(marker) ? name.slice(name.indexOf(marker) + marker.length) : [],
  )
}

async function compareDates(path) {
  const { branches = [], schedules = [] } = parse(await readFile(path, 'utf8'))
  const { endOfLife } = JSON.parse(await readFile(resolve(ROOT, 'src/kubernetes/releases.json'), 'utf8'))
  const oldest = Object.keys(endOfLife)[0]
  return [...branches, ...schedules].flatMap(({ release, endOfLifeDate }) => {
    const minor = String(release)
    const isOlder = Number(minor.split('.')[1]) < Number(oldest.split('.')[1])
    return isOlder || endOfLife[minor] === endOfLifeDate
      ? []
      : `Kubernetes ${minor} ends on ${endOfLifeDate}: releases.json says ${endOfLife[minor] ?? 'nothing'}`
  })
}
