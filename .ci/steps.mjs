import { apart } from './checks/apart.mjs'
import { runExamples } from './checks/examples-run.mjs'
import { checkPackage } from './checks/package.mjs'
import { pack, packed } from './checks/pack.mjs'
import { sizes } from './checks/sizes.mjs'
import { smoke } from './checks/smoke.mjs'
import { countExamples } from './checks/typed-examples.mjs'
import { vitest } from './checks/vitest.mjs'
import { entries, specifierOf } from './entries.mjs'
import { bin, root, rules, tool } from './tool.mjs'

const typescript6 = 'node_modules/typescript/bin/tsc'
const typescript7 = 'node_modules/ts7/bin/tsc'

/** Tests and examples, by the faster of the two; those for the browser by themselves, because there is no Node. */
async function testTypes() {
  const projects = ['test', 'examples/browser']
  const results = []
  for (const project of projects) results.push(await tool('node', [typescript7, '-p', project]))
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  const output = results.map((result) => result.output).join('')
  return { passed: total('passed'), failed: total('failed'), output }
}

/**
 * The steps of the gate in their order. `run` answers `{ passed, failed, output }`: real tests, rules and checks, each
 * counted once. `seen` is what a tool must say to be believed: one that looked at nothing has not passed. `needs` names what must
 * have passed before; `alone` is said of what takes every core for itself.
 */
export const steps = [
  {
    name: 'format',
    says: 'biome: the one format',
    run: () => tool(bin('biome'), ['format'], { seen: /Checked [1-9]\d* files/ }),
  },
  {
    name: 'lint',
    says: 'oxlint with types: no any, no cycles, no lost promise',
    run: () =>
      tool(bin('oxlint'), ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'], {
        seen: /on [1-9]\d* files/,
      }),
  },
  {
    name: 'house',
    says: 'floors, doors and the shape of files',
    run: () => apart('../house/check.mjs', 'checkHouse'),
  },
  {
    name: 'regexes',
    says: 'every regular expression is linear, by recheck',
    run: () => apart('./regexes.mjs', 'checkRegexes'),
  },
  {
    name: 'comments',
    says: 'every public name is explained',
    run: () => apart('./doc-comments.mjs', 'checkDocComments'),
  },
  { name: 'api', says: 'the public names are those agreed', run: () => apart('./api.mjs', 'checkApi') },
  { name: 'types6', says: 'typescript 6: src', run: () => tool('node', [typescript6]) },
  { name: 'types7', says: 'typescript 7: src', run: () => tool('node', [typescript7]) },
  {
    name: 'types7t',
    says: 'typescript 7: tests, examples',
    run: testTypes,
  },
  {
    name: 'examples',
    says: 'examples fit the types',
    run: () => apart('./typed-examples.mjs', 'checkTypedExamples'),
  },
  {
    name: 'unit',
    says: 'tests and properties, with coverage',
    alone: true,
    run: () => vitest(['unit', 'unit-mocked'], { options: ['--coverage'] }),
  },
  { name: 'typetest', says: 'tests of types', run: () => vitest(['types']) },
  {
    name: 'docs',
    says: 'examples of doc comments, README and docs/',
    alone: true,
    run: () => vitest(['docs', 'markdown'], { atLeast: countExamples(root) }),
  },
  {
    name: 'pages',
    says: 'generated pages are up to date, links lead somewhere',
    run: () => tool(bin('tsx'), ['.ci/docs/pages.mjs', '--check'], { seen: /[1-9]\d* generated pages/ }),
  },
  { name: 'build', says: 'tsup: ESM, CommonJS, types', run: () => tool(bin('tsup'), ['--silent']) },
  {
    name: 'package',
    says: 'exports, types and files agree with the entries',
    needs: ['build'],
    run: () => rules(checkPackage(root)),
  },
  { name: 'pack', says: 'npm pack: only what is agreed', needs: ['build'], run: pack },
  {
    name: 'publint',
    says: 'publint --strict',
    needs: ['pack'],
    run: () => tool(bin('publint'), ['run', packed(), '--strict'], { seen: /All good/ }),
  },
  {
    name: 'attw',
    says: 'are the types wrong? --profile node16',
    needs: ['pack'],
    run: () =>
      tool(bin('attw'), [packed(), '--profile', 'node16', '--format', 'ascii', '--no-emoji'], {
        seen: Object.keys(entries).map((subpath) => new RegExp(`"${specifierOf(subpath)}"`)),
      }),
  },
  { name: 'size', says: 'size budgets, gzip', needs: ['build'], run: sizes },
  { name: 'examples-run', says: 'the examples run on the tarball', needs: ['pack'], run: runExamples },
  { name: 'smoke', says: 'the tarball in an empty project, ESM and CommonJS', needs: ['pack'], run: smoke },
  {
    name: 'demo',
    says: 'the demo runs',
    needs: ['build'],
    run: () => tool(bin('tsx'), ['examples/demo/demo.ts'], { seen: /\S/ }),
  },
]
