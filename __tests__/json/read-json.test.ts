// JSON of a known form: the first fault is told with its path, in the words of whoever reads.
import * as v from 'valibot'
import { type JsonFault, readJson, readValue, withoutValue } from '../../src/json/read-json.js'

const schema = v.object({ list: v.array(v.object({ name: v.pipe(v.string(), v.minLength(1, 'is empty')) })) })
const refuse = ({ isJson, what }: JsonFault): Error => new Error(`${isJson ? 'form' : 'json'}: ${what}`)

test('what has the form is read', () => {
  expect(readJson('{"list":[{"name":"a"}]}', schema, { refuse })).toEqual({ list: [{ name: 'a' }] })
})

test.each([
  ['<html>', 'json: it is not JSON'],
  ['['.repeat(100), 'json: it is not JSON'],
  ['7', 'form: (root) is not Object'],
  ['{}', 'form: list is missing'],
  ['{"list":[{"name":""}]}', 'form: list.0.name is empty'],
  ['{"list":[{"name":7},{"name":""}]}', 'form: list.0.name is not string'],
])('%s', (text, sentence) => {
  const message = (issue: v.BaseIssue<unknown>): string =>
    issue.kind === 'schema' ? withoutValue(issue) : issue.message
  expect(() => readJson(text, schema, { refuse, message })).toThrow(sentence)
})

test('a value that may be as long as the file is not repeated', () => {
  const long = 'x'.repeat(1000)
  const read = () => readValue({ list: long }, schema, { refuse, message: withoutValue })
  expect(read).toThrow('form: list is not Array')
})

test('the cause of what is no JSON, and the issue of what is, are at hand', () => {
  const faults: JsonFault[] = []
  const keep = (fault: JsonFault): Error => {
    faults.push(fault)
    return new Error('refused')
  }
  for (const text of ['{', '{}']) expect(() => readJson(text, schema, { refuse: keep })).toThrow('refused')
  expect(faults.map(({ cause, issue }) => [cause instanceof Error, issue?.type])).toEqual([
    [true, undefined],
    [false, 'object'],
  ])
})
