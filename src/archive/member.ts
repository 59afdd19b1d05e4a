// A part of a package that is an archive itself, perhaps compressed.

export interface Member {
  readonly content: AsyncIterable<Buffer>
  /** What it has to be once it is decompressed. */
  readonly form: 'tar' | 'cpio'
}
