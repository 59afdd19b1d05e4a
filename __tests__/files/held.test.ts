import { Patience } from '../../src/files/held.js'

const failing = (code: string): Error =>
  Object.assign(new Error(`${code}: not permitted, rename`), {
    code,
    syscall: 'rename',
    path: '/tools/kubectl',
  })

/** A step that fails so many times, and then succeeds. */
function heldFor(times: number, code = 'EPERM'): () => Promise<string> {
  let left = times
  return () => (left-- > 0 ? Promise.reject(failing(code)) : Promise.resolve('done'))
}

let pauses: number[]
let patience: Patience
const waited = (): number => pauses.reduce((sum, each) => sum + each, 0)

beforeEach(() => {
  pauses = []
  patience = new Patience((milliseconds) => {
    pauses.push(milliseconds)
    return Promise.resolve()
  })
})

test.each(['EPERM', 'EBUSY'])('%s: tried again, with longer and longer pauses', async (code) => {
  await expect(patience.whenFree(heldFor(3, code))).resolves.toBe('done')
  expect(pauses).toEqual([20, 40, 80])
})

test('what says anything else is not tried again', async () => {
  await expect(patience.whenFree(heldFor(1, 'ENOSPC'))).rejects.toThrow(/^ENOSPC: not permitted, rename$/)
  await expect(patience.whenFree(heldFor(1, 'EPERM'), ['EBUSY'])).rejects.toThrow(/rename$/)
  expect(pauses).toEqual([])
})

test('many files that are not let go of cost one wait in all, and each error says so', async () => {
  for (let files = 0; files < 20; files++)
    await expect(patience.whenFree(heldFor(Infinity))).rejects.toMatchObject({
      message: 'EPERM: not permitted, rename (a run waits 5 s in all for programs that hold files)',
      code: 'EPERM',
      syscall: 'rename',
      path: '/tools/kubectl',
    })
  expect(waited()).toBe(5000)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(500)
})

test('many files that are let go of in time are all waited for', async () => {
  for (let files = 0; files < 20; files++) await expect(patience.whenFree(heldFor(8))).resolves.toBe('done')
  expect(waited()).toBeGreaterThan(20 * 1000)
})
