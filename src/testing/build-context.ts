import type { Context } from '../plan/context.js'
import { noRelations } from '../plan/store-traits.js'
import { policies } from '../policy/policies.js'
import type { Policy } from '../policy/policy.js'
import { mergeDeep, type DeepPartial } from './deep-partial.js'

const plainContext: Context = {
  now: '2026-11-22T12:00:00.000Z',
  policy: policies.shopify,
  shop: { timeZone: 'UTC', currency: 'EUR', country: 'US', locale: 'en-US' },
  actor: { type: 'staff', id: 'staff-1' },
  key: 'key-1',
  store: { statistics: 'projected', relations: noRelations, notStored: [] },
}

/** What the host's own code or a package does. */
type Services = Pick<Context, 'parsePhone' | 'countries' | 'checkTaxId'>

/** Any part of a context; a policy is given whole. */
export type ContextOverrides = DeepPartial<Omit<Context, 'policy' | keyof Services>> &
  Services & { readonly policy?: Policy | undefined }

/**
 * A whole context from any part of one. A given policy replaces the default and never merges with it.
 *
 * @example
 * ```ts @import.meta.vitest
 * const context = buildContext({ shop: { country: 'PL' } })
 * expect(context.shop).toEqual({ timeZone: 'UTC', currency: 'EUR', country: 'PL', locale: 'en-US' })
 * ```
 */
export function buildContext(overrides: ContextOverrides = {}): Context {
  const { policy = plainContext.policy, ...rest } = overrides
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { ...mergeDeep(plainContext, Object.fromEntries(given) as DeepPartial<Context>), policy }
}
