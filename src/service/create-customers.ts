import { planDeletion, deletionRequest } from '../deletion/plan-deletion.js'
import { isMergeCandidate } from '../merge/candidates/is-merge-candidate.js'
import { distinctRequest, planDistinct, type DistinctPlan } from '../duplicates/plan-distinct.js'
import type { MergePlan } from '../merge/merge-plan.js'
import { mergeRequest } from '../merge/merge-write.js'
import { planMerge } from '../merge/plan-merge.js'
import type { Outcome } from '../outcome/outcome.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { Context } from '../plan/context.js'
import { createRequest, planCreate } from '../profile/plan-create.js'
import type { CallOptions } from '../repository/call-options.js'
import { presentRecords } from '../repository/present-records.js'
import { compileSegment } from '../segment/compile/compile.js'
import { allCustomers, type Segment } from '../segment/segment.js'
import type { CustomerId } from '../value/id.js'
import { accountCalls } from './account/account-calls.js'
import { auditIdentities } from './finding/audit-identities.js'
import { deliverOutbox } from './outbox/deliver-outbox.js'
import { dueSegmentChanges } from './segments/due-segment-changes.js'
import { duplicatesOf } from './finding/duplicates-of.js'
import { exportCustomers } from './files/export-customers.js'
import { countCustomers, findCustomers } from './finding/find-customers.js'
import { importCustomers } from './files/import-customers.js'
import { paymentCalls } from './account/payment-calls.js'
import { personalDataCalls } from './account/personal-data.js'
import { planOne } from './plan-one.js'
import { servicePorts, type CustomersPorts, type ServicePorts } from './ports.js'
import { readTimeline, runComment, runCommentRemoval } from './read-timeline.js'
import { recordsWhere, type MemberTest } from './finding/records-where.js'
import { campaignCalls } from './email/run-campaign.js'
import { emailCalls } from './email/run-email.js'
import { runActivity } from './run-activity.js'
import { runBulk } from './bulk/run-bulk.js'
import { commitPlan, run } from './run.js'
import { segmentCalls } from './segments/segment-calls.js'
import { loadAndEdit, runConsentChange, runEdit } from './run-edit.js'
import type { Customers, MergeCall } from './customers.js'
import { mergeCallSchema } from './merge-call.schema.js'

/**
 * Ties the rules to a store. Throws, a programmer's error, where the repository or a part of the shop is missing or misspelt.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { createMemoryRepository } = await import('../repository/memory/index.js')
 * const customers = createCustomers({
 *   repository: createMemoryRepository(),
 *   shop: { timeZone: 'Europe/Warsaw', currency: 'PLN', country: 'PL', locale: 'pl-PL' },
 * })
 * const outcome = await customers.runCreate({ firstName: 'Anna', email: 'anna@example.com' })
 * expect(outcome.ok && outcome.value.plan?.result.firstName).toBe('Anna')
 * ```
 */
export function createCustomers<Tx = never>(given: CustomersPorts<Tx>): Customers<Tx> {
  const ports = servicePorts(given)
  return {
    find: (wish = {}, options = {}) => findCustomers(ports, wish, options),
    count: (wish = {}, options = {}) => countCustomers(ports, wish, options),
    segments: segmentCalls(ports),
    duplicatesOf: (id, options = {}) => duplicatesOf(ports, id, options),
    runCreate: (wish, options = {}) =>
      run(
        ports,
        { request: () => createRequest(wish), plan: async (context) => planCreate(wish, context) },
        options,
      ),
    mergeCandidates: (query, options = {}) =>
      recordsWhere(ports, (record) => isMergeCandidate(record, query), options),
    runActivity: (activity, options = {}) => runActivity(ports, activity, options),
    timeline: (id, position = {}, options = {}) => readTimeline(ports, id, position, options),
    runComment: (id, wish, options = {}) => runComment(ports, id, wish, options),
    runCommentRemoval: (id, wish, options = {}) => runCommentRemoval(ports, id, wish, options),
    planEdit: (wish, options = {}) => loadAndEdit(ports, wish, ports.contextOf(options), options),
    runEdit: (wish, options = {}) => runEdit(ports, wish, options),
    runConsentChange: (wish, options = {}) => runConsentChange(ports, wish, options),
    planMerge: (wish, options = {}) => loadAndMerge(ports, wish, ports.contextOf(options), options),
    runMerge: (wish, options = {}) =>
      run(
        ports,
        {
          request: () => mergeRequest(wish.ids, wish),
          confirmed: options.confirmed,
          plan: (context) => loadAndMerge(ports, wish, context, options),
        },
        options,
      ),
    planDeletion: (id, options = {}) => planOne(ports, id, planDeletion, ports.contextOf(options), options),
    runDeletion: (id, options = {}) =>
      run(
        ports,
        {
          request: () => deletionRequest(id),
          confirmed: options.confirmed,
          plan: (context) => planOne(ports, id, planDeletion, context, options),
        },
        options,
      ),
    ...accountCalls(ports),
    ...paymentCalls(ports),
    ...personalDataCalls(ports),
    ...emailCalls(ports),
    ...campaignCalls(ports),
    planBulk: (selection, action, options = {}) => runBulk(ports, selection, action, options, true),
    runBulk: (selection, action, options = {}) => runBulk(ports, selection, action, options),
    runDistinct: (ids, options = {}) =>
      run(
        ports,
        {
          request: () => distinctRequest(ids),
          plan: (context) => loadAndTellApart(ports, ids, context, options),
        },
        options,
      ),
    auditIdentities: (options = {}) => auditIdentities(ports, options),
    commit: (plan, options = {}) => commitPlan(ports, plan, options.confirmed, options),
    members: (segment, options = {}) => {
      const { holds, filter } = memberTest(ports, segment)
      return recordsWhere(ports, holds, options, filter)
    },
    dueSegmentChanges: (segments, span, options = {}) => dueSegmentChanges(ports, segments, span, options),
    importCustomers: (source, options = {}) => importCustomers(ports, source, options),
    exportCustomers: (save, { segment, ...options } = {}) =>
      exportCustomers(ports, save, memberTest(ports, segment ?? allCustomers), options),
    deliverEffects: (options = {}) => deliverOutbox(ports, options),
  }
}

async function loadAndMerge<Tx>(
  { repository }: ServicePorts<Tx>,
  { ids, ...choices }: MergeCall,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<MergePlan>> {
  const named = checkShape(mergeCallSchema, { ids })
  if (!named.ok) return named
  const records = presentRecords(await repository.load(named.value.ids, options))
  return records.ok ? planMerge({ records: records.value, ...choices }, context) : records
}

async function loadAndTellApart<Tx>(
  { repository }: ServicePorts<Tx>,
  ids: readonly CustomerId[],
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<DistinctPlan>> {
  const records = presentRecords(await repository.load(ids, options))
  return records.ok ? planDistinct(records.value, context) : records
}

/** Whom a segment holds for, and how a store is asked for them. */
function memberTest<Tx>(ports: ServicePorts<Tx>, segment: Segment): MemberTest {
  const { now, shop } = ports.contextOf({})
  const moment = { now, timeZone: shop.timeZone, currency: shop.currency }
  return {
    holds: compileSegment(segment, { ...moment, ...ports.sources }),
    filter: { where: segment, search: null, moment, segments: ports.sources.segments },
  }
}
