import type { Channel } from '../../contact/consent-transitions.js'
import { consentChannels } from '../../customer/consent-channels.js'
import type { Customer } from '../../customer/customer.js'
import type { Touch } from '../../plan/touch.js'
import type { TimelineEvent } from '../../timeline/event.js'
import type { Actor } from '../../value/actor.js'
import { supersededConsent } from '../consent/superseded-consent.js'

const channels = Object.keys(consentChannels) as Channel[]
const consents: ReadonlySet<string> = new Set(channels.map((channel) => consentChannels[channel].field))

/** What the timeline will say: which fields changed and how many tags, but not what is in them; and every consent that ended. */
export function editEvents(before: Customer, changed: readonly Touch[], by: Actor): TimelineEvent[] {
  const all = [...new Set(changed.map(({ path }) => path[0] as string))]
  const fields = all.filter((field) => field !== 'tags' && !consents.has(field))
  return [
    ...(fields.length === 0 ? [] : [{ kind: 'edited', by, fields } as const]),
    ...tagsChanged(
      changed.filter(({ path }) => path[0] === 'tags'),
      by,
    ),
    ...channels
      .filter((channel) => all.includes(consentChannels[channel].field))
      .flatMap((channel) => supersededConsent(before, channel, by)),
  ]
}

function tagsChanged(tags: readonly Touch[], by: Actor): TimelineEvent[] {
  const added = tags.filter(({ after }) => after !== null).length
  const removed = tags.filter(({ before }) => before !== null).length
  return tags.length === 0 ? [] : [{ kind: 'tags-changed', by, added, removed }]
}
