// What a file is, by its first bytes alone.
import { isProgram, sniff } from '../../src/archive/sniff.js'
import { createCpio, createDeb, createRpm, file, toTar } from '../support/archives.js'

const HEAD = 512
const text = (value: string): Buffer => Buffer.from(value, 'latin1')

test.each([
  ['tar', toTar([file('x', text('x'))])],
  ['deb', createDeb([])],
  ['rpm', createRpm(text(''))],
  ['cpio', createCpio([])],
  ['gzip', text('\x1f\x8b\x08\x00')],
  ['zstd', text('\x28\xb5\x2f\xfd')],
  ['xz', text('\xfd7zXZ\0')],
  ['bzip2', text('BZh91AY')],
  ['zip', text('PK\x03\x04')],
])('%s', (form, bytes) => {
  expect(sniff(bytes.subarray(0, HEAD))).toBe(form)
})

test.each([
  ['nothing', text('')],
  ['a short text', text('hello')],
  ['zeros', Buffer.alloc(HEAD)],
  ['numbers that no header has', Buffer.alloc(HEAD, 0xff)],
  ['bytes of all kinds', Buffer.from(Array.from({ length: HEAD }, (_, index) => (index * 73) % 256))],
  ['a static library', text('!<arch>\n/               0           0     0     0       10        `\n')],
  ['a header whose sum is another', Buffer.from(toTar([file('x', text('x'))])).fill('y', 0, 1)],
])('no archive: %s', (_, bytes) => {
  expect(sniff(bytes.subarray(0, HEAD))).toBeUndefined()
})

test.each([
  ['\x7fELF\x02', true],
  ['MZ\x90', true],
  ['\xcf\xfa\xed\xfe', true],
  ['#!/bin/sh', true],
  ['# completion', false],
  ['', false],
])('%j is a program: %s', (head, expected) => {
  expect(isProgram(text(head))).toBe(expected)
})
