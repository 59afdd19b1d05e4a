// A step that the file system may refuse.
import { InstallError, messageOf } from '../errors.js'

/** What the file system refuses is a coded error that names the path. */
export async function writing<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (cause instanceof InstallError) throw cause
    const message = `${path} cannot be written: ${messageOf(cause)}`
    throw new InstallError('INSTALL_WRITE_FAILED', message, { cause })
  }
}
