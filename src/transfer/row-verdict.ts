import type { Problem } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'
import type { Candidate } from './candidate.js'
import type { ImportMatch } from './import-plan.js'
import type { ImportedPerson } from './imported-person.js'
import { rowProblem } from './transfer-problem.js'

/** Why a row writes nothing. */
export interface Verdict {
  readonly status: 'skipped' | 'refused'
  readonly id: CustomerId | null
  readonly problems: readonly Problem[]
}

/** A row with its person as the rows before left them, and its verdict if the row has one whatever it would write. */
export interface JudgedRow {
  readonly candidate: Candidate
  readonly target: ImportedPerson | null
  readonly verdict: Verdict | null
}

/** Emails and phones of erased people; the two cannot be taken for one another. */
export type Suppressed = ReadonlySet<string | null>

/** A row, whom it may be, and by what that is told. */
export interface RowCase {
  readonly candidate: Candidate
  readonly matches: readonly ImportedPerson[]
  readonly suppressed: Suppressed
  readonly match: ImportMatch
}

type Rule = (one: RowCase) => Verdict | null

/** What keeps a row out, whatever it would write; the first that applies decides. */
const rules = {
  blank: ({ candidate: { problems } }) => {
    const blank = problems.find(({ code }) => code === 'csv.blank-row')
    return blank === undefined ? null : skipped(blank)
  },
  faulty: ({ candidate: { problems } }) =>
    problems.length === 0 ? null : { status: 'refused', id: null, problems },
  unknownId: ({ candidate: { source }, matches, match }) => {
    if (match !== 'id' || matches.length > 0) return null
    const code = source.id === null ? 'import.id-missing' : 'import.id-unknown'
    return { status: 'refused', id: null, problems: [rowProblem(code, source.row)] }
  },
  severalMatches: ({ candidate: { source }, matches }) => {
    if (matches.length < 2) return null
    const ids = matches.map(({ customer }) => customer.id)
    return {
      status: 'refused',
      id: null,
      problems: [rowProblem('import.several-matches', source.row, { ids })],
    }
  },
  erased: ({ candidate: { source, identity }, matches, suppressed }) => {
    const isErased =
      suppressed.has(identity.email) || suppressed.has(identity.phone) || matches.some(isRedacted)
    return isErased ? skipped(rowProblem('import.suppressed', source.row)) : null
  },
} as const satisfies Record<string, Rule>

function isRedacted({ before }: ImportedPerson): boolean {
  return before !== null && before.facts.redaction !== 'none'
}

const inOrder: readonly Rule[] = /* @__PURE__ */ Object.values<Rule>(rules)

/** A verdict that passes a row over; `id` is the record that it met. */
export function skipped(why: Problem, id: CustomerId | null = null): Verdict {
  return { status: 'skipped', id, problems: [why] }
}

/** Judges a row by what is known of its person. */
export function judgeRow(one: RowCase): JudgedRow {
  const { candidate, matches } = one
  for (const rule of inOrder) {
    const verdict = rule(one)
    if (verdict !== null) return { candidate, target: null, verdict }
  }
  return { candidate, target: matches[0] ?? null, verdict: null }
}
