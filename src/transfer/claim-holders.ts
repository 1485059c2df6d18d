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
  conflicts(id: CustomerId, claims: readonly Claim[]): readonly Conflict[]
  /** gives a customer its claims, in place of those that it held before */
  write(id: CustomerId, before: readonly Claim[], after: readonly Claim[]): void
}

const none: readonly never[] = []

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
    conflicts(id, claims) {
      const isTaken = (claim: Claim): boolean => {
        const holder = holders.get(claim)
        return holder !== undefined && holder !== id
      }
      // of most rows nothing is taken, and nothing is made
      if (!claims.some(isTaken)) return none
      return claims.filter(isTaken).map((claim) => ({ claim, holder: holders.get(claim) ?? null }))
    },
    write(id, before, after) {
      for (const claim of before) holders.delete(claim)
      for (const claim of after) holders.set(claim, id)
    },
  }
}
