import type { CustomerRecord } from '../customer/record.js'
import type { Problem } from '../outcome/problem.js'
import { groupBlockers } from '../merge/merge-blockers.js'
import { suggestSurvivor } from '../merge/survivor.js'
import { policies } from '../policy/policies.js'
import type { Policy } from '../policy/policy.js'
import type { CustomerId } from '../value/id.js'
import type { DuplicateOptions, IdentityPolicy } from './duplicate-finder.js'
import { findAmong, type FoundGroup } from './find-among.js'
import { exactBase } from './exact-base.js'
import { heldBase } from './base.js'
import { finish } from './steps.js'
import { traitsReader } from './traits.js'

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
  const { policy = policies.shopify, blocking = 'fuzzy', identifiers = [] } = options
  const told = blocking === 'exact' ? records : latestOf(records)
  const base =
    blocking === 'exact'
      ? exactBase(records, policy, options)
      : heldBase(
          told.map(({ customer }) => customer).map(traitsReader(policy.identity, identifiers)),
          options,
        )
  const complete = ({ ids, score, evidence }: FoundGroup, members: readonly number[]): DuplicateGroup => {
    const group = members.map((member) => told[member]) as [CustomerRecord, ...CustomerRecord[]]
    return { ids, score, evidence, survivor: suggestSurvivor(group), blockers: groupBlockers(group, policy) }
  }
  return finish(findAmong(base, options, complete))
}

/** Of whoever is told twice, what is told last. */
function latestOf(records: readonly CustomerRecord[]): readonly CustomerRecord[] {
  return [...new Map(records.map((record) => [record.customer.id, record])).values()]
}
