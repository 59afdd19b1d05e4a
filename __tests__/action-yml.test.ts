// The action.yml of every action, as a runner and the marketplace read it.
import { readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { parse } from 'yaml'
import { ARTIFACT_NAMES } from '../src/kubernetes/catalogue.js'
import { COMMANDS, commandsOf, inputsOf } from '../src/request/commands.js'
import { ROOT } from './support/folders.js'

interface ActionFile {
  readonly name: string
  readonly author: string
  readonly description: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Record<string, { readonly description: string; readonly default: string }>
  readonly outputs: Record<string, { readonly description: string }>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

const FOLDERS = ['', 'verify', 'audit', 'audit/plan', 'audit/merge']
const BUNDLES = [
  ...readFileSync(join(ROOT, 'scripts/dist.mjs'), 'utf8').matchAll(/name: '([a-z-]+\.js)'/g),
].map(([, name]) => `dist/${name ?? ''}`)
const read = (folder: string): ActionFile =>
  parse(readFileSync(join(ROOT, folder, 'action.yml'), 'utf8')) as ActionFile

test('there is an action for every command that has one, and no other', () => {
  const folders = commandsOf('action').map((name) => COMMANDS[name].action)
  expect(new Set(folders)).toEqual(new Set(FOLDERS))
})

describe.each(FOLDERS)('the action in "%s"', (folder) => {
  const action = read(folder)

  test('is described by full sentences', () => {
    const sentences = [action, ...Object.values(action.inputs), ...Object.values(action.outputs)]
    for (const { description } of sentences) expect(description).toMatch(/^[A-Z].*\.$/)
    // The marketplace cuts longer ones.
    expect(action.description.length).toBeLessThanOrEqual(125)
  })

  test('runs a built program under Node 24', () => {
    const { using, main, post } = action.runs
    expect(using).toBe('node24')
    for (const file of [main, ...(post === undefined ? [] : [post])])
      expect(BUNDLES).toContain(normalize(join(folder, file)).replaceAll('\\', '/'))
  })

  test('has the inputs of its commands with their defaults, and no other', () => {
    const commands = commandsOf('action').filter((name) => COMMANDS[name].action === folder)
    const inputs = new Map(commands.flatMap((name) => inputsOf(name, 'action')))
    expect(Object.entries(action.inputs).map(([name, input]) => [name, input.default])).toEqual(
      [...inputs].map(([name, input]) => [name, input.default]),
    )
  })
})

test('the main action has what the marketplace asks for', () => {
  const { name, author, branding } = read('')
  expect([name, author === '', branding]).toEqual([
    'Verify Kubernetes artifacts',
    false,
    { icon: 'check-circle', color: 'blue' },
  ])
})

test('get has a path output for every artifact of the catalogue', () => {
  const outputs = Object.keys(read('').outputs).filter((name) => name.endsWith('-path'))
  expect(outputs.sort()).toEqual(ARTIFACT_NAMES.map((name) => `${name}-path`).sort())
})
