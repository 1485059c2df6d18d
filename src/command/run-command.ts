import { en } from '../messages/en/index.js'
import type { CsvLayout } from '../transfer/csv-header.js'
import { checkFile, type CheckedRow } from './check-file.js'
import { checkCount, type CheckResult } from './check-result.js'
import { failureLine } from './failure-line.js'
import { formReader } from './file-form.js'
import { helpLines } from './help.js'
import type { Machine } from './machine.js'
import { progressLine } from './progress-line.js'
import { repairedCopy } from './repaired-copy.js'
import { resultLines } from './result-lines.js'
import { versionLine } from './version.js'
import { readWish, type CheckWish } from './wish.js'

/** How many findings are shown unless all are asked for. */
const SHOWN = 20

/** What the command ends with, for scripts. */
export const exitCodes = { good: 0, toMend: 1, wrongCall: 2, unreadable: 3 } as const

/** Runs the command by the words behind it, and gives its exit code. */
export async function runCommand(words: readonly string[], machine: Machine): Promise<number> {
  const reading = readWish(words)
  if ('help' in reading) {
    for (const line of helpLines()) machine.say(line)
    return exitCodes.good
  }
  if ('version' in reading) {
    machine.say(versionLine)
    return exitCodes.good
  }
  if ('mistake' in reading) return refuse(reading.mistake, machine)
  const { file, write } = reading.wish
  // Writing begins before all is read, and would leave nothing of the file
  if (write !== null && (file === write || machine.isSameFile(file, write)))
    return refuse('The copy must be another file.', machine)
  try {
    return answer(reading.wish, await check(reading.wish, machine), machine)
  } catch (error) {
    machine.tell(`${failureLine(error, reading.wish.file)}\n`)
    return exitCodes.unreadable
  }
}

function refuse(mistake: string, machine: Machine): number {
  machine.tell(`${mistake} See clientele --help.\n`)
  return exitCodes.wrongCall
}

async function check(wish: CheckWish, machine: Machine): Promise<CheckResult> {
  const { pieces, size } = machine.open(wish.file)
  const progress = progressLine(machine, size)
  const count = checkCount(wish.all || wish.format === 'json' ? Infinity : SHOWN)
  const copy = repairedCopy()
  const file = formReader()
  let [bytes, rows] = [0, 0]

  async function* weighed(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of pieces) {
      bytes += piece.length
      file.look(piece)
      yield piece
    }
  }

  function onHeader(layout: CsvLayout): void {
    count.header(layout)
    copy.header(layout, file.form())
  }

  async function* checked(): AsyncGenerator<readonly CheckedRow[], void, undefined> {
    for await (const batch of checkFile(weighed(), { ...wish, format: wish.as, onHeader })) {
      for (const row of batch) count.add(row)
      rows += batch.length
      progress.at(bytes, rows)
      yield batch
    }
  }

  try {
    if (wish.write === null) {
      for await (const batch of checked()) void batch
      return count.result(null)
    }
    await machine.save(wish.write, linesOf(checked(), copy.linesOf), copy.isWhole)
    return count.result(copy.isWhole() ? copy.count() : null)
  } finally {
    progress.end()
  }
}

async function* linesOf(
  batches: AsyncIterable<readonly CheckedRow[]>,
  write: (batch: readonly CheckedRow[]) => string | Uint8Array,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  for await (const batch of batches) yield write(batch)
}

function answer({ file, format, write }: CheckWish, result: CheckResult, machine: Machine): number {
  if (format === 'json') sayJson(file, result, machine)
  else for (const line of resultLines(file, result, en)) machine.say(line)
  if (write !== null && result.repaired === null)
    machine.tell('No copy was written, because the file could not be read to its end.\n')
  return result.withProblems + result.twins === 0 ? exitCodes.good : exitCodes.toMend
}

/** One finding a line, because all in one text may be longer than a text can be. */
function sayJson(file: string, { findings, ...counts }: CheckResult, { say }: Machine): void {
  const opening = JSON.stringify({ file, ...counts, findings: [] }, null, 2)
  say(opening.slice(0, -']\n}'.length))
  findings.forEach((finding, index) =>
    say(`    ${JSON.stringify(finding)}${index === findings.length - 1 ? '' : ','}`),
  )
  say('  ]\n}')
}
