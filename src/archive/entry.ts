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
  | (Named & { readonly kind: 'folder' })
  /** `why` goes on after its name. */
  | (Named & { readonly kind: 'unread'; readonly why: string })

/** Is given every entry. */
export type TakeEntry = (entry: ArchiveEntry) => Promise<void>

export const EXECUTE_BITS = 0o111

/** As long as a path may be on Linux (PATH_MAX); in archives they may have a megabyte. */
const MAX_PATH_LENGTH = 4096

/** `./usr/bin/kubelet` and `/usr/bin/kubelet` are `usr/bin/kubelet` to whoever unpacks them; of one too long, its end. */
export function plainPath(path: string): string {
  const end = path.length > MAX_PATH_LENGTH ? `…${path.slice(-MAX_PATH_LENGTH)}` : path
  return end.replace(/^(?:\.?\/)+/, '')
}
