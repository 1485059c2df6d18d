import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { doctest } from 'vite-plugin-doctest'
import { defineConfig } from 'vitest/config'
import { entries, specifierOf } from './entries.mjs'
import { globsOfFloors } from './house/floors.mjs'
import { markdownExamples, markdownFiles, tsBlocks } from './markdown-examples.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * In milliseconds, after which a test is taken to hang. It judges no speed, which tests measure by the processor's time: on a
 * starved machine, a property of half a second has taken more than thirty.
 */
const testTimeout = 180_000

/** Tests and examples name the package as a user does, and get its sources. */
const alias = Object.entries(entries).map(([subpath, source]) => ({
  find: new RegExp(`^${specifierOf(subpath)}$`),
  replacement: `${root}${source}`,
}))

/** README.md and docs/, where they show any TypeScript. */
const markdown = markdownFiles(root).filter(
  (file) => tsBlocks(readFileSync(`${root}${file}`, 'utf8')).length > 0,
)

/** Tests that put something of their own in a module's place. Each needs modules of its own; all others share theirs, in half the time. */
const mocked = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file}`)
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => /\bvi\.(mock|doMock)\(/.test(readFileSync(`${root}${file}`, 'utf8')))

/**
 * All branches of the rules, and nearly all of what waits for others. Functions too, because one without a branch that
 * nobody calls would count as covered.
 */
const thresholds = Object.fromEntries([
  ...globsOfFloors(0, 8).map((glob) => [glob, { branches: 100, functions: 100 }]),
  ...globsOfFloors(9, 10).map((glob) => [glob, { branches: 95, functions: 95 }]),
])

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    allowOnly: false,
    // all cores: by itself it leaves one for a developer's editor
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: mocked, isolate: false, testTimeout },
      },
      {
        extends: true,
        test: { name: 'unit-mocked', include: mocked, testTimeout },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            // what is wrong elsewhere, the steps `types…` say
            ignoreSourceErrors: true,
            checker: `${root}node_modules/ts7/bin/tsc`,
            tsconfig: `${root}test/tsconfig.json`,
            include: ['test/**/*.test-d.ts'],
          },
        },
      },
      {
        extends: true,
        plugins: [doctest()],
        test: { name: 'docs', include: [], includeSource: ['src/**/*.ts'], isolate: false, testTimeout },
      },
      {
        extends: true,
        plugins: [markdownExamples()],
        test: { name: 'markdown', include: markdown, isolate: false, testTimeout },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: [['text', { skipFull: true, maxCols: 140 }]],
      thresholds,
    },
  },
})
