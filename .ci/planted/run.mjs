/**
 * Plants one violation after another in a copy of the project and looks whether the gate says what it must.
 * `npm run test:planted` takes all of them, `npm run test:planted -- house` those of one step.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { root, run } from '../tool.mjs'
import { codePlants } from './code.mjs'
import { housePlants } from './house.mjs'
import { lintPlants } from './lint.mjs'
import { packagePlants } from './package.mjs'

/** A row each: the step, what is planted, the files, what the step must say. A new rule gets one, or nobody knows that it sees. */
const plants = [...lintPlants, ...housePlants, ...codePlants, ...packagePlants]

const left = new Set(['node_modules', 'dist', 'coverage', '.git'])
const wanted = process.argv.slice(2)
const chosen = plants.filter(({ step }) => wanted.length === 0 || wanted.includes(step))

const copy = mkdtempSync(join(tmpdir(), 'clientele-planted-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
cpSync(root, copy, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

const before = new Map()
let failed = 0
for (const plant of chosen) {
  const { said, missed } = await judge(plant)
  if (missed !== undefined) failed++
  console.log(
    `${missed === undefined ? 'seen  ' : 'MISSED'}  ${plant.step.padEnd(12)} ${plant.planted}\n    ${said ?? missed}`,
  )
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** What the gate said to a plant, and only because of it; or how it missed it. */
async function judge({ step, files, says }) {
  if (!before.has(step)) before.set(step, await gate(step))
  if (says.test(before.get(step).output)) return { missed: `it says ${says} without the plant` }
  const { restore, unplanted } = plantAll(files)
  if (unplanted.length > 0) {
    restore()
    return { missed: `it changes nothing of ${unplanted.join(', ')}` }
  }
  const { code, output } = await gate(step)
  restore()
  if (code === 0) return { missed: 'it was green' }
  return says.test(output)
    ? { said: lineOf(output, says) }
    : { missed: `it failed, but never said ${says}:\n${output}` }
}

/** The line in which the gate said it. */
function lineOf(output, says) {
  const { index } = says.exec(output)
  return output
    .slice(output.lastIndexOf('\n', index) + 1)
    .split('\n')[0]
    .trim()
}

function gate(step) {
  return run('node', ['.ci/gate.mjs', step], { cwd: copy })
}

/** Writes the files of a plant; `restore` puts everything back, `unplanted` are those that it leaves as they were. */
function plantAll(files) {
  const written = Object.entries(files).map(([path, text]) => {
    const file = join(copy, path)
    const old = existsSync(file) ? readFileSync(file, 'utf8') : null
    const planted = typeof text === 'function' ? text(old ?? '') : text
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, planted)
    return {
      path,
      isSame: planted === old,
      undo: () => (old === null ? rmSync(file) : writeFileSync(file, old)),
    }
  })
  return {
    restore: () => written.forEach(({ undo }) => undo()),
    unplanted: written.filter(({ isSame }) => isSame).map(({ path }) => path),
  }
}
