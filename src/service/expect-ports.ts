import { invariant } from '../outcome/invariant.js'
import type { Shop } from '../plan/context.js'
import { expectPolicy } from '../policy/expect-policy.js'
import { policies } from '../policy/policies.js'
import type { Policy } from '../policy/policy.js'
import type { CustomerRepository } from '../repository/port.js'
import { isTimeZone } from '../value/calendar.js'
import { isCountryCode } from '../value/country.js'
import { isCurrencyCode } from '../value/money.js'
import { expectCapabilities } from './expect-capabilities.js'

/** What each part of a shop must be for its dates, amounts and phones to be read by it. */
const parts = {
  timeZone: { fits: isTimeZone, wants: 'the IANA name of a time zone, such as Europe/Oslo' },
  currency: { fits: isCurrencyCode, wants: 'the code of a currency, such as NOK' },
  country: { fits: isCountryCode, wants: 'the code of a country, such as NO' },
  locale: { fits: isLocale, wants: 'a language tag, such as nb-NO' },
} as const satisfies Partial<Record<keyof Shop, { fits: (text: string) => boolean; wants: string }>>

/** What every repository has. */
const wanted: readonly (keyof CustomerRepository)[] = [
  'capabilities',
  'load',
  'findByIdentity',
  'list',
  'commit',
  'outcomeOf',
  'outbox',
  'acknowledge',
]

/** What is called, where it is given: a value in its place would be found at the first call that needs it. */
const functions = ['parsePhone', 'checkTaxId', 'segments', 'deliver', 'onError', 'now', 'newKey'] as const

/** As much of the ports as can be wrong from the beginning. */
interface Expected extends Readonly<Partial<Record<(typeof functions)[number], unknown>>> {
  readonly repository: unknown
  readonly shop: Shop
  readonly attempts?: number
  readonly policy?: unknown
}

/**
 * Finds what is missing or misspelt when the library is set up, and not at the first date that is asked about. A shop often comes
 * from a file or a table, where no compiler looks.
 */
export function expectPorts(ports: Expected): void {
  invariant(ports, 'createCustomers needs a `repository` and a `shop`')
  const { repository, shop, attempts = 1, policy = policies.shopify } = ports
  invariant(repository, 'createCustomers needs a `repository`')
  const lacking = wanted.filter(
    (name) => (repository as { readonly [part: string]: unknown })[name] === undefined,
  )
  invariant(
    lacking.length === 0,
    `the \`repository\` lacks ${lacking.join(', ')}; what comes as a promise must be awaited`,
  )
  expectCapabilities((repository as CustomerRepository).capabilities)
  invariant(shop, 'createCustomers needs a `shop`')
  for (const [name, { fits, wants }] of Object.entries(parts)) {
    const value: unknown = shop[name as keyof typeof parts]
    invariant(typeof value === 'string' && fits(value), `\`shop.${name}\` must be ${wants}`)
  }
  for (const name of functions)
    invariant(
      ports[name] === undefined || typeof ports[name] === 'function',
      `\`${name}\` must be a function`,
    )
  invariant(
    (policy as Partial<Policy> | null)?.limits,
    '`policy` must be one of `policies`, or made by definePolicy',
  )
  expectPolicy(policy)
  invariant(attempts >= 1, 'a commit needs at least one attempt')
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
