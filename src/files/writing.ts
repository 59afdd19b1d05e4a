// A step that the file system may refuse.
import { CodedError, InstallError, messageOf } from '../errors.js'

/**
 * What the file system refuses is a coded error that names the path; one that is coded already stays what it is.
 * @param path or what else is written
 * @throws InstallError INSTALL_WRITE_FAILED
 */
export async function writing<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (cause instanceof CodedError) throw cause
    const message = `${path} cannot be written: ${messageOf(cause)}`
    throw new InstallError('INSTALL_WRITE_FAILED', message, { cause })
  }
}
