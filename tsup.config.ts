import { defineConfig } from 'tsup'
import { entries, outputOf } from './.ci/entries.mjs'
import { pureConstants } from './.ci/pure.mjs'

/**
 * ESM and CommonJS with types for each, from the one table of entries. Not minified, so that what runs in a shop can be
 * read there; without source maps, for the same reason.
 */
export default defineConfig({
  entry: {
    ...Object.fromEntries(Object.entries(entries).map(([subpath, source]) => [outputOf(subpath), source])),
    // what `npx clientele` runs; nobody imports it
    command: 'src/command/main.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  splitting: true,
  clean: true,
  esbuildPlugins: [pureConstants()],
  // It is an ES module only, which CommonJS on the oldest Node 20 cannot load; its license stands beside its one import
  noExternal: ['double-metaphone'],
  // tsup sets `baseUrl` for its own run, which TypeScript 6 calls deprecated
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
})
