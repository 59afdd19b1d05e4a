// A step that the file system may refuse.
import { InstallError, messageOf } from '../errors.js'

/** Runs a step of placing; what the file system refuses is a coded error. */
export async function placing<T>(what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (cause instanceof InstallError) throw cause
    throw new InstallError('INSTALL_WRITE_FAILED', `${what} could not be written: ${messageOf(cause)}`, {
      cause,
    })
  }
}
