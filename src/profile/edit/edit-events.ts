import type { Customer } from '../../customer/customer.js'
import type { Touch } from '../../plan/touch.js'
import type { TimelineEvent } from '../../timeline/event.js'
import type { Actor } from '../../value/actor.js'

/** The consents, by the channel that each is for. */
const channels = { emailMarketingConsent: 'email', smsMarketingConsent: 'sms' } as const

type ConsentField = keyof typeof channels

/** What the timeline will say: which fields changed and how many tags, but not what is in them; and every consent that ended. */
export function editEvents(before: Customer, changed: readonly Touch[], by: Actor): TimelineEvent[] {
  const all = [...new Set(changed.map(({ path }) => path[0] as string))]
  const fields = all.filter((field) => field !== 'tags' && !isConsent(field))
  return [
    ...(fields.length === 0 ? [] : [{ kind: 'edited', by, fields } as const]),
    ...tagsChanged(
      changed.filter(({ path }) => path[0] === 'tags'),
      by,
    ),
    ...all.filter(isConsent).map((field) => consentEnded(before, field, by)),
  ]
}

function isConsent(field: string): field is ConsentField {
  return Object.hasOwn(channels, field)
}

function tagsChanged(tags: readonly Touch[], by: Actor): TimelineEvent[] {
  const added = tags.filter(({ after }) => after !== null).length
  const removed = tags.filter(({ before }) => before !== null).length
  return tags.length === 0 ? [] : [{ kind: 'tags-changed', by, added, removed }]
}

/** What was said for a contact that is no longer there: kept as history. */
function consentEnded(before: Customer, field: ConsentField, by: Actor): TimelineEvent {
  const { state, optInLevel, updatedAt: since, source } = before[field]
  return {
    kind: 'consent-superseded',
    by,
    from: before.id,
    channel: channels[field],
    state,
    optInLevel,
    since,
    source,
  }
}
