import type { MergePreviewMessages } from '../merge/merge-preview-messages.js'
import type { Message } from '../outcome/message.js'
import type { SegmentMessages } from '../segment/explain/explanation-messages.js'
import type { ProblemCode } from './problem-code.js'

/** All texts of one language. A missing one does not compile. */
export interface Messages {
  /** BCP 47 */
  readonly language: string
  readonly problems: Readonly<Record<ProblemCode, Message>>
  readonly mergePreview: MergePreviewMessages
  readonly segment: SegmentMessages
}
