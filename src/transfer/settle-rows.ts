import { emailKey } from '../contact/email.js'
import type { Context } from '../plan/context.js'
import { identityOf } from '../plan/identity.js'
import { newIds } from '../value/new-ids.js'
import { toCandidate } from './candidate.js'
import { claimHolders } from './claim-holders.js'
import type { CustomerRow } from './customer-row.js'
import type { ImportKnown, ImportWish } from './import-plan.js'
import { importedPerson, type ImportedPerson } from './imported-person.js'
import { peopleIndex, type PeopleIndex } from './people-index.js'
import { judgeRow } from './row-verdict.js'
import { toSettled, type SettledRow, type TakenRow } from './row-write.js'
import { takeRow } from './take-row.js'

/** Goes through the rows of a chunk in order, as if each came alone, and then says how each ends. One pass, linear. */
export function settleRows(wish: ImportWish, known: ImportKnown, context: Context): SettledRow[] {
  return wish.rows.map(rowTaker(wish, known, context)).map((taken) => toSettled(taken, context.now))
}

function rowTaker(
  { overwrite, consentSource }: ImportWish,
  { existing, suppressed, refused = [], earlier }: ImportKnown,
  context: Context,
): (row: CustomerRow) => TakenRow {
  const rule = context.policy.identity
  const holders = claimHolders(existing, refused, rule)
  const terms = { now: context.now, consentSource, overwrite, earlier, holders, rule }
  const erased = new Set([
    ...suppressed.emails.map((email) => emailKey(email, rule.emailKey)),
    ...suppressed.phones,
  ])
  const nextId = newIds()
  const people: PeopleIndex<ImportedPerson> = peopleIndex()
  for (const record of existing)
    people.add(identityOf(record.customer, rule), importedPerson(record, record.customer))
  return (row) => {
    const candidate = toCandidate(row, context, nextId)
    const judged = judgeRow(candidate, people.find(candidate.identity), erased)
    const { target } = judged
    const known = target === null ? null : { person: target, by: identityOf(target.customer, rule) }
    const taken = takeRow(judged, terms)
    if ('status' in taken.end) return taken
    if (known !== null) people.remove(known.by, known.person)
    people.add(identityOf(taken.end.customer, rule), taken.end)
    return taken
  }
}
