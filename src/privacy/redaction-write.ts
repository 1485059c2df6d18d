import type { CustomerRecord } from '../customer/record.js'
import { loginShut } from '../plan/account-change.js'
import type { ChangeSet } from '../plan/change-set.js'
import type { RedactChange } from '../plan/change.js'
import type { Context } from '../plan/context.js'
import { eventChange } from '../plan/event-change.js'
import type { RelationWork } from '../plan/follow-relations.js'
import { stateChanges } from '../plan/state-changes.js'
import { actorReference } from '../value/actor.js'
import { eraseCustomer, erasureTouches } from './erase-customer.js'

type Work = RelationWork<RedactChange>
type Write = Pick<ChangeSet, 'changes' | 'outbox'>

/** Has the host's tables erased that follow by the outbox, the erasure pending meanwhile. */
export function relationErasure(
  { customer: { id }, facts }: CustomerRecord,
  work: Work,
  context: Context,
): Write {
  const request = facts.redactionRequest ?? { at: context.now, by: actorReference(context.actor) }
  return {
    changes: [
      ...stateChanges(id, {
        redaction: 'pending',
        redactionRequest: request,
        relationRedaction: 'pending',
      }),
      eventChange(context, 1, id, { kind: 'redaction-begun', by: context.actor }),
    ],
    outbox: work.outbox,
  }
}

/** Erases the profile, the timeline, the login, and the person in the tables that follow in the commit; what was pending is over. */
export function recordErasure({ customer, facts }: CustomerRecord, work: Work, context: Context): Write {
  const { id } = customer
  return {
    changes: [
      // of no contact there is no claim
      { type: 'put', customer: eraseCustomer(customer, context), claims: [], touches: erasureTouches() },
      ...work.changes,
      { type: 'redactEvents', id },
      { type: 'suppress', id },
      ...stateChanges(id, {
        redaction: 'done',
        redactionRequest: null,
        // asked of a store only where it has said that its tables are done
        ...(facts.relationRedaction === 'done' ? { relationRedaction: 'none' } : {}),
        dataRequest: 'none',
      }),
      eventChange(context, 1, id, { kind: 'redacted', by: context.actor }),
    ],
    outbox: loginShut(context, customer),
  }
}
