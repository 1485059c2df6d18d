import { defineConfig } from 'tsup'
import { entries, outputOf } from './.ci/entries.mjs'
import { pureConstants } from './.ci/pure.mjs'

const subpaths = Object.fromEntries(
  Object.entries(entries).map(([subpath, source]) => [outputOf(subpath), source]),
)

/** What nobody imports, so that it needs no types. */
const parts = {
  // what `npx clientele` runs
  command: 'src/command/main.ts',
  // papaparse does not say that it is without side effects, so every bundle that takes anything of its chunk holds it
  // (7 kB of gzip). As an entry, what imports it is a chunk of its own
  'csv-cells': 'src/transfer/csv-cells.ts',
}

/**
 * ESM and CommonJS with types for each, from the one table of entries. Not minified, so that what runs in a shop can be
 * read there; without source maps, for the same reason.
 */
export default defineConfig({
  entry: { ...subpaths, ...parts },
  format: ['esm', 'cjs'],
  target: 'es2022',
  splitting: true,
  clean: true,
  esbuildPlugins: [pureConstants()],
  // It is an ES module only, which CommonJS on the oldest Node 20 cannot load; its license stands beside its one import
  noExternal: ['double-metaphone'],
  // tsup sets `baseUrl` for its own run, which TypeScript 6 calls deprecated
  dts: { entry: subpaths, compilerOptions: { ignoreDeprecations: '6.0' } },
})
