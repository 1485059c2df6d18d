import type { Customer } from '../customer/customer.js'
import type { MailboxRule } from '../plan/claims.js'
import { policies } from '../policy/policies.js'
import type { CustomerId } from '../value/id.js'
import { heldBase } from './base.js'
import type { DistinctPeople } from './decisions.js'
import { findAmong, type Found } from './find-among.js'
import type { DuplicateModel } from './model.js'
import { finish, type Steps } from './steps.js'
import { traitsReader, type Traits, type UniqueIdentifier } from './traits.js'

/** As much of a policy as says by what a person is recognised. */
export interface IdentityPolicy {
  readonly identity: MailboxRule
}

/** How duplicates are found. */
export interface DuplicateOptions {
  /** what agreement is worth; by default `defaultModel`, or one that `estimateModel` made from the base */
  readonly model?: DuplicateModel | undefined
  /**
   * `exact`: only those who share an email, a phone, or names and postal code; quicker, blind to typing errors, and to how common a
   * name or a birth date is in the base
   */
  readonly blocking?: 'fuzzy' | 'exact' | undefined
  /** how sure a certain pair must be, from 0 to 1; 0.99 by default */
  readonly certain?: number | undefined
  /** how likely a possible pair must be, from 0 to 1; 0.5 by default */
  readonly possible?: number | undefined
  /** ids that somebody has said are not one person; never offered again */
  readonly distinct?: DistinctPeople | undefined
  /** which emails are one mailbox, and which are nobody's; by default `policies.shopify` */
  readonly policy?: IdentityPolicy | undefined
  /** the host's own unique identifiers: a shared one joins, a different one separates */
  readonly identifiers?: readonly UniqueIdentifier[] | undefined
}

/** Finds duplicates in a base that is told customer by customer, and holds of each only what is compared. */
export interface DuplicateFinder {
  readonly add: (customer: Customer) => void
  /** searches at one go; `onProgress` is told which share is done, from 0 to 1, and stops the search by throwing */
  readonly find: (onProgress?: (share: number) => void) => Found
  /** searches step by step, so that a host can do something else in between, or stop: see `findInTurns` */
  readonly steps: () => Steps<Found>
}

/**
 * Makes a finder for a base that is too large to be held as records: about 600 bytes a customer.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * const finder = duplicateFinder()
 * for (const id of ['1', '2']) finder.add(buildRecord({ customer: { id, email: 'anna@example.com' } }).customer)
 * expect(finder.find().groups.map(({ ids }) => ids)).toEqual([['1', '2']])
 * ```
 */
export function duplicateFinder(options: DuplicateOptions = {}): DuplicateFinder {
  const { policy = policies.shopify, identifiers = [] } = options
  const read = traitsReader(policy.identity, identifiers)
  const people = new Map<CustomerId, Traits>()
  const steps = (): Steps<Found> =>
    findAmong(heldBase([...people.values()], options), options, (group) => group)
  return {
    add: (customer) => {
      people.set(customer.id, read(customer))
    },
    find: (onProgress) => finish(steps(), onProgress),
    steps,
  }
}
