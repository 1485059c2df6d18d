import { peopleIndex } from './people-index.js'
import { skipped, type JudgedRow } from './row-verdict.js'
import { rowProblem } from './transfer-problem.js'

/**
 * The last good row of a person wins: the earlier ones get the verdict `import.superseded`, with the number of the row
 * that won in `params.by`. Rows are the same person's when their identities say so, or when they meet the same record.
 */
export function withSuperseded(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  const winners = peopleIndex<number>()
  const winnerOfRecord = new Map<string, number>()
  return rows
    .toReversed()
    .map((judged) => {
      if (judged.verdict !== null) return judged
      const { identity, source } = judged.candidate
      const id = judged.target?.customer.id
      const winner = winners.find(identity)[0] ?? (id === undefined ? undefined : winnerOfRecord.get(id))
      if (winner !== undefined) return { ...judged, verdict: lost(source.row, winner) }
      winners.add(identity, source.row)
      if (id !== undefined) winnerOfRecord.set(id, source.row)
      return judged
    })
    .toReversed()
}

function lost(row: number, by: number): JudgedRow['verdict'] {
  return skipped(rowProblem('import.superseded', row, { by }))
}
