// Lets a script import the sources: Node strips the types, and this finds the
// `.ts` file behind an import of `.js`.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    const isSource = specifier.startsWith('.') && context.parentURL?.includes('/src/') === true
    return next(isSource ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})
