// An archive of any form that is known, by its entries.
import { type ByteSource, UnreadError } from './byte-source.js'
import { readCpio } from './cpio.js'
import { readDeb } from './deb.js'
import type { TakeEntry } from './entry.js'
import type { Member } from './member.js'
import { readRpm } from './rpm.js'
import type { ArchiveForm } from './sniff.js'
import { readTar } from './tar.js'

/** What is done with what an archive holds. */
export interface Takers {
  readonly entry: TakeEntry
  /** Is given the packed folders of a package. */
  readonly member: (member: Member) => Promise<void>
}

/**
 * Reads an archive from its first byte on.
 * @throws UnreadError when it is broken or cut off, and whatever the takers do
 */
export function readArchive(
  source: ByteSource,
  form: Exclude<ArchiveForm, 'gzip' | 'zstd' | 'xz'>,
  { entry, member }: Takers,
): Promise<void> {
  switch (form) {
    case 'tar':
      return readTar(source.take(), entry)
    case 'cpio':
      return readCpio(source, entry)
    case 'deb':
      return readDeb(source, member)
    case 'rpm':
      return readRpm(source, member)
  }
}

/** What is said of a form that is known and not opened. */
export function refuseForm(form: string): UnreadError {
  return new UnreadError(`it is a ${form} archive, which is not opened here`)
}
