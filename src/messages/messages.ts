import type { MergePreviewMessages } from '../merge/merge-preview-messages.js'
import type { Message } from '../outcome/message.js'
import type { PersonalDataMessages } from '../privacy/personal-data-messages.js'
import type { ProblemCode } from './problem-code.js'

/** All texts of one language. A missing one does not compile. */
export interface Messages {
  /** BCP 47 */
  readonly language: string
  readonly problems: Readonly<Record<ProblemCode, Message>>
  readonly mergePreview: MergePreviewMessages
  readonly personalData: PersonalDataMessages
}
