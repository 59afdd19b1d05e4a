// What the program is made of, as SPDX 2.3 JSON: of npm's own list the packages
// that stand in dist/LICENSES.txt, and every file of dist/ by its digest.
//
//   node scripts/sbom.mjs OUTPUT
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const ROOT_ID = 'SPDXRef-DOCUMENT'

const [output] = process.argv.slice(2)
if (output === undefined) throw new Error('usage: node scripts/sbom.mjs OUTPUT')

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const argv = ['sbom', '--sbom-format=spdx', '--package-lock-only']
const document = JSON.parse(
  execFileSync(npm, argv, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
)
const licenses = await readFile(join(ROOT, 'dist/LICENSES.txt'), 'utf8')
const bundled = new Set([...licenses.matchAll(/^(@?[^\s@]+@\S+) \(.*\)$/gm)].map(([, title]) => title))
const [program] = document.documentDescribes
const kept = document.packages.filter(
  ({ SPDXID, name, versionInfo }) => SPDXID === program || bundled.has(`${name}@${versionInfo}`),
)
const known = new Set(kept.map(({ name, versionInfo }) => `${name}@${versionInfo}`))
const absent = [...bundled].filter((title) => !known.has(title))
if (absent.length > 0) throw new Error(`npm does not know ${absent.join(', ')}`)

const files = await Promise.all((await readdir(join(ROOT, 'dist'))).sort().map(describe))
const ids = new Set([...kept, ...files].map(({ SPDXID }) => SPDXID))
const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex')
const relate = (from, type, to) => ({
  spdxElementId: from,
  relationshipType: type,
  relatedSpdxElement: to,
})
await writeFile(
  output,
  `${JSON.stringify(
    {
      ...document,
      // Of what it describes alone, so that whoever builds the same again has the same.
      documentNamespace: `https://github.com/org/verify-k8s-artifacts/sbom/${digest}`,
      creationInfo: { ...document.creationInfo, created: toTime(commitTime()) },
      packages: kept,
      files,
      relationships: [
        relate(ROOT_ID, 'DESCRIBES', program),
        ...files.map(({ SPDXID }) => relate(program, 'CONTAINS', SPDXID)),
        ...kept.flatMap(({ SPDXID }) => (SPDXID === program ? [] : [relate(program, 'STATIC_LINK', SPDXID)])),
      ].filter(({ relatedSpdxElement }) => ids.has(relatedSpdxElement)),
    },
    null,
    2,
  )}\n`,
)
console.log(`${output}: ${kept.length - 1} packages, ${files.length} files`)

async function describe(name) {
  const bytes = await readFile(join(ROOT, 'dist', name))
  return {
    fileName: `./dist/${name}`,
    SPDXID: `SPDXRef-File-dist-${name.replace(/[^A-Za-z0-9.-]/g, '-')}`,
    checksums: ['SHA1', 'SHA256'].map((algorithm) => ({
      algorithm,
      checksumValue: createHash(algorithm.toLowerCase()).update(bytes).digest('hex'),
    })),
    licenseConcluded: 'NOASSERTION',
    copyrightText: 'NOASSERTION',
  }
}

/** In seconds since 1970. */
function commitTime() {
  const given = process.env.SOURCE_DATE_EPOCH
  return Number(given || execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' }))
}

function toTime(seconds) {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}
