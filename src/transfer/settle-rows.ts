import { emailKey } from '../contact/email.js'
import type { Context } from '../plan/context.js'
import { claimsWith } from '../plan/claims.js'
import { identityReader } from '../plan/identity.js'
import type { Candidate } from './candidate.js'
import { claimHolders } from './claim-holders.js'
import type { ImportedRow, ImportKnown, ImportWish } from './import-plan.js'
import { knownPerson, type ImportedPerson } from './imported-person.js'
import { peopleIndex, personKeys, type PeopleIndex } from './people-index.js'
import { judgeRow } from './row-verdict.js'
import { endOf, writesOf, type RowWrite, type TakenRow } from './row-write.js'
import { takeRow, type TakeTerms } from './take-row.js'

/** How each row of a chunk ends, and what they write. */
export interface SettledRows {
  readonly rows: readonly ImportedRow[]
  readonly writes: readonly RowWrite[]
}

/** Goes through the rows of a chunk in order, as if each came alone, and then says how each ends. One pass, linear. */
export function settleRows(
  drafts: readonly Candidate[],
  wish: Omit<ImportWish, 'rows'>,
  known: ImportKnown,
  context: Context,
): SettledRows {
  const taken = drafts.map(rowTaker(wish, known, context))
  const rows = taken.map(endOf)
  return { rows, writes: writesOf(taken, rows, context.now) }
}

function rowTaker(
  { overwrite, consentSource, blank, match, tags }: Omit<ImportWish, 'rows'>,
  { existing, suppressed, refused = [], earlier }: ImportKnown,
  { now, policy }: Context,
): (candidate: Candidate) => TakenRow {
  const { identity: rule, limits } = policy
  const identify = identityReader(rule)
  const keyOf = personKeys[match]
  const people: PeopleIndex<ImportedPerson> = peopleIndex()
  const there = existing.map((record) => {
    const { customer } = record
    const identity = identify(customer)
    const claims = claimsWith(identity.email, customer, rule)
    return knownPerson(record, { key: keyOf(identity, customer.id), claims })
  })
  for (const person of there) people.add(person)
  const holders = claimHolders(there, refused)
  const terms: TakeTerms = {
    now,
    consentSource,
    overwrite,
    blank,
    tags,
    tagLimit: limits.tags,
    earlier,
    holders,
    rule,
    identify,
    keyOf,
  }
  const erased = new Set([
    ...suppressed.emails.map((email) => emailKey(email, rule.emailKey)),
    ...suppressed.phones,
  ])
  return (candidate) => {
    const matches = people.find(keyOf(candidate.identity, candidate.source.id))
    const judged = judgeRow({ candidate, matches, suppressed: erased, match })
    const { target } = judged
    const keyBefore = target === null ? null : target.key
    const taken = takeRow(judged, terms)
    if ('status' in taken.end) return taken
    if (keyBefore !== null) people.remove(keyBefore, taken.end)
    people.add(taken.end)
    return taken
  }
}
