import type { Channel } from '../contact/consent-transitions.js'
import { channels, consentChannels } from '../customer/consent-channels.js'
import { accountEvent, type AccountAction } from '../plan/account-change.js'
import type { EventChange } from '../plan/change.js'
import type { Context } from '../plan/context.js'
import { eventChange } from '../plan/event-change.js'
import { supersededConsent } from '../plan/superseded-consent.js'
import type { TimelineEvent } from '../timeline/event.js'
import type { Actor } from '../value/actor.js'
import type { CustomerId } from '../value/id.js'
import type { MergedField } from './merged-field.js'

/**
 * What the survivor's timeline will say: that it was merged, each word on marketing that no longer stands (M-6), and how its
 * account was shut.
 */
export function mergeEvents(
  fields: readonly MergedField[],
  absorbed: readonly CustomerId[],
  survivor: CustomerId,
  shut: AccountAction | null,
  context: Pick<Context, 'key' | 'now' | 'actor'>,
): EventChange[] {
  const events: TimelineEvent[] = [
    { kind: 'merged', by: context.actor, absorbed },
    ...channels.flatMap((channel) => supersededConsents(fields, channel, context.actor)),
    ...(shut === null ? [] : [accountEvent(shut, context.actor)]),
  ]
  return events.map((event, index) => eventChange(context, index + 1, survivor, event))
}

/** Both histories stay: what each profile had said is told by its id. */
function supersededConsents(fields: readonly MergedField[], channel: Channel, by: Actor): TimelineEvent[] {
  return fields.flatMap((row) =>
    row.field === consentChannels[channel].field
      ? row.dropped.flatMap(({ id, value }) => supersededConsent(id, channel, value, by))
      : [],
  )
}
