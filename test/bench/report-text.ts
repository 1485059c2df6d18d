import type { Report, Result, Time } from './contest.js'
import { digits, wholeGoal } from './verdict.js'

/** A report for a terminal. */
export function reportText({ name, results, missing, seconds }: Report): string {
  const lines = missing === null ? results.flatMap(resultLines) : [`  not measured: ${missing}`]
  return `\n${name} (${seconds.toFixed(0)} s)\n${lines.join('\n')}\n`
}

function resultLines({ contest, size, times, figures, verdicts }: Result): readonly string[] {
  return [
    `  ${contest.title} (${size})`,
    ...times.map((time) => `    ${time.way.padEnd(44)}${timeCells(time).join('')}`),
    ...Object.entries(figures).map(([name, value]) => `    ${name.padEnd(56)}${digits(value).padStart(12)}`),
    ...verdicts.map(
      (verdict) =>
        `    ${verdict.isReached ? 'reached' : 'MISSED '}  ${wholeGoal(verdict)}: ${verdict.measured}`,
    ),
  ]
}

const timeCells = ({ nanoseconds, ratio }: Time): readonly string[] =>
  [duration(nanoseconds), `${ratio.toFixed(3)} ×`].map((cell) => cell.padStart(14))

/** In the unit in which it can be read. */
export function duration(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds.toFixed(nanoseconds < 100 ? 1 : 0)} ns`
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toFixed(1)} µs`
  return `${(nanoseconds / 1e6).toFixed(2)} ms`
}
