import { readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'
import { entries, outputOf } from './.ci/entries.mjs'
import { pureConstants } from './.ci/pure.mjs'

const subpaths = Object.fromEntries(
  Object.entries(entries).map(([subpath, source]) => [outputOf(subpath), source]),
)

/** What nobody imports, so that it needs no types. */
const parts = {
  // what `npx clientele` runs
  command: 'src/command/main.ts',
  // What imports a package that does not call itself free of side effects: as entries they are chunks of their own. Every
  // bundle that takes anything of a chunk holds such a package: papaparse is 7 kB of gzip
  'csv-cells': 'src/transfer/csv-cells.ts',
  'name-likeness': 'src/duplicates/likeness.ts',
}

/** Of package.json the command says the version, and nothing else of it belongs in dist/. */
const versionOnly: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'version-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string }
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
  },
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
  esbuildPlugins: [pureConstants(), versionOnly],
  // It is an ES module only, which CommonJS on the oldest Node 20 cannot load; its license stands beside its one import
  noExternal: ['double-metaphone'],
  // tsup sets `baseUrl` for its own run, which TypeScript 6 calls deprecated; whether the types are right, the gate has asked
  dts: { entry: subpaths, compilerOptions: { ignoreDeprecations: '6.0', noCheck: true } },
})
