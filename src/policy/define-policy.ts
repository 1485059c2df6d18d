import { invariant } from '../outcome/invariant.js'
import { isPlainMap } from '../value/plain-map.js'
import type { Policy } from './policy.js'

/**
 * Derives a policy from another: what `changes` names is replaced, whole. What is `undefined` there changes nothing.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { policies } = await import('clientele')
 * const careful = definePolicy(policies.shopify, {
 *   name: 'careful',
 *   military: { level: 'postal', severity: 'refuse' },
 * })
 * expect(careful.consent).toBe('either')
 * ```
 */
export function definePolicy(base: Policy, changes: Partial<Policy>): Policy {
  invariant(
    typeof base === 'object' && base !== null,
    'a policy is derived from another, such as policies.shopify, and not from a name',
  )
  invariant(isPlainMap(changes), 'what is different in a policy is given by name')
  const named = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { ...base, ...(Object.fromEntries(named) as Partial<Policy>) }
}
