import type { Channel } from '../contact/consent-transitions.js'
import { noConsent, type Consent } from '../contact/consent.js'
import { sameJson } from '../outcome/same-json.js'
import type { TimelineEvent } from '../timeline/event.js'
import type { Actor } from '../value/actor.js'
import type { CustomerId } from '../value/id.js'

/** What was said before and no longer counts, kept as history with its level, source and time; nothing was said, nothing kept. */
export function supersededConsent(
  from: CustomerId,
  channel: Channel,
  consent: Consent,
  by: Actor,
): TimelineEvent[] {
  if (sameJson(consent, noConsent)) return []
  const { state, optInLevel, updatedAt: since, source } = consent
  return [{ kind: 'consent-superseded', by, from, channel, state, optInLevel, since, source }]
}
