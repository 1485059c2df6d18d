import type { Policy } from './policy.js'

/**
 * Derives a policy from another: what `changes` names is replaced, whole.
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
  return { ...base, ...changes }
}
