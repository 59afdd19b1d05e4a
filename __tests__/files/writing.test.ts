import { CodedError } from '../../src/errors.js'
import { writing } from '../../src/files/writing.js'

test.each([
  ['ENOSPC', 'The disk is full'],
  ['EDQUOT', 'The quota on that disk is used up'],
  ['EROFS', 'mounted read-only'],
  ['EMFILE', 'ulimit -n'],
  ['ENFILE', 'open files'],
  ['EBUSY', 'end the program that uses it'],
  ['EACCES', 'Check space and permissions'],
])('%s has a remedy, and the path is named', async (code, remedy) => {
  const failing = writing('/srv/tools/kubectl', () =>
    Promise.reject(Object.assign(new Error(code), { code })),
  )
  await expect(failing).rejects.toMatchObject({
    code: 'INSTALL_WRITE_FAILED',
    message: expect.stringContaining('/srv/tools/kubectl cannot be written') as string,
    hint: expect.stringContaining(remedy) as string,
  })
})

test('what is wrong for another reason keeps its code', async () => {
  const error = new CodedError('LOG_INCONSISTENT', 'two states')
  await expect(writing('/srv/tools/kubectl', () => Promise.reject(error))).rejects.toBe(error)
})
