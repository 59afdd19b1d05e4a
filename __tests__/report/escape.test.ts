import { escapeText, toCode } from '../../src/report/escape.js'

test.each([
  ['plain text: v1.35.2 at 22:18, ünïcode', 'plain text: v1.35.2 at 22:18, ünïcode'],
  ['::add-path::/tmp', '\\u{3a}:add-path::/tmp'],
  ['  ::error::x', '  \\u{3a}:error::x'],
  ['x\n::set-env name=A::b', 'x\\u{a}::set-env name=A::b'],
  ['x\r::warning::y', 'x\\u{d}::warning::y'],
  ['##[command]rm', '#\\u{23}[command]rm'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['a\u0000b\u007f\u0085', 'a\\u{0}b\\u{7f}\\u{85}'],
  ['\u202eevil\u2028\u2029', '\\u{202e}evil\\u{2028}\\u{2029}'],
  ['lone \ud800', 'lone \\u{d800}'],
])('%j', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped)
})

test('cuts what is too long', () => {
  expect(escapeText('x'.repeat(5000))).toBe(`${'x'.repeat(1000)}…`)
})

test.each([
  ['a|b', '`a\\|b`'],
  ['`</code>`<b>', '`\\u{60}</code>\\u{60}<b>`'],
  ['', '` `'],
])('as code: %j', (text, code) => {
  expect(toCode(text)).toBe(code)
})
