import type { Facts } from '../customer/facts.js'
import type { Problem } from '../outcome/problem.js'
import { blockedBy } from '../plan/blocked-by.js'
import type { Blocker } from '../policy/blocker.js'
import { deletionInvariantRows, unknownDeletionFact } from '../policy/blockers.js'

/**
 * What blocks the deletion of a record under a policy (D-1 … D-5); an empty list when nothing does. It needs only the
 * facts, and of those only the ones that the policy's blockers name. A record that is known to be deleted, or to be in
 * a merge that still goes on, is blocked under every policy: `deletion.deleted`, `deletion.merge-in-progress`.
 *
 * Codes: those of the policy's rows, such as `deletion.order-history`, and `deletion.unknown-fact` (`params.fact`) where
 * the host cannot tell. `params.lift` names what would lift it, `never` where nothing does; `params.instead` what could be
 * done to the profile instead (`anonymise`, `block`). The path is `['facts', fact]`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { policies } = await import('../policy/policies.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const record = buildRecord({ facts: { scheduledGiftCards: 1 } })
 * expect(deletionBlockers(record, policies.shopify)).toEqual([
 *   {
 *     code: 'deletion.scheduled-gift-card',
 *     path: ['facts', 'scheduledGiftCards'],
 *     params: { lift: 'deliver-or-cancel-gift-card', instead: ['block'] },
 *   },
 * ])
 * ```
 */
export function deletionBlockers(
  record: { readonly facts: Partial<Facts> },
  policy: { readonly deletionBlockers: readonly Blocker[] },
): Problem[] {
  return blockedBy(
    record.facts,
    policy.deletionBlockers,
    unknownDeletionFact,
    Object.values(deletionInvariantRows),
  )
}
