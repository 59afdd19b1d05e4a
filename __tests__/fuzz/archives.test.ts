// Archives with bytes changed, cut off or put in: each is looked at to an end,
// nothing hangs, and no change makes bytes that are not listed listed.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf } from '../../src/digest.js'
import { LIMITS } from '../../src/inventory/found.js'
import { takeInventory } from '../../src/inventory/take-inventory.js'
import { createCpio, createDeb, createImage, createRpm, file } from '../support/archives.js'
import { ROOT } from '../support/folders.js'

const PACKAGES = join(ROOT, '__tests__/fixtures/packages')
const ROUNDS = 60
const kubelet = Buffer.from('#!/bin/sh\necho kubelet\n')
const listed = digestOf(kubelet)

const names = await readdir(PACKAGES)
const seeds: readonly (readonly [string, Buffer])[] = [
  ...(await Promise.all(names.map(async (name) => [name, await readFile(join(PACKAGES, name))] as const))),
  ['made.deb', createDeb([file('kubelet', kubelet)])],
  ['made.rpm', createRpm(createCpio([{ path: 'kubelet', content: kubelet }]))],
  ['made.tar', createImage([file('kubelet', kubelet)])],
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archives-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The same numbers every time: a failure can be seen again. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    yield state / 0x80000000
  }
}

function change(bytes: Buffer, random: Generator<number, never>): Buffer {
  const at = (): number => Math.floor(random.next().value * bytes.length)
  const kind = Math.floor(random.next().value * 4)
  if (kind === 0) return bytes.subarray(0, at())
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at()), bytes.subarray(at())])
  const changed = Buffer.from(bytes)
  for (let times = 0; times < kind; times++) changed[at()] = Math.floor(random.next().value * 256)
  return changed
}

test.each(seeds)('%s', async (name, bytes) => {
  const random = numbers(bytes.length)
  const path = join(folder, name)
  for (let round = 0; round < ROUNDS; round++) {
    await writeFile(path, change(bytes, random))
    const limits = { ...LIMITS, maxBytes: 64 * 1024 * 1024, maxEntries: 10_000 }
    const { files } = await takeInventory([path], (digest) => digest.equals(listed), limits)
    for (const { sha256, size } of files.filter((each) => each.sha256.equals(listed)))
      expect([sha256.hex, size]).toEqual([listed.hex, kubelet.length])
  }
})
