import { explainProblem, type ProblemMessages } from '../outcome/explain-problem.js'
import type { CheckResult, Finding } from './check-result.js'

const words: Record<Finding['kind'], string> = { problem: 'wrong', twin: 'twice', warning: 'doubt' }

/** The result as lines for people: what was found, row by row, and then how much of it. */
export function resultLines(file: string, result: CheckResult, messages: ProblemMessages): readonly string[] {
  const { findings, found, rows, format } = result
  const cells = findings.map(({ row, kind, problem }) => [
    `row ${row}`,
    words[kind],
    plain(columnOf(problem.params?.['column'])),
    explainProblem(problem, messages),
  ])
  // one by one, because a call takes only so many arguments
  const widths = [0, 1, 2].map((at) => cells.reduce((most, line) => Math.max(most, line[at]?.length ?? 0), 0))
  const lines = cells.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
  const more = found - findings.length
  return [
    `${file === '-' ? 'standard input' : plain(file)}: ${counted(rows, 'row')}${format === null ? '' : `, format ${format}`}`,
    '',
    ...lines.map((line) => `  ${plain(line)}`),
    ...(more > 0 ? [`  … and ${counted(more, 'more finding')}: --all shows them`] : []),
    ...(lines.length > 0 ? [''] : []),
    ...summaryLines(result),
  ]
}

function summaryLines({ good, withProblems, twins, repaired }: CheckResult): readonly string[] {
  const left =
    repaired === null || repaired.leftOut === 0 ? '' : `, ${counted(repaired.leftOut, 'row')} left out`
  return [
    `${counted(good, 'row')} good, ${counted(withProblems, 'row')} to mend, ${counted(twins, 'row')} of people who stand there twice`,
    ...(repaired === null
      ? []
      : [`repaired copy written: ${counted(repaired.cells, 'cell')} repaired${left}`]),
  ]
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

function columnOf(column: unknown): string {
  return typeof column === 'string' ? column : ''
}

/** A file's own words on a terminal: nothing in them moves the cursor or colours the screen. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '�')
}
