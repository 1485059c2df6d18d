import type { ConsentState } from '../contact/consent.js'
import type { CustomerField } from '../customer/customer.js'
import type { FactName } from '../customer/facts.js'
import type { MergePreviewMessages } from '../merge/merge-preview-messages.js'
import type { Message } from '../outcome/message.js'
import type { ShapeKind } from '../outcome/shape-problems.schema.js'
import type { PersonalDataMessages } from '../privacy/personal-data-messages.js'
import type { EmailFailure } from '../timeline/stored-email.js'
import type { PaymentRequest, TimelineEventKind } from '../timeline/event.js'
import type { Actor } from '../value/actor.js'
import type { RelatedName } from '../segment/catalog/related.js'
import type { SegmentMessages } from '../segment/explain/explanation-messages.js'
import type { SegmentValue } from '../segment/segment.js'
import type { WantedKind } from '../segment/segment-problem.js'
import type { UnreadEncoding } from '../transfer/csv-encoding.js'
import type { ProblemCode } from './problem-code.js'

/** The words that stand in the texts of events, each vocabulary whole. */
export type EventWords = {
  readonly actors: Readonly<Record<Actor['type'], string>>
  readonly fields: Readonly<Record<CustomerField, string>>
  readonly channels: Readonly<Record<'email' | 'sms', string>>
  readonly consents: Readonly<Record<ConsentState, string>>
  readonly results: Readonly<Record<'created' | 'updated', string>>
  readonly requests: Readonly<Record<PaymentRequest, string>>
  readonly failures: Readonly<Record<EmailFailure, string>>
  readonly receivers: Readonly<Record<'customer' | 'staff', string>>
}

/**
 * The words for what problems say in codes, by the name of the parameter, each vocabulary whole. What a host or a query
 * names, and what is to be typed as it stands, has none.
 */
export type ProblemWords = {
  readonly actor: EventWords['actors']
  readonly encoding: Readonly<Record<UnreadEncoding, string>>
  readonly expected: Readonly<Record<WantedKind | ShapeKind, string>>
  readonly fact: Readonly<Record<Exclude<FactName, `custom.${string}`>, string>>
  readonly field: EventWords['fields']
  readonly from: EventWords['consents']
  readonly read: Readonly<Record<Exclude<SegmentValue['type'], 'point'>, string>>
  readonly readers: Readonly<Record<RelatedName, string>>
  readonly state: EventWords['consents']
  readonly to: EventWords['consents']
}

/** All texts of one language. A missing one does not compile. */
export interface Messages {
  /** BCP 47 */
  readonly language: string
  readonly problems: Readonly<Record<ProblemCode, Message>>
  readonly problemWords: ProblemWords
  readonly mergePreview: MergePreviewMessages
  readonly personalData: PersonalDataMessages
  readonly events: Readonly<Record<TimelineEventKind, Message>>
  readonly eventWords: EventWords
  readonly segment: SegmentMessages
}
