import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ARTIFACT_NAMES } from '../src/kubernetes/catalogue.js'
import { AUDIT_INPUT_DEFAULTS } from '../src/request/audit-request.js'
import { INPUT_DEFAULTS } from '../src/request/parse-request.js'
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

test('has the inputs and defaults that the parser knows, in the same order', () => {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default])
  expect(defaults).toEqual(Object.entries({ command: 'get', ...INPUT_DEFAULTS, ...AUDIT_INPUT_DEFAULTS }))
})

test('has a path output for every artifact of the catalogue', () => {
  const outputs = Object.keys(action.outputs).filter((name) => name.endsWith('-path'))
  expect(outputs.sort()).toEqual(ARTIFACT_NAMES.map((name) => `${name}-path`).sort())
})
