// Stands in for GitHub's own command line in the workflows that a runner runs
// here: artifacts lie in a folder, runs and issues in files, and every call is
// noted. What is asked with --jq goes through jq, so that the filter is tried.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join, matchesGlob } from 'node:path'

const state = process.env.STAND_IN ?? ''
const read = (name) => JSON.parse(readFileSync(join(state, name), 'utf8'))
const write = (name, value) => writeFileSync(join(state, name), JSON.stringify(value))

const argv = process.argv.slice(2)
appendFileSync(join(state, 'calls'), `${JSON.stringify(argv)}\n`)

const words = []
const flags = new Map()
for (let index = 0; index < argv.length; index++) {
  const word = argv[index]
  if (!word.startsWith('-')) words.push(word)
  else flags.set(word.replace(/^-+/, ''), argv[++index])
}

if (!process.env.GH_TOKEN) fail('set the GH_TOKEN environment variable')
const [group, verb, name] = words
if (group === 'api') print(api(verb))
else if (group === 'run' && verb === 'download') download(name)
else if (group === 'issue' || group === 'pr') thread(group)
else if (group !== 'auth') fail(`unknown command ${words.join(' ')}`)

function fail(why) {
  console.error(why)
  process.exitCode = 1
}

function print(value) {
  const filter = flags.get('jq')
  if (filter === undefined) return console.log(JSON.stringify(value))
  const { status, stdout, stderr } = spawnSync('jq', ['-r', filter], {
    input: JSON.stringify(value),
    encoding: 'utf8',
  })
  if (status !== 0) return fail(stderr)
  process.stdout.write(stdout)
}

function api(path) {
  if (path.endsWith('/runs')) return { workflow_runs: read('runs.json') }
  return { id: 1, workflow_id: 7 }
}

/** As `gh run download`: one artifact into the folder itself, several into folders of their names. */
function download(run) {
  const from = join(state, 'artifacts', run)
  const [one, pattern, folder = '.'] = ['name', 'pattern', 'dir'].map((flag) => flags.get(flag))
  const there = existsSync(from) ? readdirSync(from) : []
  const wanted = there.filter((each) => (pattern === undefined ? each === one : matchesGlob(each, pattern)))
  if (wanted.length === 0) return fail('no artifact matches any of the names or patterns provided')
  for (const each of wanted) {
    const to = pattern === undefined ? folder : join(folder, each)
    mkdirSync(to, { recursive: true })
    cpSync(join(from, each), to, { recursive: true, force: false, errorOnExist: true })
  }
}

/** Issues and pull requests. */
function thread(kind) {
  const file = `${kind}.json`
  const all = read(file)
  const one = all.find(({ number }) => String(number) === name)
  const body = () => readFileSync(flags.get('body-file'), 'utf8')
  if (verb === 'list') return print(all.filter(({ state: now }) => now === 'open'))
  if (verb === 'create')
    all.push({
      number: all.length + 1,
      state: 'open',
      isCrossRepository: false,
      title: flags.get('title'),
      body: body(),
    })
  else if (one === undefined) return fail(`no ${kind} ${name}`)
  else if (verb === 'edit') one.body = body()
  else if (verb === 'close') one.state = 'closed'
  else return fail(`unknown command ${words.join(' ')}`)
  write(file, all)
}
