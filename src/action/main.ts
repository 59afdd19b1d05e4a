// The main action.
import { start } from './start.js'

start(() => import(/* webpackIgnore: true */ './get.js'))
