import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import type { CustomerId } from '../value/id.js'
import { isMissing } from './keepable.js'
import type { Records } from './merge-group.js'
import { keptEmailOf, type MergeWish } from './merge-wish.js'

/** What decided which record lives on, the first that tells the records apart. */
export type SurvivorRule =
  /** the host's choice (M-2c) */
  | 'chosen'
  /** it owns the email that is kept by choice */
  | 'kept-email'
  | 'has-email'
  | 'account-enabled'
  /** subscribed to email, or asked to */
  | 'email-consent'
  | 'account-invited'
  /** nothing told them apart: the last one given */
  | 'last'

/** The records in their roles. */
export interface Roles {
  readonly records: Records
  readonly rule: SurvivorRule
}

interface Step {
  readonly rule: SurvivorRule
  readonly favours: (customer: Customer, wish: MergeWish) => boolean
}

/** The key by which records compare, most significant first. */
const steps: readonly Step[] = [
  { rule: 'chosen', favours: ({ id }, { survivor }) => id === survivor },
  { rule: 'kept-email', favours: ({ id, email }, wish) => id === keptEmailOf(wish) && !isMissing(email) },
  { rule: 'has-email', favours: ({ email }) => !isMissing(email) },
  { rule: 'account-enabled', favours: ({ account }) => account.state === 'ENABLED' },
  {
    rule: 'email-consent',
    favours: ({ emailMarketingConsent: { state } }) => state === 'SUBSCRIBED' || state === 'PENDING',
  },
  { rule: 'account-invited', favours: ({ account }) => account.state === 'INVITED' },
]

/**
 * Puts the record that lives on first, and says what decided. The records are narrowed down step by step; so the order in
 * which they were given matters only where no step tells them apart.
 */
export function assignRoles(given: Records, wish: MergeWish): Roles {
  const { survivor, rule } = decide(given, wish)
  return { records: [survivor, ...given.filter((record) => record !== survivor)], rule }
}

/** Which of the records lives on where nobody chooses. */
export function suggestSurvivor(records: Records): CustomerId {
  return decide(records, {}).survivor.customer.id
}

interface Decision {
  readonly survivor: CustomerRecord
  readonly rule: SurvivorRule
}

function decide(given: Records, wish: MergeWish): Decision {
  let left: readonly CustomerRecord[] = given
  for (const { rule, favours } of steps) {
    let count = 0
    let favoured: CustomerRecord | null = null
    for (const record of left)
      if (favours(record.customer, wish)) {
        count++
        favoured = record
      }
    if (count === 1) return { survivor: favoured as CustomerRecord, rule }
    if (count > 0 && count < left.length) left = favouredOf(left, favours, wish)
  }
  return { survivor: left.at(-1) as CustomerRecord, rule: 'last' }
}

/** Those whom a step favours; a function of its own, because a closure in the loop would cost every step a context. */
function favouredOf(
  records: readonly CustomerRecord[],
  favours: Step['favours'],
  wish: MergeWish,
): readonly CustomerRecord[] {
  return records.filter(({ customer }) => favours(customer, wish))
}
