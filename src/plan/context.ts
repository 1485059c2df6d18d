import type { Countries } from '../address/country.js'
import type { TaxIdChecker } from '../address/tax-id.js'
import type { PhoneParser } from '../contact/phone.js'
import type { Policy } from '../policy/policy.js'
import type { Actor } from '../value/actor.js'
import type { CountryCode } from '../value/country.js'
import type { Instant } from '../value/instant.js'
import type { Mailbox } from '../value/mailbox.js'
import type { StoreTraits } from './store-traits.js'

/** What a planner must know of the shop. */
export interface Shop {
  /** IANA name: `Europe/Warsaw` */
  readonly timeZone: string
  /** ISO 4217 */
  readonly currency: string
  readonly country: CountryCode
  /** BCP 47 */
  readonly locale: string
  /** from whom the shop's emails may come (T-1, P-1); the first unless another is chosen, and none is sent without any */
  readonly senders?: readonly Mailbox[] | undefined
}

/** All that a planner may depend on beside its subject and its wish. Time is an argument, and so is the key. */
export interface Context {
  readonly now: Instant
  readonly policy: Policy
  readonly shop: Shop
  readonly actor: Actor
  /** names the wish: the same key is carried out once */
  readonly key: string
  readonly store: StoreTraits
  /** `parsePhone` of `clientele/phone`, or the host's own; without one, only E.164 numbers are accepted */
  readonly parsePhone?: PhoneParser | undefined
  /** `countries` of `clientele/countries`, or the host's own; without them no postal code and no province is judged */
  readonly countries?: Countries | undefined
  /** `checkTaxId` of `clientele/tax-ids`, or the host's own; without it no tax id is judged */
  readonly checkTaxId?: TaxIdChecker | undefined
}
