import { append, published, replace, src, test } from './plant.mjs'

const EXAMPLE = '```ts @import.meta.vitest'

/** Violations of comments, types and tests. */
export const codePlants = [
  // comments
  {
    step: 'comments',
    planted: 'a public name without a doc comment',
    files: published('export const planted = 1\n'),
    says: /clientele planted has no doc comment/,
  },
  {
    step: 'comments',
    planted: 'a public function without an example',
    files: published('/** Planted. */\nexport function planted(): void {}\n'),
    says: /clientele planted has no @example/,
  },
  {
    step: 'comments',
    planted: 'an example that nobody runs',
    files: src('/**\n * @example\n * ```ts\n * 1 + 1\n * ```\n */\nexport const a = 1\n'),
    says: /planted\.ts:3 {2}```ts does not run/,
  },
  {
    step: 'comments',
    planted: 'an entry without a source',
    files: replace('.ci/entries.mjs', "'src/index.ts'", "'src/nowhere.ts'"),
    says: /src\/nowhere\.ts is missing/,
  },

  // regular expressions
  {
    step: 'regexes',
    planted: 'an expression in quadratic time',
    files: src('export const a = /^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$/\n'),
    says: /src\/value\/planted\.ts:1 {2}.* is vulnerable: 2nd degree polynomial/,
  },
  {
    step: 'regexes',
    planted: 'an expression in exponential time, put together',
    files: src("export const a = new RegExp(['^(a', 'a)+$'].join('|'))\n"),
    says: /src\/value\/planted\.ts:1 {2}.* is vulnerable: exponential/,
  },
  {
    step: 'regexes',
    planted: 'an expression made of what is given',
    files: src('export const a = (b: string): RegExp => new RegExp(b)\n'),
    says: /src\/value\/planted\.ts:1 {2}write it as a literal/,
  },

  {
    step: 'regexes',
    planted: 'a postal code in exponential time, in the table of countries',
    files: replace('src/address/countries/country-table.ts', /("code":"NO".*?"zip":)"[^"]*"/, '$1"(?:A+)+"'),
    says: /country-table\.ts {2}.* is vulnerable: exponential/,
  },

  // types
  ...['6', '7'].flatMap((version) => [
    {
      step: `types${version}`,
      planted: 'a string where a number belongs, in src',
      files: src("export const a: number = 'b'\n"),
      says: /src\/value\/planted\.ts.*TS2322/,
    },
    {
      step: `types${version}`,
      planted: 'a global of Node in src',
      files: src('export const a = process.env\n'),
      says: /src\/value\/planted\.ts.*Cannot find name 'process'/,
    },
  ]),
  {
    step: 'types7t',
    planted: 'a string where a number belongs, in a test',
    files: { 'test/planted.ts': "export const a: number = 'b'\n" },
    says: /test\/planted\.ts.*TS2322/,
  },

  // examples
  {
    step: 'examples',
    planted: 'a doc comment that does not compile',
    files: src(`/**\n * @example\n * ${EXAMPLE}\n * a.toFixed()\n * \`\`\`\n */\nexport const a = 'b'\n`),
    says: /src\/value\/planted\.ts: a\.toFixed\(\) {2}Property 'toFixed' does not exist/,
  },
  {
    step: 'examples',
    planted: 'a README that does not compile',
    files: append('README.md', "```ts\nconst a: number = 'b'\n```"),
    says: /README\.md-\d+\.ts: const a: number/,
  },

  // pages
  {
    step: 'pages',
    planted: 'a generated page that was edited',
    files: append('docs/policies.md', 'And so on.'),
    says: /docs\/policies\.md is out of date: npm run docs/,
  },
  {
    step: 'pages',
    planted: 'a link that leads nowhere',
    files: append('docs/concepts.md', 'See [there](nowhere.md).'),
    says: /docs\/concepts\.md: nowhere\.md leads nowhere/,
  },
  {
    step: 'pages',
    planted: 'a link to a heading that is not there',
    files: append('docs/concepts.md', 'See [there](merging.md#nothing).'),
    says: /docs\/concepts\.md: merging\.md#nothing leads nowhere/,
  },
  {
    step: 'pages',
    planted: 'a block that does not say what it is',
    files: append('docs/concepts.md', '```\nplanMerge()\n```'),
    says: /docs\/concepts\.md: a block is ``/,
  },
  {
    step: 'pages',
    planted: 'a message with a parameter that the page does not name',
    files: replace(
      'src/messages/en/problems.ts',
      'The profile has been deleted already.',
      '{count} deleted already.',
    ),
    says: /deletion\.deleted: its message has \{count\}/,
  },
  {
    step: 'types7t',
    planted: 'a code without cause and remedy',
    files: replace(
      'src/deletion/plan-deletion.ts',
      "| 'deletion.unknown-fact'",
      "| 'deletion.unknown-fact' | 'deletion.planted'",
    ),
    says: /\.ci\/docs\/remedies\/ending\.ts.*deletion\.planted/,
  },

  // tests
  {
    step: 'unit',
    planted: 'a wrong expectation',
    files: test("it('a', () => expect(1).toBe(2))"),
    says: /expected 1 to be 2/,
  },
  {
    step: 'unit',
    planted: 'a branch that no test takes',
    files: {
      ...src('export const a = (b: boolean): number => (b ? 1 : 2)\n'),
      ...test("import { a } from '../src/value/planted.js'\n\nit('a', () => expect(a(true)).toBe(1))"),
    },
    says: /Coverage for branches .* does not meet "src\/value\/\*\*" threshold \(100%\)/,
  },
  {
    step: 'unit',
    planted: 'a file that no test loads',
    files: src('export function a(): number {\n  return 1\n}\n'),
    says: /Coverage for functions .* does not meet "src\/value\/\*\*" threshold \(100%\)/,
  },
  {
    step: 'unit',
    planted: 'a skipped test',
    files: test("it.skip('a', () => expect(1).toBe(1))"),
    says: /1 tests are skipped/,
  },
  {
    step: 'unit',
    planted: '`it.only`',
    files: test("it.only('a', () => expect(1).toBe(1))"),
    says: /Unexpected \.only/,
  },
  {
    step: 'unit',
    planted: 'a test file that does not load',
    files: test("import '../src/nowhere.js'\n\nit('a', () => expect(1).toBe(1))"),
    says: /nowhere[^]*the run failed/,
  },
  {
    step: 'unit',
    planted: 'an error outside any test',
    files: test(
      "it('a', () => {\n  setTimeout(() => {\n    throw new Error('stray')\n  })\n  expect(1).toBe(1)\n})",
    ),
    says: /stray[^]*the run failed/,
  },
  {
    step: 'typetest',
    planted: 'a wrong expectation of a type',
    files: {
      'test/planted.test-d.ts':
        "import { expectTypeOf, it } from 'vitest'\n\nit('a', () => expectTypeOf(1).toEqualTypeOf<string>())\n",
    },
    says: /TypeCheckError/,
  },
  {
    step: 'docs',
    planted: 'a doc comment that is wrong',
    files: src(`/**\n * @example\n * ${EXAMPLE}\n * expect(a).toBe(2)\n * \`\`\`\n */\nexport const a = 1\n`),
    says: /expected 1 to be 2/,
  },
  {
    step: 'docs',
    planted: 'doc tests that pass over a file',
    files: {
      ...src(`/**\n * @example\n * ${EXAMPLE}\n * expect(a).toBe(1)\n * \`\`\`\n */\nexport const a = 1\n`),
      ...replace(
        '.ci/vitest.config.ts',
        "includeSource: ['src/**/*.ts']",
        "includeSource: ['src/**/[!p]*.ts']",
      ),
    },
    says: /tests at least, \d+ ran/,
  },
  {
    step: 'docs',
    planted: 'a README that is wrong',
    files: append('README.md', '```ts\nexpect(1).toBe(2)\n```'),
    says: /README\.md[^]*expected 1 to be 2/,
  },
]
