import { emailKey } from '../contact/email.js'
import type { Context } from '../plan/context.js'
import type { Customer } from '../customer/customer.js'
import { identityOf } from '../plan/identity.js'
import type { Candidate } from './candidate.js'
import { claimHolders } from './claim-holders.js'
import type { ImportKnown, ImportWish } from './import-plan.js'
import { importedPerson, type ImportedPerson } from './imported-person.js'
import { peopleIndex, personKeys, type PeopleIndex, type PersonKey } from './people-index.js'
import { judgeRow } from './row-verdict.js'
import { toSettled, type SettledRow, type TakenRow } from './row-write.js'
import { takeRow } from './take-row.js'

/** Goes through the rows of a chunk in order, as if each came alone, and then says how each ends. One pass, linear. */
export function settleRows(
  drafts: readonly Candidate[],
  wish: Omit<ImportWish, 'rows'>,
  known: ImportKnown,
  context: Context,
): SettledRow[] {
  return drafts.map(rowTaker(wish, known, context)).map((taken) => toSettled(taken, context.now))
}

function rowTaker(
  { overwrite, consentSource, blank, match, tags }: Omit<ImportWish, 'rows'>,
  { existing, suppressed, refused = [], earlier }: ImportKnown,
  { now, policy }: Context,
): (candidate: Candidate) => TakenRow {
  const { identity: rule, limits } = policy
  const holders = claimHolders(existing, refused, rule)
  const terms = { now, consentSource, overwrite, blank, tags, tagLimit: limits.tags, earlier, holders, rule }
  const erased = new Set([
    ...suppressed.emails.map((email) => emailKey(email, rule.emailKey)),
    ...suppressed.phones,
  ])
  const keyOf = (customer: Customer): PersonKey => personKeys[match](identityOf(customer, rule), customer.id)
  const people: PeopleIndex<ImportedPerson> = peopleIndex()
  for (const record of existing) people.add(keyOf(record.customer), importedPerson(record, record.customer))
  return (candidate) => {
    const matches = people.find(personKeys[match](candidate.identity, candidate.source.id))
    const judged = judgeRow({ candidate, matches, suppressed: erased, match })
    const { target } = judged
    const known = target === null ? null : { person: target, by: keyOf(target.customer) }
    const taken = takeRow(judged, terms)
    if ('status' in taken.end) return taken
    if (known !== null) people.remove(known.by, known.person)
    people.add(keyOf(taken.end.customer), taken.end)
    return taken
  }
}
