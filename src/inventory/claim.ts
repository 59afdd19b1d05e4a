// Whether a file pretends to be an artifact. `kubelet` in a folder of
// programs does; `/etc/default/kubelet` holds its settings, and the completions
// of a shell are called like what they complete.
import { claimedName } from '../kubernetes/claimed-name.js'

/** Folders where files are called like the programs that they are about. */
const ABOUT_PROGRAMS: readonly string[] = [
  'default',
  'sysconfig',
  'completions',
  'bash_completion.d',
  'overrides',
  'logrotate.d',
  'monit.d',
]

export interface Looks {
  readonly isExecutable: boolean
  /** Whether it begins like a program. */
  readonly isProgram: boolean
}

const OF_A_PROGRAM: Looks = { isExecutable: true, isProgram: true }

/**
 * The artifact that a file is called after.
 * @param path with `/` between its folders, or `\` on Windows
 * @param looks of what is not looked at, such as a link: that it may be a program
 */
export function claimOf(path: string, looks: Looks = OF_A_PROGRAM): string | undefined {
  const [name = '', folder = ''] = path.split(/[\\/]/).reverse()
  const claim = claimedName(name)
  const isAbout = ABOUT_PROGRAMS.includes(folder) && !looks.isExecutable && !looks.isProgram
  return isAbout ? undefined : claim
}
