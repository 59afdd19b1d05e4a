// Entry for the end of a job: what was placed is hashed again, if that was
// asked for. Every job pays for the start of this file, so it loads nothing
// before there is something to do.
import { start } from './start.js'

const state = process.env['STATE_recheck'] ?? ''
if (state !== '')
  start(async () => {
    const { recheckPlaced } = await import(/* webpackIgnore: true */ './recheck-placed.js')
    await recheckPlaced(state)
  })
