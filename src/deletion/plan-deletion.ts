import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import { loginShut } from '../plan/account-change.js'
import { guardsOf } from '../plan/blocked-by.js'
import type { Context } from '../plan/context.js'
import { eventChange } from '../plan/event-change.js'
import { redactRelations, type RelationFate } from '../plan/follow-relations.js'
import type { NoWish, Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import type { DeletionBlockerCode } from '../policy/blockers.js'
import { handoverWarnings } from '../privacy/handover-warnings.js'
import type { CustomerId } from '../value/id.js'
import { deletionBlockers } from './deletion-blockers.js'

/** Every code with which `planDeletion` refuses, those of a host's own blockers apart. */
export type DeletionProblemCode = DeletionBlockerCode | 'deletion.unknown-fact'

/** What a deletion would do. It holds none of the person's data, so it can be kept; it cannot be undone once committed. */
export interface DeletionPlan extends Plan<NoWish> {
  readonly planner: 'deletion'
  readonly customer: CustomerId
  /** what happens to each kind of the host's rows: the rows stay, the person in them goes */
  readonly relations: readonly RelationFate[]
}

/** What a deletion reads of a record. */
export interface DeletionSubject extends Pick<CustomerRecord, 'facts' | 'revision'> {
  /** the account, so that the login is shut */
  readonly customer: Pick<Customer, 'id'> & Partial<Pick<Customer, 'account'>>
}

/**
 * Plans to delete a profile and to redact the person in the shop's records (D-6). The identity is not suppressed: a
 * deleted customer who comes back gets a new record (C-6); unless an erasure is pending that the policy does not let block, which is
 * done hereby (G-1). An open login is shut, where the record says that there is one (C-8). The plan's change set is not confirmed.
 *
 * Refused with every blocker of the policy: see `deletionBlockers`. Warning: `privacy.data-request-pending`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const outcome = planDeletion(buildRecord({ customer: { id: '7' } }), buildContext())
 * expect(outcome.ok && outcome.value.changeSet.changes.at(-1)).toEqual({ type: 'tombstone', id: '7', into: null })
 * ```
 */
export function planDeletion(record: DeletionSubject, context: Context): Outcome<DeletionPlan> {
  const warnings = handoverWarnings(record.facts)
  const problems = deletionBlockers(record, context.policy)
  return unlessProblems(problems, () => toPlan(record, warnings, context), warnings)
}

/** The request of a deletion; known before anything is loaded. */
export function deletionRequest(id: CustomerId): RequestDigest {
  return requestOf('deletion', [id], {})
}

function toPlan(
  { customer, facts, revision }: DeletionSubject,
  warnings: readonly Problem[],
  context: Context,
): DeletionPlan {
  const { id } = customer
  const { fates, changes, outbox } = redactRelations(context, id)
  return {
    planner: 'deletion',
    wish: {},
    subjects: [id],
    touches: [],
    warnings,
    changeSet: {
      key: context.key,
      request: deletionRequest(id),
      confirmed: false,
      expects: [{ id, revision }],
      guards: guardsOf(id, context.policy.deletionBlockers),
      changes: [
        ...changes,
        { type: 'redactEvents', id },
        ...(facts.redaction === 'pending' ? [{ type: 'suppress', id } as const] : []),
        eventChange(context, 1, id, { kind: 'deleted', by: context.actor }),
        { type: 'tombstone', id, into: null },
      ],
      outbox: [...outbox, ...loginShut(context, customer)],
      summary: { planner: 'deletion', customer: id },
    },
    customer: id,
    relations: fates,
  }
}
