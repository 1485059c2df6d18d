import type { Customer } from '../customer/customer.js'
import { blockingRules } from './blocking-rules.js'
import { policies } from '../policy/policies.js'
import type { IdentityPolicy } from './duplicate-finder.js'
import { traitsReader } from './traits.js'
import type { Flavour } from '../value/id.js'

/** A key under which somebody may be looked up; personal data. */
export type BlockingKey = Flavour<'BlockingKey'>

/**
 * The keys under which a host may store a customer to look up who might be the same person: whoever shares one is worth
 * comparing. Each begins with the name of its rule (`blockingRules`): `email`, `mailbox` (without `+tag`), `phone` (E.164),
 * `name-zip`, `birth-date`, and those that forgive typing errors: `sound-city`, `sound-zip`, `name-street`, `street`. Stable: a
 * rule whose keys change gets a new name. Personal data, to be erased with the customer.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * const record = buildRecord({ customer: { email: 'Anna+shop@example.com', phone: '+48601234567', addresses: [] } })
 * expect(blockingKeys(record)).toEqual([
 *   'email:anna+shop@example.com',
 *   'mailbox:anna@example.com',
 *   'phone:+48601234567',
 * ])
 * ```
 */
export function blockingKeys(
  { customer }: { readonly customer: Customer },
  { policy = policies.shopify }: { readonly policy?: IdentityPolicy | undefined } = {},
): readonly BlockingKey[] {
  return blockingKeyReader(policy)(customer)
}

/** The same for many customers: the policy is read once. */
export function blockingKeyReader({
  identity,
}: IdentityPolicy): (customer: Customer) => readonly BlockingKey[] {
  const traitsOf = traitsReader(identity, [])
  return (customer) => {
    const traits = traitsOf(customer)
    const keys: BlockingKey[] = []
    for (const { name, keysOf } of rules) {
      for (const part of keysOf(traits)) {
        const key = `${name}:${part}`
        // they are few, because few addresses are looked at
        if (part !== null && !keys.includes(key)) keys.push(key)
      }
    }
    return keys
  }
}

const rules = Object.entries(blockingRules).map(([name, { keys }]) => ({ name, keysOf: keys }))
