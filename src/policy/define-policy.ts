import type { Policy } from './policy.js'

/**
 * Derives a policy from another: what `changes` names is replaced, whole.
 *
 * @example
 * ```ts
 * const careful = definePolicy(policies.shopify, {
 *   name: 'careful',
 *   military: { level: 'postal', severity: 'refuse' },
 * })
 * ```
 */
export function definePolicy(base: Policy, changes: Partial<Policy>): Policy {
  return { ...base, ...changes }
}
