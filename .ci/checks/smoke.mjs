import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entries, specifierOf } from '../entries.mjs'
import { root, rules, run } from '../tool.mjs'
import { packed } from './pack.mjs'

const specifiers = Object.keys(entries).map(specifierOf)

/** Only whoever uses this subpath needs fast-check, and only for its types. */
const withFastCheck = 'clientele/testing'

/** Installs the tarball into an empty project, as a user would, and uses every subpath in both module kinds. */
export async function smoke() {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-smoke-'))
  try {
    writeProject(folder)
    const install = await run('npm', installArguments(), { cwd: folder })
    if (install.code !== 0) return { passed: 0, failed: 1, output: install.output }
    const esm = await load(folder, 'load.mjs')
    const cjs = await load(folder, 'load.cjs')
    return rules([
      ...specifiers.map((specifier) => judgeNames(specifier, esm, cjs)),
      await judgeTypes(folder, 'core', 'types fit a consumer without fast-check, in ESM and in CommonJS'),
      await judgeTypes(folder, 'testing', `types of ${withFastCheck} fit a consumer, in ESM and in CommonJS`),
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The tarball and its peer, in the version that the project itself is tested with; nothing of theirs may run. */
function installArguments() {
  const { version } = JSON.parse(readFileSync(`${root}node_modules/zod/package.json`, 'utf8'))
  return [
    'install',
    packed(),
    `zod@${version}`,
    '--prefer-offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ]
}

function writeProject(folder) {
  const write = (name, text) => writeFileSync(join(folder, name), text)
  write('package.json', '{ "name": "consumer", "private": true }')
  write('load.mjs', loader('await import(name)'))
  write('load.cjs', loader('require(name)'))
  const core = specifiers.filter((specifier) => specifier !== withFastCheck)
  for (const [name, used] of Object.entries({ core, testing: [withFastCheck] })) {
    write(`${name}.mts`, consumer(used))
    write(`${name}.cts`, consumer(used))
    write(`${name}.json`, JSON.stringify({ compilerOptions, files: [`${name}.mts`, `${name}.cts`] }))
  }
}

/** Prints the names of every subpath, or why it did not load. */
const loader = (load) => `
const loaded = {}
for (const name of ${JSON.stringify(specifiers)}) {
  try {
    loaded[name] = { names: Object.keys(${load}).sort() }
  } catch (error) {
    loaded[name] = { error: String(error) }
  }
}
console.log(JSON.stringify(loaded))
`

const consumer = (used) =>
  used
    .map((specifier, n) => `import * as m${n} from '${specifier}'\nexport const n${n}: object = m${n}`)
    .join('\n')

/** The strictest consumer: the declarations themselves are checked, without Node's. DOM is there because zod names `URL`. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  module: 'NodeNext',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
}

/** Without `require` of ES modules, which the first releases of Node 20 do not know. */
async function load(folder, script) {
  const { code, output } = await run('node', ['--no-experimental-require-module', script], { cwd: folder })
  if (code !== 0) return {}
  return JSON.parse(output.trim().split('\n').at(-1))
}

function judgeNames(specifier, esm, cjs) {
  const rule = `${specifier} loads as ESM and as CommonJS with the same names`
  const [one, other] = [esm, cjs].map((loaded) => loaded[specifier] ?? { error: 'it was not loaded' })
  const errors = [one, other].flatMap(({ error }) => error ?? [])
  if (errors.length > 0) return { rule, findings: errors }
  if (one.names.length === 0) return { rule, findings: ['it exports nothing'] }
  const isSame = String(one.names) === String(other.names)
  return { rule, findings: isSame ? [] : [`ESM gives ${one.names}, CommonJS gives ${other.names}`] }
}

async function judgeTypes(folder, name, rule) {
  if (name === 'testing')
    symlinkSync(`${root}node_modules/fast-check`, join(folder, 'node_modules/fast-check'))
  const { code, output } = await run(
    'node',
    [`${root}node_modules/typescript/bin/tsc`, '-p', `${name}.json`],
    { cwd: folder },
  )
  return { rule, findings: code === 0 ? [] : [output] }
}
