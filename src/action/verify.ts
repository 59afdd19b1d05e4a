// The action …/verify: local files, digests and bundles, or container images.
import * as core from '@actions/core'
import { runImageCommand } from '../commands/image-command.js'
import { runVerifyCommand } from '../commands/verify-command.js'
import { runAction } from './run-action.js'

if (core.getInput('images') === '') await runAction('verify', runVerifyCommand)
else await runAction('image', runImageCommand)
