// Small files that people and their tools write: UTF-8 as a rule, sometimes
// with a byte order mark, and UTF-16 where PowerShell's `>` wrote them.

const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf)
const UTF16LE_MARK = Buffer.of(0xff, 0xfe)

/**
 * The text of a small file without a byte order mark and without space around it. Every byte that is not ASCII
 * stays a character of its own, and so can make no form fit that would not fit the bytes.
 */
export function toText(file: Uint8Array): string {
  const bytes = Buffer.from(file)
  if (startsWith(bytes, UTF16LE_MARK)) return bytes.subarray(UTF16LE_MARK.length).toString('utf16le').trim()
  return bytes
    .subarray(startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0)
    .toString('latin1')
    .trim()
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start)
}

/**
 * Whether the bytes are one DER element (X.690) with the tag of a SEQUENCE, whole and nothing after it, by its length.
 * Signatures and certificates are.
 */
export function isDerSequence(bytes: Uint8Array): boolean {
  const [tag, first = 0] = bytes
  if (tag !== 0x30) return false
  if (first < 0x80) return bytes.length === 2 + first
  const count = first & 0x7f
  if (count === 0 || count > 4 || bytes.length < 2 + count) return false
  return bytes.length === 2 + count + Buffer.from(bytes).readUIntBE(2, count)
}
