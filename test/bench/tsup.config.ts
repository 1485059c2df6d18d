import { defineConfig } from 'tsup'

/**
 * The benchmarks as JavaScript that imports the built package, as a host does. What runs TypeScript directly would write down
 * the name of every function that is made, and slow down all who make some. It lies as deep as test/address/military, so that
 * fixtures are found.
 */
export default defineConfig({
  entry: ['test/bench/bench.ts'],
  outDir: 'test/bench/.bench',
  format: 'esm',
  target: 'es2022',
  splitting: true,
  clean: true,
  skipNodeModulesBundle: true,
})
