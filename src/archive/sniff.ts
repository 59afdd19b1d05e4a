// What a file is by its first bytes, whatever it is called.
import { Header } from 'tar'

/** What is opened. */
export type ArchiveForm = 'gzip' | 'zstd' | 'xz' | 'tar' | 'deb' | 'rpm' | 'cpio'
/** What is known, and not opened. */
export type ForeignForm = 'bzip2' | 'lzip' | 'lz4' | 'zip' | '7z'

/** A block of tar, which has the longest mark. */
export const HEAD_BYTES = 512

const DEB_MEMBER = 'debian-binary'
/** Each form's first bytes, in Latin 1 (RFC 1952, RFC 8878, the xz file format, deb(5), the RPM file format, cpio(5)). */
const MARKS: readonly (readonly [string, ArchiveForm | ForeignForm])[] = [
  ['\x1f\x8b\x08', 'gzip'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['\xfd7zXZ\0', 'xz'],
  [`!<arch>\n${DEB_MEMBER}`, 'deb'],
  ['\xed\xab\xee\xdb', 'rpm'],
  ['070701', 'cpio'],
  ['070702', 'cpio'],
  ['07070X', 'cpio'],
  ['BZh', 'bzip2'],
  ['LZIP', 'lzip'],
  ['\x04\x22\x4d\x18', 'lz4'],
  ['PK\x03\x04', 'zip'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
]
const LONGEST_MARK = Math.max(...MARKS.map(([mark]) => mark.length))
/** What a system runs: ELF, Windows programs, Mach-O of either order or with several architectures, scripts. */
const PROGRAMS = ['\x7fELF', 'MZ', '\xcf\xfa\xed\xfe', '\xfe\xed\xfa\xcf', '\xca\xfe\xba\xbe', '#!']

/** @param head the first HEAD_BYTES of a file, or all of a shorter one */
export function sniff(head: Buffer): ArchiveForm | ForeignForm | undefined {
  const text = head.toString('latin1', 0, LONGEST_MARK)
  const found = MARKS.find(([mark]) => text.startsWith(mark))
  if (found !== undefined) return found[1]
  return head.length === HEAD_BYTES && isTarHeader(head) ? 'tar' : undefined
}

/** By the sum in it: tar had no mark for its first ten years. */
function isTarHeader(head: Buffer): boolean {
  try {
    return new Header(head).cksumValid
  } catch {
    // What is no header may have no numbers where a header has them.
    return false
  }
}

/** Whether a file begins like a program. */
export function isProgram(head: Buffer): boolean {
  const text = head.toString('latin1', 0, LONGEST_MARK)
  return PROGRAMS.some((mark) => text.startsWith(mark))
}
