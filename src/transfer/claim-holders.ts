import { nothing } from '../outcome/problem.js'
import type { Claim } from '../plan/claims.js'
import type { CustomerId } from '../value/id.js'
import type { PersonState } from './imported-person.js'

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

/** Begins with the claims that the store refused before, and those of the people who are known. */
export function claimHolders(
  existing: readonly Pick<PersonState, 'customer' | 'claims'>[],
  refused: readonly Claim[],
): ClaimHolders {
  const holders = new Map<Claim, CustomerId | null>(refused.map((claim) => [claim, null]))
  for (const { customer, claims } of existing) for (const claim of claims) holders.set(claim, customer.id)
  return {
    conflicts(id, claims) {
      let found: Conflict[] | null = null
      for (const claim of claims) {
        const holder = holders.get(claim)
        if (holder !== undefined && holder !== id) (found ??= []).push({ claim, holder })
      }
      // of most rows nothing is taken, and nothing is made
      return found ?? nothing
    },
    write(id, before, after) {
      for (const claim of before) holders.delete(claim)
      for (const claim of after) holders.set(claim, id)
    },
  }
}
