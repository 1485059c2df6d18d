import type { Countries } from '../address/country.js'
import type { TaxIdChecker } from '../address/tax-id.js'
import type { PhoneParser } from '../contact/phone.js'
import type { SegmentSources } from '../bulk/bulk-selection.js'
import type { CustomerRecord } from '../customer/record.js'
import { invariant } from '../outcome/invariant.js'
import type { Context, Shop } from '../plan/context.js'
import type { Delivery } from '../plan/effect.js'
import { policies } from '../policy/policies.js'
import type { Policy } from '../policy/policy.js'
import type { CallOptions } from '../repository/call-options.js'
import type { CustomerRepository } from '../repository/port.js'
import type { Related } from '../segment/catalog/related.js'
import type { Segment } from '../segment/segment.js'
import type { Actor } from '../value/actor.js'
import { isInstant, type Instant } from '../value/instant.js'
import { expectPorts } from './expect-ports.js'
import type { Mailer } from './email/mailer.js'
import type { PaymentMethods } from './account/payment-methods.js'
import { randomKey } from './random-key.js'
import { followSegments, type FollowedSegments, type SegmentListener } from './segments/segment-listener.js'

/** What a host brings: the repository and the shop; all else has a default. */
export interface CustomersPorts<Tx = never> {
  readonly repository: CustomerRepository<Tx>
  readonly shop: Shop
  /** `policies.shopify` unless given */
  readonly policy?: Policy
  /** `parsePhone` of `clientele/phone`, or the host's own; without one, only E.164 numbers are accepted */
  readonly parsePhone?: PhoneParser
  /** `countries` of `clientele/countries`, or the host's own; without them no postal code and no province is judged */
  readonly countries?: Countries
  /** `checkTaxId` of `clientele/tax-ids`, or the host's own; without it no tax id is judged */
  readonly checkTaxId?: TaxIdChecker
  /**
   * readers of what segments ask for and a record does not hold (`segmentRequirements` names them): orders, emails, views …. They are
   * synchronous, so load before a call what its segment needs. A bulk selection whose reader is missing is refused
   * (`segment.history-needed`), `members` throws
   */
  readonly related?: Related<CustomerRecord>
  /** the segments that `segment('name')` may name, parsed */
  readonly segments?: (name: string) => Segment | null | undefined
  /**
   * carries out what follows from a commit; what it fails at stays in the outbox. A redaction says under what the person is
   * known, as far as the store can tell (`knownAs` of the port)
   */
  readonly deliver?: (effect: Delivery) => Promise<void>
  /** sends emails to customers (T-5); without one every call that sends is refused (`messaging.no-mailer`) */
  readonly mailer?: Mailer
  /** the payment provider (P-1 to P-3); without one every call about payment methods is refused (`payment.not-configured`) */
  readonly paymentMethods?: PaymentMethods
  /** is told who comes into segments and goes out of them (S-2, S-3) */
  readonly segmentListener?: SegmentListener
  /**
   * told what the store or `deliver` has thrown where the call goes on without it: attempts that are repeated
   * (`commit.outcome-unknown` after the last), and deliveries that wait for another time. Errors of a driver may hold personal
   * data, so mind where you write them. What it throws itself is passed over
   */
  readonly onError?: (error: unknown, during: FailedCall) => void
  readonly now?: () => Instant
  readonly newKey?: () => string
  /** how often a plan is made anew, and a lost answer asked for again, before giving up: 5 */
  readonly attempts?: number
}

/** In what an error came up. */
export interface FailedCall {
  readonly call: 'commit' | 'delivery'
  /** the key of the change set that was sent; `null` for a delivery */
  readonly key: string | null
}

/** What each call may say beside its wish. */
export interface CallerOptions<Tx = never> extends CallOptions<Tx> {
  /** who wishes it; `system` unless given */
  readonly actor?: Actor
  /** repeat a call under the same key, and it is carried out once; one that is no text, or empty, is refused at `key` */
  readonly key?: string
}

/** A person has seen what will happen and said yes: `true`, and nothing that is like it. What cannot be undone is refused without it (`commit.not-confirmed`). */
export interface Confirmation {
  readonly confirmed?: boolean
}

/** The ports with every default in place. */
export interface ServicePorts<Tx> {
  readonly repository: CustomerRepository<Tx>
  readonly deliver: ((effect: Delivery) => Promise<void>) | undefined
  readonly mailer: Mailer | undefined
  readonly paymentMethods: PaymentMethods | undefined
  readonly attempts: number
  readonly followed: FollowedSegments | undefined
  readonly onError: (error: unknown, during: FailedCall) => void
  /** from what segments read beyond the record */
  readonly sources: SegmentSources
  contextOf(options: CallerOptions<Tx>): Context
}

const system: Actor = { type: 'system', id: null }

/** Fills in the defaults: the clock, random keys, the default policy. */
export function servicePorts<Tx>(ports: CustomersPorts<Tx>): ServicePorts<Tx> {
  expectPorts(ports)
  const {
    repository,
    shop,
    deliver,
    mailer,
    paymentMethods,
    onError,
    parsePhone,
    countries,
    checkTaxId,
    related,
    segments,
    segmentListener,
    policy = policies.shopify,
    now = () => new Date().toISOString(),
    newKey = randomKey,
    attempts = 5,
  } = ports
  return {
    repository,
    deliver,
    mailer,
    paymentMethods,
    attempts,
    followed: segmentListener && followSegments(segmentListener, shop, { related, segments }),
    onError: (error, during) => tell(onError, error, during),
    sources: { related, segments },
    contextOf: ({ actor = system, key = newKey() }) => ({
      now: momentOf(now()),
      policy,
      shop,
      actor,
      key,
      store: repository.capabilities,
      parsePhone,
      countries,
      checkTaxId,
    }),
  }
}

/** A `Date` or a number in its place would be written, and compare with nothing. */
function momentOf(told: Instant): Instant {
  invariant(isInstant(told), '`now` must give an instant such as 2026-11-22T12:00:00.000Z')
  return told
}

/** A host that cannot be told is no reason to leave off. */
function tell(onError: CustomersPorts['onError'], error: unknown, during: FailedCall): void {
  try {
    onError?.(error, during)
  } catch {
    // the call goes on
  }
}
