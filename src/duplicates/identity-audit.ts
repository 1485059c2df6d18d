import type { Customer } from '../customer/customer.js'
import { claimsOf } from '../plan/claims.js'
import type { IdentityRule } from '../policy/policy.js'
import type { CustomerId } from '../value/id.js'

/** Profiles that hold one email or phone, which only one may hold. */
export interface IdentityConflict {
  readonly contact: 'email' | 'phone'
  /** in the order of ids */
  readonly ids: readonly CustomerId[]
}

/** Looks at a base, customer by customer, for emails and phones that an identity rule allows only once. */
export interface IdentityAudit {
  readonly add: (customer: Customer) => void
  readonly conflicts: () => readonly IdentityConflict[]
}

/**
 * Says what stands in the way of unique emails and phones, before a shop that has customers already asks for them. It holds
 * a key and an id of each customer, and names nobody's contact.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { policies } = await import('clientele')
 * const { buildRecord } = await import('clientele/testing')
 * const audit = identityAudit(policies.shopify.identity)
 * for (const id of ['1', '2']) audit.add(buildRecord({ customer: { id, email: 'anna@example.com', phone: null } }).customer)
 * expect(audit.conflicts()).toEqual([{ contact: 'email', ids: ['1', '2'] }])
 * ```
 */
export function identityAudit(identity: IdentityRule): IdentityAudit {
  const holders = new Map<string, CustomerId[]>()
  return {
    add: (customer) => {
      for (const claim of claimsOf(customer, identity)) {
        const ids = holders.get(claim)
        if (ids === undefined) holders.set(claim, [customer.id])
        else ids.push(customer.id)
      }
    },
    conflicts: () =>
      [...holders]
        .filter(([, ids]) => ids.length > 1)
        .map(
          ([claim, ids]): IdentityConflict => ({
            contact: claim.startsWith('email:') ? 'email' : 'phone',
            ids: ids.toSorted(),
          }),
        )
        .toSorted((one, other) => (one.ids.join() < other.ids.join() ? -1 : 1)),
  }
}
