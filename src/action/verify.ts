// The action …/verify.
import { start } from './start.js'

start(() => import(/* webpackIgnore: true */ './local.js'))
