import type { Candidate } from './candidate.js'
import { columnAt } from './row-header.js'
import { rowProblem, type CsvProblem } from './transfer-problem.js'

const contacts = [
  { field: 'email', code: 'csv.same-email' },
  { field: 'phone', code: 'csv.same-phone' },
] as const

/**
 * Finds people who stand in a file twice, row by row: by the canonical email, which is the same person, and by the phone, which
 * people of one household share. What is no email or phone names nobody. Remembers two texts a row.
 */
export function twinFinder(): (candidate: Candidate) => readonly CsvProblem[] {
  const rows = new Map<string, number>()
  return ({ source, identity, problems }) => {
    const good = contacts.filter(({ field }) => !problems.some(({ path }) => path[2] === field))
    const found = good.flatMap(({ field, code }) => {
      const key = identity[field]
      if (key === null) return []
      const earlier = rows.get(key)
      if (earlier !== undefined)
        return [rowProblem(code, source.row, { earlier, column: columnAt(field, source) }, [field])]
      rows.set(ownText(key), source.row)
      return []
    })
    // the email says it already
    return found.slice(0, 1)
  }
}

/** A text of its own: a part of another, as a cell is of its file, keeps the whole of that in memory. */
function ownText(text: string): string {
  return [...text].join('')
}
