/**
 * `npm run test:mutation -- merge segment/text`: does a test fail for every change of a rule? One room after another,
 * because the score is a room's. No gate: it takes minutes. What it finds, it writes to `.ci/mutation.json`, from which
 * `npm run docs` makes the table of CONTRIBUTING.md; why survivors may live, stands there.
 */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { roomOf } from './house/floors.mjs'
import { promised } from './mutation-rooms.mjs'
import { bin, root, run } from './tool.mjs'

const scores = `${root}.ci/mutation.json`

/** A part of a room is proved by the tests of the whole room: they see it from outside, as its callers do. */
function mutate(part) {
  const files = part.endsWith('.ts') ? `src/${part}` : `src/${part}/**/*.ts`
  const child = spawn(bin('stryker'), ['run', '.ci/stryker.config.mjs', '--mutate', files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATED_ROOM: roomOf(`${part}/`).room, MUTATED_PART: part },
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code === 0))
  })
}

/** A change that never ends is noticed too; one that does not run (`RuntimeError`) is no change. */
function score() {
  const { files } = JSON.parse(readFileSync(`${root}.stryker-tmp/report.json`, 'utf8'))
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: ofFile }]) =>
    ofFile.map((mutant) => ({ ...mutant, file, original: textAt(source, mutant.location) })),
  )
  const killed = mutants.filter(({ status }) => ['Killed', 'Timeout'].includes(status)).length
  const survivors = mutants.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status))
  return {
    date: new Date().toISOString().slice(0, 10),
    mutants: killed + survivors.length,
    killed,
    survivors: survivors.map(
      ({ file, original, replacement }) =>
        `${file.slice('src/'.length)}: ${short(original)} → ${short(replacement)}`,
    ),
  }
}

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines.push(lines.pop().slice(0, end.column - 1))
  lines[0] = lines[0].slice(start.column - 1)
  return lines.join('\n')
}

const short = (code) => code.replace(/\s+/g, ' ').slice(0, 90)

function record(part, found) {
  const old = JSON.parse(readFileSync(scores, 'utf8'))
  const all = Object.entries({ ...old, [part]: found }).toSorted(([one], [other]) => (one < other ? -1 : 1))
  writeFileSync(scores, JSON.stringify(Object.fromEntries(all), null, 2))
}

/** Whether enough changes of a part were noticed. */
async function passes(part) {
  if (!(await mutate(part))) return false
  const found = score()
  if (found.mutants === 0) return false
  record(part, found)
  return found.killed >= (found.mutants * (promised[part] ?? 90)) / 100
}

const asked = process.argv.slice(2)
const parts = asked.length === 0 ? Object.keys(promised) : asked
const failed = []
for (const part of parts) if (!(await passes(part))) failed.push(part)
await run(bin('biome'), ['format', '--write', scores])
console.log(`${parts.length - failed.length} rooms passed, ${failed.length} failed ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
