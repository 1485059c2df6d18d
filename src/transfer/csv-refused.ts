import { explainProblem, type ProblemMessages } from '../outcome/explain-problem.js'
import type { Problem } from '../outcome/problem.js'
import { guarded } from './csv-guard.js'
import { quoted } from './csv-write.js'
import type { ImportedRow } from './import-plan.js'

/**
 * The rows that an import refused as a file for the person who must mend them: for each reason the row's number, the column, the
 * code, and the sentence where messages are given. It holds no text of the rows.
 *
 * @example
 * ```ts @import.meta.vitest
 * const problems = [{ code: 'email.invalid', path: ['rows', 2, 'email'], params: { row: 2, column: 'Email' } }]
 * const rows = [{ row: 2, status: 'refused', id: null, problems, warnings: [] } as const]
 * expect(writeRefusedCsv(rows)).toBe('Row,Column,Code\r\n2,Email,email.invalid\r\n')
 * ```
 */
export function writeRefusedCsv(refused: readonly ImportedRow[], messages?: ProblemMessages): string {
  const header = ['Row', 'Column', 'Code', ...(messages === undefined ? [] : ['Reason'])]
  const lines = refused.flatMap(({ row, problems }) =>
    problems.map((one) => [
      String(row),
      columnOf(one),
      one.code,
      ...(messages === undefined ? [] : [explainProblem(one, messages)]),
    ]),
  )
  return [header, ...lines]
    .map((cells) => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`)
    .join('')
}

function columnOf({ params }: Problem): string {
  const column = params?.['column']
  return typeof column === 'string' ? column : ''
}
