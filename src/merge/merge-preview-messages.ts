import type { ConsentState, OptInLevel } from '../contact/consent.js'
import type { AccountState } from '../customer/account.js'
import type { CustomerField } from '../customer/customer.js'
import type { Message } from '../outcome/message.js'
import type { RelationKind, RelationMode } from '../plan/store-traits.js'
import type { MergeRule } from './merged-field.js'
import type { SurvivorRule } from './survivor.js'

/** The columns of the review (M-9). */
export type PreviewColumn = 'field' | 'kept' | 'dropped' | 'why'

/** The words of a merge review in one language. */
export interface MergePreviewMessages {
  /** with `{survivor}` and `{absorbed}`, which are ids, and `{why}` */
  readonly title: Message
  readonly headings: Readonly<Record<PreviewColumn, string>>
  readonly fields: Readonly<Record<CustomerField, string>>
  readonly mergeRules: Readonly<Record<MergeRule, string>>
  readonly survivorRules: Readonly<Record<SurvivorRule, string>>
  /** the host's rows; a kind of its own goes by its name */
  readonly relations: Readonly<Record<RelationKind, string>>
  readonly relationModes: Readonly<Record<RelationMode, string>>
  readonly words: Readonly<Record<'yes' | 'no' | 'blocked', string>>
  /** how a consent stands, and how strongly it was given */
  readonly consents: Readonly<Record<ConsentState, string>>
  readonly optInLevels: Readonly<Record<OptInLevel, string>>
  /** a guest, or how far an account has come */
  readonly accounts: Readonly<Record<'guest' | AccountState, string>>
}

/** A language's texts, as far as a merge review needs them. */
export interface MergePreviewLanguage {
  /** BCP 47 */
  readonly language: string
  readonly mergePreview: MergePreviewMessages
}
