// Makes all that a release consists of: package, SBOM, single files, digests and
// notes. It publishes nothing; .github/workflows/release.yml does.
//
//   node scripts/release.mjs FOLDER --tag vX.Y.Z --single-files FOLDER
//   node scripts/release.mjs --dry-run     the same for what stands here, with a single file of this machine
//
// The notes are written to notes.md beside FOLDER.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const ROOT = resolve(import.meta.dirname, '..')
/** Where scripts/sea.mjs puts it, beside the program. */
const NODE_LICENSE = 'NODE-LICENSE.txt'
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
/** Of npm: the first with trusted publishing. */
const OLDEST_NPM = [11, 5, 1]

const { values, positionals } = parseArgs({
  options: {
    tag: { type: 'string' },
    'single-files': { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const isDry = values['dry-run']
const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
const scratch = await mkdtemp(join(tmpdir(), 'release-'))
try {
  const folder = resolve(isDry ? join(scratch, 'release') : (positionals[0] ?? fail('name a folder')))
  await mkdir(folder, { recursive: true })
  checkVersion()
  await writeFile(join(dirname(folder), 'notes.md'), await readNotes())
  const archive = pack(folder)
  run(process.execPath, 'scripts/sbom.mjs', join(folder, `${name}.spdx.json`))
  for (const program of isDry ? await buildSingleFile() : await listSingleFiles())
    await archiveSingleFile(program, folder)
  await writeDigests(folder)
  if (isDry)
    run(NPM, 'publish', '--dry-run', '--ignore-scripts', '--access', 'public', '--provenance=false', archive)
  console.log(
    `${isDry ? 'would release' : 'ready to release'} ${version}: ${(await readdir(folder)).join(', ')}`,
  )
} finally {
  await rm(scratch, { recursive: true, force: true })
}

/** The tag, the package and npm are what they have to be. */
function checkVersion() {
  const tag = values.tag ?? (isDry ? `v${version}` : fail('--tag is missing'))
  if (tag !== `v${version}`) fail(`the tag is ${tag}, and package.json says ${version}`)
  const npm = execFileSync(NPM, ['--version'], { cwd: ROOT, encoding: 'utf8' }).trim()
  const parts = npm.split('.').map((part) => parseInt(part, 10))
  const at = parts.findIndex((part, index) => part !== OLDEST_NPM[index])
  if (!isDry && at >= 0 && parts[at] < OLDEST_NPM[at]) fail(`npm ${npm} has no trusted publishing`)
}

/** What the changelog says of this version. */
async function readNotes() {
  const text = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8')
  const section = text.split(/^(?=## )/m).find((part) => part.startsWith(`## ${version} `))
  if (section === undefined) fail(`CHANGELOG.md has no section "## ${version} - DATE"`)
  const [heading, ...lines] = section.split('\n')
  if (!isDry && !/ - \d{4}-\d\d-\d\d$/.test(heading)) fail(`CHANGELOG.md: "${heading}" has no date`)
  const notes = lines.join('\n').trim()
  if (notes === '') fail(`CHANGELOG.md says nothing of ${version}`)
  return `${notes}\n\nHow to prove that these files are ours: docs/verify-us.md.\n`
}

function pack(folder) {
  const argv = ['pack', '--ignore-scripts', '--silent', '--json', '--pack-destination', folder]
  const [packed] = JSON.parse(execFileSync(NPM, argv, { cwd: ROOT, encoding: 'utf8' }))
  return join(folder, packed.filename)
}

async function buildSingleFile() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log('!!! the single file is SKIPPED: npm has a Node 26 for Linux on x64 alone !!!')
    return []
  }
  const program = join(scratch, 'built', `${name}-linux-x64`)
  run(process.execPath, 'scripts/sea.mjs', program)
  run(process.execPath, 'scripts/check-single-file.mjs', program)
  return [program]
}

async function listSingleFiles() {
  const folder = values['single-files'] ?? fail('--single-files is missing')
  const names = await readdir(folder, { recursive: true })
  return names.filter((each) => basename(each).startsWith(`${name}-`)).map((each) => join(folder, each))
}

/** With the licences of all that is in it. */
async function archiveSingleFile(program, folder) {
  const title = basename(program).replace(/\.exe$/, '')
  const place = join(scratch, title)
  await mkdir(place)
  await cp(program, join(place, basename(program).endsWith('.exe') ? `${name}.exe` : name))
  const licenses = [
    join(ROOT, 'LICENSE'),
    join(ROOT, 'dist/LICENSES.txt'),
    join(dirname(program), NODE_LICENSE),
  ]
  for (const file of licenses) await copyFile(file, join(place, basename(file)))
  run(
    'tar',
    '--create',
    '--gzip',
    `--file=${join(folder, `${title}.tar.gz`)}`,
    `--directory=${scratch}`,
    title,
  )
}

async function writeDigests(folder) {
  const lines = []
  for (const file of (await readdir(folder)).sort()) {
    const digest = createHash('sha256').update(await readFile(join(folder, file)))
    lines.push(`${digest.digest('hex')}  ${file}\n`)
  }
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''))
}

function run(program, ...argv) {
  execFileSync(program, argv, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
}

function fail(message) {
  throw new Error(message)
}
