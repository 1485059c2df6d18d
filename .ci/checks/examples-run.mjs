import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { bin, root, rules, run } from '../tool.mjs'
import { packed } from './pack.mjs'

const tsx = bin('tsx')
const onPostgres = [tsx, `${root}test/examples/on-postgres.ts`]

/** As Node's test runner counts: so many, because a file that ends early counts as one that passed. */
const passed = (count) => new RegExp(`^# pass ${count}$`, 'm')

/** What is typed in each example, and what it must print. */
const examples = [
  { name: 'quick-start', command: [tsx, 'quick-start.ts'], prints: /^Merged\.$/m },
  { name: 'own-rules', command: [tsx, '--test', 'rules.test.ts'], prints: passed(9) },
  {
    name: 'express-postgres',
    command: [...onPostgres, tsx, '--test', 'app.test.ts'],
    prints: passed(11),
  },
  {
    name: 'browser',
    command: [tsx, '--test', 'page.test.ts'],
    prints: passed(9),
  },
]

/** Why an example has done nothing here: said, and no failure. */
const EXCUSE = /^.* is not (?:run|tried), because .*$/m

/** Runs the examples where nothing of the project is but the tarball: what only the sources have, they cannot use. */
export async function runExamples() {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-examples-'))
  try {
    const installed = await install(folder)
    if (installed.code !== 0) return { passed: 0, failed: 1, output: installed.output }
    const judged = []
    for (const example of examples) judged.push(await judge(folder, example))
    return rules(judged)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `clientele` from the tarball; what others have published is the project's, by links. */
function install(folder) {
  const modules = join(folder, 'node_modules')
  const unpacked = join(modules, 'clientele')
  mkdirSync(unpacked, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  for (const name of readdirSync(`${root}node_modules`))
    if (!name.startsWith('.')) symlinkSync(`${root}node_modules/${name}`, join(modules, name))
  return run('tar', ['-xzf', packed(), '-C', unpacked, '--strip-components=1'])
}

async function judge(folder, { name, command: [program, ...args], prints }) {
  const cwd = join(folder, name)
  // our settings lead the compiler to the sources
  cpSync(`${root}examples/${name}`, cwd, {
    recursive: true,
    filter: (path) => basename(path) !== 'tsconfig.json',
  })
  const { code, output } = await run(program, args, { cwd })
  const excuse = EXCUSE.exec(output)
  if (excuse !== null) console.log(`        ${name}: ${excuse[0].replace(/^# /, '')}`)
  const rule = `examples/${name} runs on the tarball`
  if (code !== 0) return { rule, findings: [`it exited with ${code}\n${output}`] }
  return {
    rule,
    findings: excuse !== null || prints.test(output) ? [] : [`it never said ${prints}\n${output}`],
  }
}
