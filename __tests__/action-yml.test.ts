import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ARTIFACT_NAMES } from '../src/kubernetes/catalogue.js'
import { commandsOf, inputsOf } from '../src/request/commands.js'
import { ROOT } from './support/folders.js'

interface ActionFile {
  readonly name: string
  readonly author: string
  readonly description: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Record<string, { readonly description: string; readonly default: string }>
  readonly outputs: Record<string, { readonly description: string }>
  readonly runs: { readonly using: string; readonly main: string; readonly post: string }
}

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as ActionFile

const described = [
  ['the action', action.description],
  ...Object.entries(action.inputs).map(([name, { description }]) => [`input ${name}`, description]),
  ...Object.entries(action.outputs).map(([name, { description }]) => [`output ${name}`, description]),
] as [string, string][]

test.each(described)('%s is described by one full sentence', (_name, description) => {
  expect(description).toMatch(/^[A-Z].*\.$/)
  expect(description).not.toMatch(/\n/)
})

test('runs the built program under Node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js', post: 'dist/post.js' })
  expect(existsSync(join(ROOT, 'dist/post.js'))).toBe(true)
})

test('has what the marketplace asks for', () => {
  expect(action.name).toBe('Verify Kubernetes artifacts')
  expect(action.author).not.toBe('')
  expect(action.branding).toEqual({ icon: 'check-circle', color: 'blue' })
  // The marketplace cuts longer ones.
  expect(action.description.length).toBeLessThanOrEqual(125)
})

test('has every input of its commands, with its default and its sentence, and no other', () => {
  const inputs = commandsOf('action').flatMap((name) => inputsOf(name, 'action'))
  const defaults = new Map(inputs.map(([name, input]) => [name, input.default]))
  expect(new Map(Object.entries(action.inputs).map(([name, input]) => [name, input.default]))).toEqual(
    new Map([['command', 'get'], ...defaults]),
  )
  for (const [name, { description }] of Object.entries(action.inputs).slice(1))
    expect(inputs.filter(([input]) => input === name).map(([, { sentence }]) => sentence)).toContain(
      description,
    )
})

test('has a path output for every artifact of the catalogue', () => {
  const outputs = Object.keys(action.outputs).filter((name) => name.endsWith('-path'))
  expect(outputs.sort()).toEqual(ARTIFACT_NAMES.map((name) => `${name}-path`).sort())
})
