import type { CustomerId, EffectId } from '../value/id.js'
import type { NoticeEffect } from './notice-effect.js'

/**
 * What must happen outside the store after a commit, kept in the outbox until the host acknowledges it. Ids derive from
 * the change set's key, so a repeated effect is recognised.
 */
export type Effect =
  | NoticeEffect
  | {
      readonly id: EffectId
      readonly type: 'reassign'
      readonly relation: string
      readonly from: readonly CustomerId[]
      readonly to: CustomerId
    }
  | {
      readonly id: EffectId
      readonly type: 'redact'
      readonly relation: string
      readonly customer: CustomerId
    }

export type EffectType = Effect['type']
