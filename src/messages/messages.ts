import type { ConsentState } from '../contact/consent.js'
import type { CustomerField } from '../customer/customer.js'
import type { MergePreviewMessages } from '../merge/merge-preview-messages.js'
import type { Message } from '../outcome/message.js'
import type { PersonalDataMessages } from '../privacy/personal-data-messages.js'
import type { EmailFailure } from '../timeline/stored-email.js'
import type { PaymentRequest, TimelineEventKind } from '../timeline/event.js'
import type { Actor } from '../value/actor.js'
import type { SegmentMessages } from '../segment/explain/explanation-messages.js'
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

/** All texts of one language. A missing one does not compile. */
export interface Messages {
  /** BCP 47 */
  readonly language: string
  readonly problems: Readonly<Record<ProblemCode, Message>>
  readonly mergePreview: MergePreviewMessages
  readonly personalData: PersonalDataMessages
  readonly events: Readonly<Record<TimelineEventKind, Message>>
  readonly eventWords: EventWords
  readonly segment: SegmentMessages
}
