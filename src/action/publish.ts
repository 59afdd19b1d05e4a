// What a runner gets of an ending: outputs, state, log, annotations, PATH and
// summary.
import * as core from '@actions/core'
import { type Placed, RECHECK_STATE, formatPlacedList, notePlaced } from '../install/recheck.js'
import type { Ending, InstalledFile } from '../report/ending.js'
import { SIGNS } from '../report/text.js'
import { MACHINE } from './runner.js'

/** Hands an ending to the runner. */
export async function publish(ending: Ending): Promise<void> {
  process.exitCode = ending.exitCode
  // Outputs before all else that could fail: a step that runs on failure reads `outcome`.
  for (const [name, value] of Object.entries(ending.outputs(MACHINE))) core.setOutput(name, value)
  if (ending.rechecked.length > 0)
    core.saveState(RECHECK_STATE, formatPlacedList(await Promise.all(ending.rechecked.map(toPlaced))))
  print(ending)
  for (const folder of ending.pathFolders(MACHINE)) core.addPath(folder)
  if (ending.summary !== undefined && process.env['GITHUB_STEP_SUMMARY'])
    await core.summary.addRaw(ending.summary()).write()
}

function toPlaced({ kind, path, ...file }: InstalledFile): Promise<Placed> {
  return notePlaced({ ...file, path, isUnpacked: kind === 'tarball' && !path.endsWith('.gz') })
}

function print({ heading, blocks, prose, closing, written, notes, warnings, problems }: Ending): void {
  for (const line of heading) core.info(line)
  for (const { title, tone, facts, lines } of blocks) {
    core.info(`${SIGNS[tone]} ${facts.join(' ')}`)
    if (lines.length === 0) continue
    core.startGroup(title)
    for (const line of lines) core.info(line)
    core.endGroup()
  }
  for (const line of [...prose, ...closing]) core.info(line)
  for (const path of written) core.info(`wrote ${path}`)
  for (const note of notes) core.notice(note)
  for (const warning of warnings) core.warning(warning)
  for (const { code, message, remedy } of problems) core.error(`${message}\n${remedy}`, { title: code })
}
