import type { MessageId } from '../timeline/stored-email.js'
import type { CustomerId, EffectId } from '../value/id.js'
import type { AccountEffect } from './account-change.js'
import type { NoticeEffect } from './notice-effect.js'
import type { PaymentMethodEffect } from './payment-method-effect.js'
import type { Person } from './person.js'

/** Re-points the rows of absorbed records to the survivor (M-1). */
export interface ReassignEffect {
  readonly id: EffectId
  readonly type: 'reassign'
  readonly relation: string
  readonly from: readonly CustomerId[]
  readonly to: CustomerId
}

/** Erases a person from one of the host's tables (D-6, G-1). It names only the id: what is stored and sent holds nothing personal. */
export interface RedactEffect {
  readonly id: EffectId
  readonly type: 'redact'
  readonly relation: string
  readonly customer: CustomerId
}

/** Sends an email (T-1). It names only the message: what it says is read from the timeline when it is sent, and goes with it. */
export interface EmailEffect {
  readonly id: EffectId
  readonly type: 'email'
  readonly customer: CustomerId
  readonly message: MessageId
  readonly attempt: number
}

/**
 * What must happen outside the store after a commit, kept in the outbox until the host acknowledges it. Ids derive from
 * the change set's key, so a repeated effect is recognised.
 */
export type Effect =
  | AccountEffect
  | EmailEffect
  | NoticeEffect
  | PaymentMethodEffect
  | ReassignEffect
  | RedactEffect

/** What the host itself carries out; emails and payment methods have ports of their own. */
export type HostEffect = Exclude<Effect, EmailEffect | PaymentMethodEffect>

/**
 * An effect at the moment in which the host carries it out. Whom a redaction concerns is read from the store just then: by email
 * and phone it reaches rows without a customer id, such as those of guests. A store that cannot tell (without `knownAs`) leaves what
 * its record said just before the commit, and of effects that are delivered later the id alone.
 */
export type Delivery = Exclude<HostEffect, RedactEffect> | (RedactEffect & { readonly who: Person })

export type EffectType = Effect['type']
