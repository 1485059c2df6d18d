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
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.stryker-tmp/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  timeoutMS: 20_000,
  allowEmpty: false,
  checkers: [],
  disableTypeChecks: false,
}
