import type { Facts } from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import { problem, type Problem } from '../outcome/problem.js'
import { blockedBy } from '../plan/blocked-by.js'
import type { Blocker } from '../policy/blocker.js'
import { mergeInvariants } from '../policy/blockers.js'

/**
 * What blocks a merge of one record under a policy (MB-1 … MB-9); an empty list when nothing does. It needs only the
 * facts, and of those only the ones that the policy's blockers name. A record that is known to be deleted is blocked
 * under every policy (MB-6).
 *
 * Codes: those of the policy's rows, such as `merge.vaulted-card`, and `merge.unknown-fact` (`params.fact`) where the host
 * cannot tell. The path is `['facts', fact]`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { policies } = await import('../policy/policies.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const record = buildRecord({ facts: { vaultedCards: 1 } })
 * expect(mergeBlockers(record, policies.shopify)).toEqual([
 *   { code: 'merge.vaulted-card', path: ['facts', 'vaultedCards'] },
 * ])
 * expect(mergeBlockers(record, policies['shopify-fi'])).toEqual([])
 * ```
 */
export function mergeBlockers(
  record: { readonly facts: Partial<Facts> },
  policy: { readonly mergeBlockers: readonly Blocker[] },
): Problem[] {
  return blockedBy(record.facts, policy.mergeBlockers, { code: 'merge.unknown-fact' }, mergeInvariants)
}

/** What blocks a merge of these records: each reason once, `params.customers` naming every record that it holds for. */
export function groupBlockers(
  records: readonly Pick<CustomerRecord, 'customer' | 'facts'>[],
  policy: { readonly mergeBlockers: readonly Blocker[] },
): Problem[] {
  // Mostly there is nothing to group
  let groups: Map<string, { readonly found: Problem; readonly customers: string[] }> | null = null
  for (const record of records)
    for (const found of mergeBlockers(record, policy)) {
      groups ??= new Map()
      const key = JSON.stringify([found.code, found.path])
      const group = groups.get(key) ?? { found, customers: [] }
      groups.set(key, group)
      group.customers.push(record.customer.id)
    }
  if (groups === null) return []
  return [...groups.values()].map(({ found, customers }) =>
    problem(found.code, found.path, { ...found.params, customers }),
  )
}
