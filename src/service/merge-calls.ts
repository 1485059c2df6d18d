import { distinctRequest, planDistinct, type DistinctPlan } from '../duplicates/plan-distinct.js'
import type { CustomerRecord } from '../customer/record.js'
import type { CandidateQuery } from '../merge/candidates/candidate-query.js'
import { isMergeCandidate } from '../merge/candidates/is-merge-candidate.js'
import type { MergePlan } from '../merge/merge-plan.js'
import { mergeRequest } from '../merge/merge-write.js'
import { planMerge } from '../merge/plan-merge.js'
import { invariant } from '../outcome/invariant.js'
import type { Outcome } from '../outcome/outcome.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { Context } from '../plan/context.js'
import type { CallOptions } from '../repository/call-options.js'
import type { CustomerId } from '../value/id.js'
import { candidateQuerySchema, idsSchema, wishOfManySchema } from './call.schema.js'
import type { MergeCall } from './customers.js'
import { recordsWhere } from './finding/records-where.js'
import { loadRecords } from './load-records.js'
import type { CallerOptions, Confirmation, ServicePorts } from './ports.js'
import { run, type Done } from './run.js'

/** The living profiles that a search for another one of the same person finds (M-8). */
export function mergeCandidates<Tx>(
  ports: ServicePorts<Tx>,
  query: CandidateQuery,
  options: CallOptions<Tx>,
): AsyncIterable<CustomerRecord> {
  invariant(
    checkShape(candidateQuerySchema, query).ok,
    'candidates are asked for by what searchMergeCandidates gives as its `value`',
  )
  return recordsWhere(ports, (record) => isMergeCandidate(record, query), options)
}

/** Loads profiles and plans their merge, to be looked at. */
export async function planMergeCall<Tx>(
  ports: ServicePorts<Tx>,
  call: MergeCall,
  options: CallerOptions<Tx>,
): Promise<Outcome<MergePlan>> {
  const named = checkShape(wishOfManySchema, call)
  return named.ok ? loadAndMerge(ports, call, ports.contextOf(options), options) : named
}

/** Merges profiles, once confirmed. */
export async function runMerge<Tx>(
  ports: ServicePorts<Tx>,
  call: MergeCall,
  options: CallerOptions<Tx> & Confirmation,
): Promise<Outcome<Done<MergePlan>>> {
  const named = checkShape(wishOfManySchema, call)
  if (!named.ok) return named
  return run(
    ports,
    {
      request: () => mergeRequest(call.ids, call),
      confirmed: options.confirmed,
      plan: (context) => loadAndMerge(ports, call, context, options),
    },
    options,
  )
}

/** Records that profiles are not the same person. */
export async function runDistinct<Tx>(
  ports: ServicePorts<Tx>,
  ids: readonly CustomerId[],
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<DistinctPlan>>> {
  const named = checkShape(idsSchema, ids)
  if (!named.ok) return named
  return run(
    ports,
    {
      request: () => distinctRequest(ids),
      plan: async (context) => {
        const records = await loadRecords(ports, ids, options)
        return records.ok ? planDistinct(records.value, context) : records
      },
    },
    options,
  )
}

async function loadAndMerge<Tx>(
  ports: ServicePorts<Tx>,
  { ids, ...choices }: MergeCall,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<MergePlan>> {
  const records = await loadRecords(ports, ids, options)
  return records.ok ? planMerge({ records: records.value, ...choices }, context) : records
}
