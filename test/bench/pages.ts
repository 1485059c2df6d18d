import { readFileSync, writeFileSync } from 'node:fs'
import { table } from '../../.ci/docs/markdown.js'
import type { Measured, Report, Result, Verdict } from './contest.js'
import type { Machine } from './machine.js'
import { ROUNDS } from './measure.js'
import { duration } from './report-text.js'
import { digits, wholeGoal } from './verdict.js'

const PAGE = 'docs/benchmarks.md'
const README = 'README.md'
const BEGIN = '<!-- benchmarks: written by `npm run bench` from here -->'
const END = '<!-- benchmarks: written by `npm run bench` to here -->'

/** What the issues are about, by their numbers. */
const titles: Readonly<Record<number, string>> = {
  3: 'Addresses and phones',
  4: 'Segments',
  5: 'Merges',
  6: 'Edits',
  7: 'Stores',
  8: 'Customer files',
  9: 'Duplicates',
  11: 'Weight',
}

/** Writes the page and the table of the README from the same reports; gives the paths. */
export function writePages(reports: readonly Report[], here: Machine, minutes: number): readonly string[] {
  writeFileSync(PAGE, page(reports, here, minutes))
  const readme = readFileSync(README, 'utf8')
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`${README} must hold ${BEGIN} and ${END}`)
  writeFileSync(
    README,
    `${readme.slice(0, begin)}${BEGIN}\n\n${summary(reports, here)}\n\n${readme.slice(end)}`,
  )
  return [PAGE, README]
}

function page(reports: readonly Report[], here: Machine, minutes: number): string {
  const issues = [...new Set(reports.map(({ issue }) => issue))].toSorted((one, other) => one - other)
  const sections = issues.map((issue) =>
    section(
      issue,
      reports.filter((report) => report.issue === issue),
    ),
  )
  return `${[
    '<!-- Written by `npm run bench`. Edits are lost. -->',
    '# Benchmarks',
    `${count(reports)} Misses are said as plainly as the rest.`,
    origin(here, `, in ${minutes.toFixed(0)} minutes`),
    '## How it is measured',
    howTo,
    ...sections,
  ].join('\n\n')}\n`
}

const howTo = `\`\`\`sh
npm ci
npm run bench                                  # everything, and writes this page
npm run bench -- segments duplicates/exact     # parts, by the names in brackets below; writes nothing
npm run bench -- --febrl <folder>              # with the FEBRL sets, which are not part of this project
npm run bench -- --quick                       # does it run? Its figures mean nothing
\`\`\`

- What is measured is the built package, imported by its name as a host does. The benchmarks are built to JavaScript, too.
- Each part runs in a process of its own. The questions of a segment are asked twice, each in a process of its own and all in one:
  an engine puts a test in place of its call while it has seen no other, so order matters.
- All ways must give the same answers before anything is measured. A difference ends the run.
- The ways take turns, every second round the other way round. A ratio is the median of the ratios of the rounds, of which there
  are 5 or more; a time is the median of the times.
- Ratios mean something on any machine; times only on this one.
- PostgreSQL is a server of the benchmark's own, which writes every commit through to the disk.`

function section(issue: number, reports: readonly Report[]): string {
  const results = reports.flatMap(({ name, results }) => results.map((result) => ({ name, result })))
  const judged = results.flatMap(({ name, result }) =>
    result.verdicts.map((verdict) => [
      `${result.contest.title} (\`${name}\`)`,
      wholeGoal(verdict),
      verdict.measured,
      word(verdict),
    ]),
  )
  return [
    `## ${titles[issue] ?? issue} (issue ${issue})`,
    ...reports.flatMap(({ name, missing }) =>
      missing === null ? [] : [`\`${name}\` was not measured: ${missing}.`],
    ),
    ...(judged.length === 0
      ? ['No goal was set.'].filter(() => results.length > 0)
      : [table(['what', 'goal', 'measured', 'verdict'], judged)]),
    ...results.map(({ name, result }) => detail(name, result)),
  ].join('\n\n')
}

function detail(name: string, { contest, size, times, figures }: Result): string {
  const limit = contest.limit === undefined ? '' : ` Limit: ${contest.limit}.`
  const head = `**${contest.title}** (\`${name}\`). ${size}; ${how(contest.measured)}.${limit}`
  const rows = times.map(({ way, nanoseconds, ratio }) => [
    way,
    duration(nanoseconds),
    Math.round(1e9 / nanoseconds).toLocaleString('en-US'),
    `${ratio.toFixed(3)} ×`,
  ])
  const counted = Object.entries(figures).map(([figure, value]) => [figure, digits(value)])
  return rows.length > 0
    ? `${head}\n\n${table(['way', 'each', 'per second', 'ratio'], rows)}`
    : `${head}\n\n${table(['figure', 'counted'], counted)}`
}

function turnsText({ turns, warmUp = 0 }: Exclude<Measured, string>): string {
  return warmUp === 0 ? `${turns} turns` : `${turns} turns, after ${warmUp} that do not count`
}

function how(measured: Measured): string {
  if (measured === 'once') return 'counted once'
  return measured === 'loop' ? `repeated in ${ROUNDS} rounds` : turnsText(measured)
}

/** The few that the README shows. */
function summary(reports: readonly Report[], here: Machine): string {
  const rows = reports.flatMap(({ results }) =>
    results.flatMap(({ contest: { short }, verdicts }) =>
      short === undefined
        ? []
        : [
            [
              short,
              verdicts.map(({ goal }) => goal).join('; '),
              verdicts.map(({ measured }) => measured).join('; '),
              verdicts.every(({ isReached }) => isReached) ? 'reached' : verdicts.map(word).join('; '),
            ],
          ],
    ),
  )
  return [
    '## Benchmarks',
    `${count(reports)} ${origin(here)} All of them, and how it is measured: [benchmarks](${PAGE}).`,
    table(['what', 'goal', 'measured', 'verdict'], rows),
  ].join('\n\n')
}

function count(reports: readonly Report[]): string {
  const verdicts = reports.flatMap(({ results }) => results.flatMap((result) => result.verdicts))
  const reached = verdicts.filter(({ isReached }) => isReached).length
  return `${reached} of ${verdicts.length} goals are reached.`
}

function origin({ day, text, load, isBusy }: Machine, took = ''): string {
  const busy = isBusy ? ' **The machine was busy with other work: a quiet one gives other figures.**' : ''
  return `Measured on ${day} by \`npm run bench\`${took}: ${text}, load average at the start ${load.toFixed(2)}.${busy}`
}

const word = ({ isReached }: Verdict): string => (isReached ? 'reached' : '**missed**')
