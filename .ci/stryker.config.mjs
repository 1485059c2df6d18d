/** What StrykerJS is told for every room; `.ci/mutation.mjs` adds the room. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.ci/stryker.vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // rows that a module makes once when it loads: no single test can be said to cover them
  ignoreStatic: false,
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
  ignorePatterns: ['.bench', '.ci/planted', 'coverage', 'dist', 'docs', 'examples'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 95, break: 95 },
  timeoutMS: 20_000,
  allowEmpty: false,
  checkers: [],
  disableTypeChecks: false,
}
