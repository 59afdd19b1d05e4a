// The action …/verify: local files, digests and bundles, or container images.
import * as core from '@actions/core'
import { runImageCommand } from '../commands/image-command.js'
import { runVerifyCommand } from '../commands/verify-command.js'
import { runAction } from './run-action.js'

// Nothing is awaited at the top of a bundle: V8 would read all of it twice.
if (core.getInput('images') === '') void runAction('verify', runVerifyCommand)
else void runAction('image', runImageCommand)
