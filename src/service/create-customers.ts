import { planDeletion, deletionRequest } from '../deletion/plan-deletion.js'
import { createRequest, planCreate } from '../profile/plan-create.js'
import { compileSegment } from '../segment/compile/compile.js'
import { allCustomers, type Segment } from '../segment/segment.js'
import { accountCalls } from './account/account-calls.js'
import { commitKept } from './commit-kept.js'
import { withJudgedOptions } from './expect-options.js'
import { optionPlaces, streams } from './option-places.js'
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
import { mergeCandidates, planMergeCall, runDistinct, runMerge } from './merge-calls.js'
import { run } from './run.js'
import { segmentCalls } from './segments/segment-calls.js'
import { segmentHere } from './segments/segment-here.js'
import { planEditCall, runConsentChange, runEdit } from './run-edit.js'
import type { Customers } from './customers.js'

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
  return withJudgedOptions(callsOn(servicePorts(given)), optionPlaces, streams)
}

function callsOn<Tx>(ports: ServicePorts<Tx>): Customers<Tx> {
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
    mergeCandidates: (query, options = {}) => mergeCandidates(ports, query, options),
    runActivity: (activity, options = {}) => runActivity(ports, activity, options),
    timeline: (id, position = {}, options = {}) => readTimeline(ports, id, position, options),
    runComment: (id, wish, options = {}) => runComment(ports, id, wish, options),
    runCommentRemoval: (id, wish, options = {}) => runCommentRemoval(ports, id, wish, options),
    planEdit: (wish, options = {}) => planEditCall(ports, wish, options),
    runEdit: (wish, options = {}) => runEdit(ports, wish, options),
    runConsentChange: (wish, options = {}) => runConsentChange(ports, wish, options),
    planMerge: (wish, options = {}) => planMergeCall(ports, wish, options),
    runMerge: (wish, options = {}) => runMerge(ports, wish, options),
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
    runDistinct: (ids, options = {}) => runDistinct(ports, ids, options),
    auditIdentities: (options = {}) => auditIdentities(ports, options),
    commit: (plan, options = {}) => commitKept(ports, plan, options),
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

/** Whom a segment holds for, and how a store is asked for them. */
function memberTest<Tx>(ports: ServicePorts<Tx>, given: Segment): MemberTest {
  const segment = segmentHere(ports, given)
  const { now, shop } = ports.contextOf({})
  const moment = { now, timeZone: shop.timeZone, currency: shop.currency }
  return {
    holds: compileSegment(segment, { ...moment, ...ports.sources }),
    filter: { where: segment, search: null, moment, segments: ports.sources.segments },
  }
}
