import { noConsent, type Consent } from '../../contact/consent.js'
import { channels, consentChannels } from '../../customer/consent-channels.js'
import type { Customer } from '../../customer/customer.js'
import { sameJson } from '../../outcome/same-json.js'
import { supersededConsent } from '../../plan/superseded-consent.js'
import type { TimelineEvent } from '../../timeline/event.js'
import type { Actor } from '../../value/actor.js'

/**
 * What the timeline says of consents that are others than before: the word that no longer counts, and the one that does, each
 * with level, source and time (E-6). `before` is `null` for somebody new.
 */
export function consentEvents(before: Customer | null, after: Customer, by: Actor): TimelineEvent[] {
  const events: TimelineEvent[] = []
  for (const channel of channels) {
    const { field } = consentChannels[channel]
    const was: Consent = before?.[field] ?? noConsent
    if (sameJson(was, after[field])) continue
    const { state, optInLevel, updatedAt: since, source } = after[field]
    if (before !== null) events.push(...supersededConsent(before.id, channel, was, by))
    events.push({ kind: 'consent-changed', by, channel, before: was.state, state, optInLevel, since, source })
  }
  return events
}
