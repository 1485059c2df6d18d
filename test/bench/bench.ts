/**
 * `npm run bench`: what the library costs beside what stands beneath it, of the built package, each part in a process of its own.
 * Ratios mean something on any machine, times only on this one. No gate: it fails only where answers differ. With names, only
 * these parts; a whole run writes docs/benchmarks.md and the table of the README.
 *
 *     npm run bench
 *     npm run bench -- segments duplicates/exact
 *     npm run bench -- --febrl <folder with dataset*.csv>
 *     npm run bench -- --quick
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import type { Part, Report } from './contest.js'
import { parts } from './contests.js'
import { machine } from './machine.js'
import { writePages } from './pages.js'
import { holdPart } from './part.js'
import { isQuick } from './quick.js'
import { reportText } from './report-text.js'

const [, script = '', ...args] = process.argv
const alone = args.indexOf('--alone')
if (alone >= 0) await holdAlone(args[alone + 1] ?? '')
else await holdAll()

/** Measures one part; this process does nothing else. */
async function holdAlone(name: string): Promise<void> {
  const part = parts.find((one) => one.name === name)
  if (part === undefined) throw new Error(`no part is called ${name}`)
  process.send?.(await holdPart(part))
  process.disconnect()
}

async function holdAll(): Promise<void> {
  const names = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--febrl')
  const asked = parts.filter(({ name }) => names.length === 0 || names.some((one) => isOf(name, one)))
  if (asked.length === 0)
    throw new Error(`no such part; there are ${parts.map(({ name }) => name).join(', ')}`)
  const here = machine()
  say(`${here.day}, ${here.text}, load ${here.load.toFixed(2)}\n`)
  if (here.isBusy) say('WARNING: the machine is busy; a quiet one gives other figures\n')
  const start = performance.now()
  const reports: Report[] = []
  for (const part of asked) {
    const report = await inProcess(part)
    reports.push(report)
    say(reportText(report))
  }
  const minutes = (performance.now() - start) / 60_000
  const verdicts = reports.flatMap(({ results }) => results.flatMap((result) => result.verdicts))
  const reached = verdicts.filter(({ isReached }) => isReached).length
  say(`\n${reached} of ${verdicts.length} goals reached, in ${minutes.toFixed(1)} minutes\n`)
  if (isQuick) say('Quick: the figures mean nothing\n')
  else if (names.length === 0) say(`written: ${writePages(reports, here, minutes).join(', ')}\n`)
}

function isOf(name: string, asked: string): boolean {
  return name === asked || name.startsWith(`${asked}/`)
}

/** Measures a part in a process of its own. */
async function inProcess({ name }: Part): Promise<Report> {
  const child = fork(script, ['--alone', name, ...args])
  let report: Report | null = null
  child.on('message', (message) => (report = message as Report))
  const [code] = (await once(child, 'close')) as [number | null]
  if (report === null || code !== 0) throw new Error(`${name} ended with ${code}`)
  return report
}

function say(text: string): void {
  process.stdout.write(text)
}
