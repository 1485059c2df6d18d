import type { Channel } from '../../contact/consent-transitions.js'
import { noConsent } from '../../contact/consent.js'
import { consentChannels } from '../../customer/consent-channels.js'
import type { Customer } from '../../customer/customer.js'
import { sameJson } from '../../outcome/same-json.js'
import type { TimelineEvent } from '../../timeline/event.js'
import type { Actor } from '../../value/actor.js'

/** What was said before and no longer counts, kept as history with its level, source and time; nothing was said, nothing kept. */
export function supersededConsent(before: Customer, channel: Channel, by: Actor): TimelineEvent[] {
  const kept = before[consentChannels[channel].field]
  if (sameJson(kept, noConsent)) return []
  const { state, optInLevel, updatedAt: since, source } = kept
  return [{ kind: 'consent-superseded', by, from: before.id, channel, state, optInLevel, since, source }]
}
