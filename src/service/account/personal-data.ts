import { invariant } from '../../outcome/invariant.js'
import { success, type Outcome } from '../../outcome/outcome.js'
import { exportPersonalData, type PersonalData, type RelatedData } from '../../privacy/personal-data.js'
import { planDataRequest, planDataRequestCompletion } from '../../privacy/plan-data-request.js'
import { planRedactionCancellation } from '../../privacy/plan-redaction-cancellation.js'
import { planRedactionRequest } from '../../privacy/plan-redaction-request.js'
import { planRedaction, type RedactionPlan } from '../../privacy/plan-redaction.js'
import { privacyRequest, type PrivacyStatePlan, type PrivacyStatePlanner } from '../../privacy/state-plan.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { CustomerId } from '../../value/id.js'
import { isPlainMap } from '../../value/plain-map.js'
import { planOne, type RecordPlanner } from '../plan-one.js'
import type { CallerOptions, Confirmation, ServicePorts } from '../ports.js'
import { run, type Done } from '../run.js'

/** What a customer's data is asked for, handed over and erased by. */
export interface PersonalDataCalls<Tx = never> {
  /** Notes that the `actor` asks for the erasure of a person's data (G-1). */
  runRedactionRequest(id: CustomerId, options?: CallerOptions<Tx>): Promise<Outcome<Done<PrivacyStatePlan>>>
  /** Withdraws the request, by the `actor` who made it and while it is pending (G-1). */
  runRedactionCancellation(
    id: CustomerId,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<Done<PrivacyStatePlan>>>
  /** Loads a profile and plans the erasure of the person's data, to be looked at; does nothing. */
  planRedaction(id: CustomerId, options?: CallerOptions<Tx>): Promise<Outcome<RedactionPlan>>
  /**
   * Erases a person's data (G-1, G-2), once `confirmed`. Where tables of the host follow by the outbox it has them erased first,
   * and goes on at once if `deliver` has done so. If not, `plan.stage` is `'relations'`: when they are acknowledged, call it again
   * under the same key.
   */
  runRedaction(
    id: CustomerId,
    options?: CallerOptions<Tx> & Confirmation,
  ): Promise<Outcome<Done<RedactionPlan>>>
  /** Notes that the person's data was asked for (G-4). */
  runDataRequest(id: CustomerId, options?: CallerOptions<Tx>): Promise<Outcome<Done<PrivacyStatePlan>>>
  /** Notes that the data was handed over (G-4). */
  runDataRequestCompletion(
    id: CustomerId,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<Done<PrivacyStatePlan>>>
  /**
   * Everything held on one person (G-3): the record, under what the person is and was known, and the timeline, as far as the store
   * keeps them; the rows of the host's own tables are the caller's to give, and a timeline that is kept elsewhere.
   */
  exportPersonalData(
    id: CustomerId,
    related?: Omit<RelatedData, 'knownAs'>,
    options?: CallOptions<Tx>,
  ): Promise<Outcome<PersonalData>>
}

/** The calls about a person's data, tied to a store. */
export function personalDataCalls<Tx>(ports: ServicePorts<Tx>): PersonalDataCalls<Tx> {
  const runState =
    (planner: PrivacyStatePlanner, plan: RecordPlanner<PrivacyStatePlan>) =>
    (id: CustomerId, options: CallerOptions<Tx> = {}): Promise<Outcome<Done<PrivacyStatePlan>>> =>
      run(
        ports,
        {
          request: () => privacyRequest(planner, id),
          plan: (context) => planOne(ports, id, plan, context, options),
        },
        options,
      )
  return {
    runRedactionRequest: runState('redaction-request', planRedactionRequest),
    runRedactionCancellation: runState('redaction-cancellation', planRedactionCancellation),
    runDataRequest: runState('data-request', planDataRequest),
    runDataRequestCompletion: runState('data-request-completion', planDataRequestCompletion),
    planRedaction: (id, options = {}) => planOne(ports, id, planRedaction, ports.contextOf(options), options),
    runRedaction: (id, options = {}) => runRedaction(ports, id, options),
    exportPersonalData: (id, related = {}, options = {}) => exportOne(ports, id, related, options),
  }
}

/** Both stages under one key. What the first has done is told, whatever becomes of the second. */
async function runRedaction<Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  options: CallerOptions<Tx> & Confirmation,
): Promise<Outcome<Done<RedactionPlan>>> {
  const keyed = { ...options, key: ports.contextOf(options).key }
  const task = {
    request: () => privacyRequest('redaction', id),
    confirmed: options.confirmed,
    plan: (context: Parameters<typeof planRedaction>[1]) =>
      planOne(ports, id, planRedaction, context, options),
  }
  const first = await run(ports, task, keyed)
  const isHalf = first.ok && first.value.plan?.stage === 'relations' && options.transaction === undefined
  if (!isHalf) return first
  const second = await run(ports, task, keyed)
  return second.ok ? second : first
}

async function exportOne<Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  related: Omit<RelatedData, 'knownAs'>,
  options: CallOptions<Tx>,
): Promise<Outcome<PersonalData>> {
  invariant(
    isPlainMap(related),
    'what your own tables hold of the person is given by name, such as { relations }',
  )
  const context = ports.contextOf({})
  const found = await planOne(ports, id, (record) => success(record), context, options)
  if (!found.ok) return found
  const { asOf = context.now, timeline = await ports.repository.timeline?.(id, options), relations } = related
  const knownAs = await ports.repository.knownAs?.(id, options)
  return success(exportPersonalData(found.value, { asOf, knownAs, timeline, relations }))
}
