import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { claimsOf, type Claim } from '../plan/claims.js'
import type { IdentityRule } from '../policy/policy.js'
import type { CustomerId } from '../value/id.js'

/** A claim that a customer wants and somebody else holds; `null` when it is not known who. */
export interface Conflict {
  readonly claim: Claim
  readonly holder: CustomerId | null
}

/** Who holds which unique key while a chunk is planned, row by row. */
export interface ClaimHolders {
  /** what a customer would claim that is held already */
  conflicts(customer: Customer): readonly Conflict[]
  /** gives a customer its claims, in place of those that it held before */
  write(before: Customer | null, after: Customer): readonly Claim[]
}

/** Begins with the claims that the store refused before, and those of the records that are known. */
export function claimHolders(
  existing: readonly CustomerRecord[],
  refused: readonly Claim[],
  identity: IdentityRule,
): ClaimHolders {
  const holders = new Map<Claim, CustomerId | null>(refused.map((claim) => [claim, null]))
  for (const { customer } of existing)
    for (const claim of claimsOf(customer, identity)) holders.set(claim, customer.id)
  return {
    conflicts: (customer) =>
      claimsOf(customer, identity).flatMap((claim) => {
        const holder = holders.get(claim)
        return holder === undefined || holder === customer.id ? [] : [{ claim, holder }]
      }),
    write(before, after) {
      if (before !== null) for (const claim of claimsOf(before, identity)) holders.delete(claim)
      const claims = claimsOf(after, identity)
      for (const claim of claims) holders.set(claim, after.id)
      return claims
    },
  }
}
