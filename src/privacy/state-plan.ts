import type { Customer } from '../customer/customer.js'
import type { LibraryFacts } from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import type { Context } from '../plan/context.js'
import { eventChange } from '../plan/event-change.js'
import type { NoWish, Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import { stateChanges } from '../plan/state-changes.js'
import type { PrivacyEventKind } from '../timeline/event.js'
import type { CustomerId } from '../value/id.js'

/** What plans about a person's data read of a record. */
export interface PrivacySubject extends Pick<CustomerRecord, 'facts' | 'revision'> {
  readonly customer: Pick<Customer, 'id'>
}

/** The planners that only set what state a profile is in; none needs a confirmation. */
export type PrivacyStatePlanner =
  | 'redaction-request'
  | 'redaction-cancellation'
  | 'data-request'
  | 'data-request-completion'

/** What a request about a person's data would do. It holds none of the data. */
export interface PrivacyStatePlan extends Plan<NoWish> {
  readonly planner: PrivacyStatePlanner
  readonly customer: CustomerId
}

/** The request of a plan about a person's data; known before anything is loaded. */
export function privacyRequest(planner: PrivacyStatePlanner | 'redaction', id: CustomerId): RequestDigest {
  return requestOf(planner, [id], {})
}

/** The plan that sets these facts and tells the timeline. */
export function statePlan(
  planner: PrivacyStatePlanner,
  { customer: { id }, revision }: PrivacySubject,
  facts: Partial<LibraryFacts>,
  kind: PrivacyEventKind,
  context: Context,
): PrivacyStatePlan {
  return {
    planner,
    wish: {},
    subjects: [id],
    touches: [],
    warnings: [],
    changeSet: {
      key: context.key,
      request: privacyRequest(planner, id),
      expects: [{ id, revision }],
      guards: [],
      changes: [...stateChanges(id, facts), eventChange(context, 1, id, { kind, by: context.actor })],
      outbox: [],
      summary: { planner, customer: id },
    },
    customer: id,
  }
}
