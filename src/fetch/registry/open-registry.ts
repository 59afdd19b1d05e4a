// The registry client of a run: with the logins of the user it runs as.
import { homedir } from 'node:os'
import { relative, isAbsolute, sep } from 'node:path'
import type { Http, ImageRegistry } from '../../ports.js'
import { createImageRegistry } from './client.js'
import { withLayouts } from './oci-layout.js'
import { createCredentials } from './credentials.js'

export interface OpenRegistryOptions {
  /** Told every secret and every token before it is used, so that a log can hide it. */
  readonly onSecret?: ((secret: string) => void) | undefined
  /** `oci:FOLDER` or `oci-archive:FILE`: has the signatures of images on the disk that their own layouts have not. */
  readonly signatures?: string | undefined
}

/** A client for registries, and for layouts on the disk. */
export function openRegistry(
  http: Http,
  { onSecret = () => undefined, signatures }: OpenRegistryOptions = {},
): ImageRegistry {
  const home = homeOf()
  const credentials = createCredentials({
    environment: process.env,
    home,
    platform: process.platform,
    workspaces: workspacesOf(home),
    onSecret,
  })
  return withLayouts(createImageRegistry(http, { credentials, onSecret }), signatures)
}

/** The checkout of a job, and the folder we stand in; but not where that is the user's own home, or all of the disk. */
function workspacesOf(home: string | undefined): string[] {
  const { GITHUB_WORKSPACE: checkout = '' } = process.env
  const folder = process.cwd()
  const way = home === undefined ? '..' : relative(folder, home)
  const isHomeInside = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  return [...(checkout === '' ? [] : [checkout]), ...(isHomeInside ? [] : [folder])]
}

/** It throws for a user that the system does not know. */
function homeOf(): string | undefined {
  try {
    return homedir()
  } catch {
    return undefined
  }
}
