import { append, json, noise, published, replace, src } from './plant.mjs'

/** Violations of what is built and published. */
export const packagePlants = [
  {
    step: 'api',
    planted: 'a public name that was not agreed',
    files: append('src/index.ts', 'export const surprise = 1'),
    says: /not yet agreed: surprise/,
  },
  {
    step: 'api',
    planted: 'a public function that takes less',
    files: replace('src/outcome/explain-problem.ts', 'messages: ProblemMessages)', 'messages: never)'),
    says: /no longer: explainProblem/,
  },
  {
    step: 'build',
    planted: 'an import that leads nowhere',
    files: append('src/index.ts', "export { a } from './value/nowhere.js'"),
    says: /Could not resolve "\.\/value\/nowhere\.js"/,
  },
  {
    step: 'package',
    planted: 'a subpath that package.json forgot',
    files: json('package.json', (manifest) => ({
      ...manifest,
      exports: { ...manifest.exports, './csv': undefined },
    })),
    says: /package\.json `exports` must be/,
  },
  {
    step: 'package',
    planted: 'a subpath that test/tsconfig.json forgot',
    files: replace('test/tsconfig.json', /"clientele\/csv".*/, ''),
    says: /test\/tsconfig\.json `paths` must be/,
  },
  {
    step: 'package',
    planted: 'a build without types',
    files: replace('tsup.config.ts', /dts: .*,/, 'dts: false,'),
    says: /dist\/index\.d\.ts is missing or empty/,
  },
  {
    step: 'package',
    planted: 'an install script',
    files: replace('package.json', '"scripts": {', '"scripts": {\n    "postinstall": "node a.js",'),
    says: /postinstall would run at every install/,
  },
  {
    step: 'package',
    planted: 'a lock that names a registry',
    files: replace('package-lock.json', '"integrity"', '"resolved": "x", "integrity"'),
    says: /package-lock\.json holds `resolved`/,
  },
  {
    step: 'package',
    planted: 'a lock without the binaries of a platform',
    files: json('package-lock.json', (lock) => {
      delete lock.packages['node_modules/@biomejs/cli-darwin-arm64']
      return lock
    }),
    says: /@biomejs\/cli-darwin-arm64 is not in it/,
  },
  {
    step: 'pack',
    planted: 'sources among the files',
    files: replace('package.json', '"dist",', '"dist", "src",'),
    says: /src\/index\.ts would be published/,
  },
  {
    step: 'pack',
    planted: 'pages to which the README leads in vain',
    files: replace('package.json', '"docs/*.md",', ''),
    says: /docs\/concepts\.md would not be published/,
  },
  {
    step: 'pack',
    planted: 'more than pages in docs/',
    files: { ...replace('package.json', '"docs/*.md"', '"docs"'), 'docs/notes.txt': 'planted' },
    says: /docs\/notes\.txt would be published/,
  },
  {
    step: 'pack',
    planted: 'a package without its types',
    files: replace('tsup.config.ts', /dts: .*,/, 'dts: false,'),
    says: /dist\/index\.d\.cts would not be published/,
  },
  {
    step: 'publint',
    planted: '`main` that leads nowhere',
    files: json('package.json', (manifest) => ({ ...manifest, main: './dist/nowhere.cjs' })),
    says: /pkg\.main .*does not exist/,
  },
  {
    step: 'attw',
    planted: 'types of ESM for CommonJS',
    files: replace('package.json', './dist/segment.d.cts', './dist/segment.d.ts'),
    says: /Masquerading as ESM/,
  },
  {
    step: 'size',
    planted: '60 kB in the root',
    files: published(`/** Planted. */\nexport const planted = '${noise(60_000)}'\n`),
    says: /clientele stays within \d+ bytes/,
  },
  {
    step: 'size',
    planted: 'a build that calls no constant pure',
    files: replace('tsup.config.ts', 'pureConstants(), ', ''),
    says: /the military rules alone stays within \d+ bytes/,
  },
  {
    step: 'size',
    planted: 'papaparse in the chunk of everything',
    files: replace('tsup.config.ts', "'csv-cells': 'src/transfer/csv-cells.ts',", ''),
    says: /militaryAddressProblems alone stays within \d+ bytes/,
  },
  {
    step: 'examples-run',
    planted: 'an example that uses what the package does not give',
    files: append('examples/quick-start/quick-start.ts', "await import('../../src/value/instant.js')"),
    says: /examples\/quick-start runs on the tarball[^]*Cannot find module .*src\/value\/instant/,
  },
  {
    step: 'examples-run',
    planted: 'a test of an example that is not run',
    files: append('examples/own-rules/rules.test.ts', 'process.exit(0)'),
    says: /examples\/own-rules runs on the tarball[^]*it never said \/\^# pass 9/,
  },
  {
    step: 'smoke',
    planted: 'what only ESM knows',
    files: published(
      '/** Planted. */\nexport const planted: string = (import.meta as { url?: string }).url!.slice(1)\n',
    ),
    says: /clientele loads as ESM and as CommonJS[^]*Cannot use 'import\.meta' outside a module/,
  },
  {
    step: 'smoke',
    planted: 'a public type from a package that users do not have',
    files: {
      ...src(
        "import type { TestContext } from 'vitest'\n\n/** Planted. */\nexport type planted = TestContext\n",
      ),
      ...append('src/index.ts', "export type { planted } from './value/planted.js'"),
    },
    says: /types fit a consumer without fast-check[^]*vitest/,
  },
  {
    step: 'demo',
    planted: 'a demo that breaks',
    files: append('examples/demo/demo.ts', "throw new Error('planted')"),
    says: /Error: planted/,
  },
]
