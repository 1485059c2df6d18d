import type { JsonValue } from '../outcome/json.js'
import type { Actor } from '../value/actor.js'
import type { EffectId } from '../value/id.js'

/** What a member of staff is told about by email, when work that they started is done (C-5, L-5). */
export type NoticeSubject = 'import-finished' | 'export-finished'

/**
 * An email to the person who started a long piece of work: the host knows the address of the actor, and words the text.
 * `params` holds counts and, of an export, the `link`; no personal data.
 */
export interface NoticeEffect {
  readonly id: EffectId
  readonly type: 'notice'
  readonly to: Actor
  readonly subject: NoticeSubject
  readonly params: { readonly [name: string]: JsonValue }
}
