import type { CustomerRecord } from '../customer/record.js'
import type { Problem } from '../outcome/problem.js'
import { groupBlockers } from '../merge/merge-blockers.js'
import { suggestSurvivor } from '../merge/survivor.js'
import { policies } from '../policy/policies.js'
import type { Policy } from '../policy/policy.js'
import type { CustomerId } from '../value/id.js'
import type { DuplicateOptions, IdentityPolicy } from './duplicate-finder.js'
import { findAmong, type FoundGroup } from './find-among.js'
import { finish } from './steps.js'
import { traitsOf } from './traits.js'

/** Profiles that are one person, or may be. */
export interface DuplicateGroup extends FoundGroup {
  /** the one that `planMerge` would keep */
  readonly survivor: CustomerId
  /** what blocks a merge of them under the policy; empty when nothing does */
  readonly blockers: readonly Problem[]
}

/** What was found. */
export interface Duplicates {
  /** certainly one person each, the strongest first */
  readonly groups: readonly DuplicateGroup[]
  /** pairs that somebody should look at, the strongest first */
  readonly possible: readonly DuplicateGroup[]
}

/** How duplicates are found, and by which policy merges are judged. */
export interface FindDuplicatesOptions extends DuplicateOptions {
  /** by default `policies.shopify` */
  readonly policy?: (IdentityPolicy & Pick<Policy, 'mergeBlockers'>) | undefined
}

/**
 * Finds the profiles that are one person, and says why: a Fellegi–Sunter model on names, email, phones, addresses and the
 * birth date in `metafields['facts.birth_date']`. The answer does not depend on the order of the records. Families that
 * share an address, a phone or an email are at most possible duplicates.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * const person = { firstName: 'Anna', lastName: 'Nowak', phone: '+48601234567' }
 * const records = [
 *   buildRecord({ customer: { ...person, id: '1', email: 'anna@example.com' } }),
 *   buildRecord({ customer: { ...person, id: '2', email: 'nowak@example.org' } }),
 *   buildRecord({ customer: { id: '3', firstName: 'Jan', lastName: 'Kowalski', email: 'jan@example.com' } }),
 * ]
 * expect(findDuplicates(records).groups.map(({ ids }) => ids)).toEqual([['1', '2']])
 * ```
 */
export function findDuplicates(
  records: readonly CustomerRecord[],
  options: FindDuplicatesOptions = {},
): Duplicates {
  const { policy = policies.shopify, identifiers = [] } = options
  const members = new Map<CustomerId, CustomerRecord>()
  for (const record of records) members.set(record.customer.id, record)
  const people = Array.from(members.values(), ({ customer }) =>
    traitsOf(customer, policy.identity, identifiers),
  )
  const { groups, possible } = finish(findAmong(people, options))
  const judged = (group: FoundGroup): DuplicateGroup => {
    const [first, ...others] = group.ids.map((id) => members.get(id) as CustomerRecord)
    const together = [first as CustomerRecord, ...others] as const
    return { ...group, survivor: suggestSurvivor(together), blockers: groupBlockers(together, policy) }
  }
  return { groups: groups.map(judged), possible: possible.map(judged) }
}
