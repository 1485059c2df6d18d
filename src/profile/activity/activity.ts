import type { OptInLevel } from '../../contact/consent.js'
import type { CustomerInput } from '../../customer/customer-input.js'
import type { ActivityId, CustomerId } from '../../value/id.js'
import type { Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'

/** What an activity says of the person behind it, as they typed it; the first address is the one to fill in next time. */
export type ActivityPerson = Pick<
  CustomerInput,
  'firstName' | 'lastName' | 'email' | 'phone' | 'locale' | 'source' | 'addresses' | 'billingDetails'
>

/** A yes to marketing that came with an activity: a whole one, or one that a message has yet to confirm. */
export interface GivenConsent {
  readonly state: 'SUBSCRIBED' | 'PENDING'
  /** `SINGLE_OPT_IN` unless given, and `CONFIRMED_OPT_IN` while it is pending */
  readonly optInLevel?: OptInLevel | undefined
  /** where it was given */
  readonly source?: string | null | undefined
}

/** To which channels somebody said yes. */
export interface GivenConsents {
  readonly email?: GivenConsent | undefined
  readonly sms?: GivenConsent | undefined
}

interface OfAnyKind {
  /** the host's name of this one activity, an order's placing apart from its refund: it counts once */
  readonly id: ActivityId
  /** when it happened; what lies ahead of the clock, or is no instant, reads as now */
  readonly at: Instant
  /** whom the host knows it to be: they were logged in, or it is an order of theirs */
  readonly customer?: CustomerId | undefined
  readonly person?: ActivityPerson | undefined
  readonly consents?: GivenConsents | undefined
}

/** C-1: somebody signed up to the mailing list. */
export interface SignUp extends OfAnyKind {
  readonly type: 'signed-up'
  readonly consents: GivenConsents
}

/** C-1: somebody registered an account. */
export interface Registration extends OfAnyKind {
  readonly type: 'registered'
  /** whether they have shown that the mailbox is theirs */
  readonly emailConfirmed: boolean
}

/** C-2: somebody placed an order, or one was cancelled or refunded: amounts are positive, and what is taken back is subtracted. */
export interface OrderActivity extends OfAnyKind {
  readonly type: 'order-placed' | 'order-cancelled' | 'order-refunded'
  /** the order's total, what was still owed or paid of it, or what was paid back; `null` where nobody knows */
  readonly amount: Money | null
}

/** C-3: somebody left a checkout. */
export interface AbandonedCheckout extends OfAnyKind {
  readonly type: 'checkout-abandoned'
}

/** What a customer did, as the host tells it: a past fact, so nothing in it is refused. */
export type Activity = SignUp | Registration | OrderActivity | AbandonedCheckout

/** What kind of thing happened. */
export type ActivityType = Activity['type']
