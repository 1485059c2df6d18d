/** What the tables of plants write with. A plant's `files` maps a path to its new text, or to a function of the old one. */

/** A source file, in a room of floor 1 where nothing else is said. */
export const src = (text, path = 'src/value/planted.ts') => ({ [path]: text })

/** A source file whose `planted` the package exports. */
export const published = (text) => ({
  ...src(text),
  ...append('src/index.ts', "export { planted } from './value/planted.js'"),
})

/** A test file. */
export const test = (text) => ({
  'test/planted.test.ts': `import { expect, it } from 'vitest'\n\n${text}\n`,
})

export const append = (path, text) => ({ [path]: (old) => `${old}\n${text}\n` })

export const replace = (path, from, to) => ({ [path]: (old) => old.replace(from, to) })

export const json = (path, change) => ({
  [path]: (old) => `${JSON.stringify(change(JSON.parse(old)), null, 2)}\n`,
})

/** Text that does not compress, the same every time. */
export function noise(length) {
  let state = 1
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647
    return (state % 36).toString(36)
  }).join('')
}
