import { inWords, type Words } from '../outcome/in-words.js'
import type { JsonValue } from '../outcome/json.js'
import { formatMessage, type Message } from '../outcome/message.js'
import type { TimelineEvent } from './event.js'

/** What a language says of events: a text by kind, and its words for what stands in them. */
export interface EventLanguage {
  /** BCP 47 */
  readonly language: string
  readonly events: { readonly [kind: string]: Message }
  readonly eventWords: { readonly [vocabulary: string]: Words }
}

/** Which vocabulary the parts of an event are words of; whatever is not here is shown as it is. */
const vocabularies: { readonly [part: string]: string } = {
  by: 'actors',
  fields: 'fields',
  channel: 'channels',
  before: 'consents',
  state: 'consents',
  result: 'results',
  reason: 'failures',
  to: 'receivers',
  request: 'requests',
}

/**
 * Says in words what happened (T-3). A kind without a text, and a word that the language does not have, are given as they
 * are.
 *
 * @example
 * ```ts @import.meta.vitest
 * const words = { actors: { staff: 'the shop' }, fields: { note: 'the note' } }
 * const messages = { language: 'en', events: { edited: 'Changed by {by}: {fields}.' }, eventWords: words }
 * const event = { kind: 'edited', by: { type: 'staff', id: '7' }, fields: ['note'] } as const
 * expect(describeEvent(event, messages)).toBe('Changed by the shop: the note.')
 * ```
 */
export function describeEvent(event: TimelineEvent, { language, events, eventWords }: EventLanguage): string {
  const { kind, by, ...details } = event
  const message = Object.hasOwn(events, kind) ? events[kind] : undefined
  if (message === undefined) return kind
  const said = Object.entries({ ...details, by: by.type }) as readonly [string, JsonValue][]
  const parts = said.filter(([, value]) => value !== null)
  const params = parts.map(([part, value]) => [
    part,
    inWords(value, eventWords[vocabularies[part] ?? ''] ?? {}),
  ])
  return formatMessage(message, Object.fromEntries(params), language)
}
