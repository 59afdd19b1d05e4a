// What an archive of any kind consists of, for who only looks.

interface Named {
  /** As the archive has it, without a leading `./`: from outside, and never a path to write to. */
  readonly path: string
}

export type ArchiveEntry =
  | (Named & {
      readonly kind: 'file'
      readonly isExecutable: boolean
      /** Whatever is not taken is left out once the entry was handled. */
      readonly content: AsyncIterable<Buffer>
    })
  /** A hard link's target is the path of a file in the archive. */
  | (Named & { readonly kind: 'link'; readonly isHard: boolean; readonly target: string })
  /** `why` goes on after its name. */
  | (Named & { readonly kind: 'unread'; readonly why: string })

/** Is given every entry that is no folder. */
export type TakeEntry = (entry: ArchiveEntry) => Promise<void>

export const EXECUTE_BITS = 0o111

/** `./usr/bin/kubelet` and `/usr/bin/kubelet` are `usr/bin/kubelet` to whoever unpacks them. */
export function plainPath(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '')
}
