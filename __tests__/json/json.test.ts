// JSON from outside, and JSON for a terminal.
import { formatJson } from '../../src/json/format-json.js'
import { MAX_JSON_DEPTH, parseJson } from '../../src/json/parse-json.js'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('parseJson', () => {
  test('reads what is as deep as allowed, and not what is deeper', () => {
    expect(parseJson(nested(MAX_JSON_DEPTH))).toEqual(JSON.parse(nested(MAX_JSON_DEPTH)))
    expect(() => parseJson(nested(MAX_JSON_DEPTH + 1))).toThrow('it is nested deeper than 64 levels')
    expect(() => parseJson('{"a":'.repeat(65) + '1' + '}'.repeat(65))).toThrow('deeper than 64')
  })

  test('brackets in strings are text', () => {
    const text = `["${'['.repeat(100)}\\"${'{'.repeat(100)}", {"[[": "\\\\"}]`
    expect(parseJson(text)).toEqual(JSON.parse(text))
  })

  test('brackets that nobody closes cost no memory', () => {
    expect(() => parseJson('['.repeat(4_000_000))).toThrow('deeper than 64')
    expect(() => parseJson('no JSON')).toThrow(SyntaxError)
  })
})

describe('formatJson', () => {
  const hidden = 'a\u0000\u001b\u007f\u0085\u009b\u200b\u202e\u2028\u{e0001}\ud800b'

  test('hides nothing, and means the same', () => {
    for (const indent of [0, 2]) {
      const text = formatJson({ hidden, list: ['é', '🙂'] }, indent)
      expect(JSON.parse(text)).toEqual({ hidden, list: ['é', '🙂'] })
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
      expect(text).toContain('\\u009b\\u200b\\u202e\\u2028\\udb40\\udc01')
    }
  })

  test('is that of JSON.stringify for all else', () => {
    const value = { a: [1, null, 'é — “x”'], b: {} }
    expect(formatJson(value, 2)).toBe(JSON.stringify(value, null, 2))
  })
})
