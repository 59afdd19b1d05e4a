// node scripts/build.mjs [FOLDER]    builds dist/, or another folder
import { relative, resolve } from 'node:path'
import { buildDist } from './dist.mjs'

const folder = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../dist'))
const names = await buildDist(folder)
console.log(`built ${names.join(', ')} in ${relative(process.cwd(), folder) || '.'}`)
