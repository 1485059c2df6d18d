import { invariant } from '../outcome/invariant.js'
import { isPlainMap } from '../value/plain-map.js'
import { expectPolicy } from './expect-policy.js'
import type { Policy } from './policy.js'

/**
 * Derives a policy from another: what `changes` names is replaced, whole. What is `undefined` there changes nothing. Throws for
 * a name or a way that no policy has, because nobody would follow it.
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
  for (const [name] of named)
    invariant(Object.hasOwn(base, name) || name === 'messages', `a policy has no \`${name}\``)
  const policy = { ...base, ...(Object.fromEntries(named) as Partial<Policy>) }
  expectPolicy(policy)
  return policy
}
