import type { CustomerInput } from '../customer/customer-input.js'
import type { CustomerRecord } from '../customer/record.js'
import { planDeletion, deletionRequest, type DeletionPlan } from '../deletion/plan-deletion.js'
import type { MergePlan } from '../merge/merge-plan.js'
import { mergeRequest } from '../merge/merge-write.js'
import type { MergeChoices } from '../merge/merge-wish.js'
import { planMerge } from '../merge/plan-merge.js'
import type { Outcome } from '../outcome/outcome.js'
import type { Context } from '../plan/context.js'
import type { Plan } from '../plan/plan.js'
import { createRequest, planCreate, type CreatePlan } from '../profile/plan-create.js'
import type { CallOptions } from '../repository/port.js'
import { presentRecords } from '../repository/present-records.js'
import { compileSegment } from '../segment/compile.js'
import type { Segment } from '../segment/segment.js'
import type { CsvWriteOptions } from '../transfer/csv-write.js'
import type { CsvSource } from '../transfer/csv-sheet.stream.js'
import type { CustomerId } from '../value/id.js'
import { deliverEffects } from './deliver-effects.js'
import { exportCustomers, type ExportReport, type SaveFile } from './export-customers.js'
import { importCustomers, type ImportCallOptions } from './import-customers.js'
import type { ImportReport } from './import-report.js'
import { servicePorts, type CallerOptions, type CustomersPorts, type ServicePorts } from './ports.js'
import { recordsWhere } from './records-where.js'
import { commitPlan, run, type Done } from './run.js'

/** A person has seen what will happen and said yes. What cannot be undone is refused without it (`commit.not-confirmed`). */
export interface Confirmation {
  readonly confirmed?: boolean
}

/** Who is merged, and what is chosen for the merged profile. */
export interface MergeCall extends MergeChoices {
  /** two or more (M-10) */
  readonly ids: readonly CustomerId[]
}

/** What is exported, and how it is written. */
export interface ExportCallOptions<Tx> extends CallerOptions<Tx>, CsvWriteOptions {
  /** whom to export; all unless given */
  readonly segment?: Segment | undefined
}

/** Everything that needs a store: load → plan → commit → effects. Each `runX` does it in one call. */
export interface Customers<Tx = never> {
  /** Adds a customer by hand (C-4). */
  runCreate(wish: CustomerInput, options?: CallerOptions<Tx>): Promise<Outcome<Done<CreatePlan>>>
  /** Loads the profiles and plans their merge, to be looked at; does nothing. */
  planMerge(wish: MergeCall, options?: CallerOptions<Tx>): Promise<Outcome<MergePlan>>
  /** Merges profiles (M-1), once `confirmed` (M-2b). */
  runMerge(wish: MergeCall, options?: CallerOptions<Tx> & Confirmation): Promise<Outcome<Done<MergePlan>>>
  /** Loads a profile and plans its deletion, to be looked at; does nothing. */
  planDeletion(id: CustomerId, options?: CallerOptions<Tx>): Promise<Outcome<DeletionPlan>>
  /** Deletes a profile and the personal data in it (D-6), once `confirmed`. */
  runDeletion(
    id: CustomerId,
    options?: CallerOptions<Tx> & Confirmation,
  ): Promise<Outcome<Done<DeletionPlan>>>
  /** Commits a plan as it was shown; if the world has changed since, it is refused. */
  commit<P extends Plan<unknown>>(
    plan: P,
    options?: CallOptions<Tx> & Confirmation,
  ): Promise<Outcome<Done<P>>>
  /** The members of a segment, one after the other, in constant memory (S-2). */
  members(segment: Segment, options?: CallOptions<Tx>): AsyncIterable<CustomerRecord>
  /** Imports a file of customers (C-5); every row is accounted for. */
  importCustomers(source: CsvSource, options?: ImportCallOptions<Tx>): Promise<Outcome<ImportReport>>
  /**
   * Writes a segment of the customers, or all of them, as a file that `save` takes away; the actor is sent the link (L-5).
   */
  exportCustomers(save: SaveFile, options?: ExportCallOptions<Tx>): Promise<Outcome<ExportReport>>
  /** Hands what waits in the outbox to the host's `deliver`, oldest first; gives how many were delivered. */
  deliverEffects(options?: CallOptions<Tx>): Promise<number>
}

/**
 * Ties the rules to a store.
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
    runCreate: (wish, options = {}) =>
      run(
        ports,
        { request: () => createRequest(wish), plan: async (context) => planCreate(wish, context) },
        options,
      ),
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
    planDeletion: (id, options = {}) => loadAndDelete(ports, id, ports.contextOf(options), options),
    runDeletion: (id, options = {}) =>
      run(
        ports,
        {
          request: () => deletionRequest(id),
          confirmed: options.confirmed,
          plan: (context) => loadAndDelete(ports, id, context, options),
        },
        options,
      ),
    commit: (plan, options = {}) => commitPlan(ports, plan, options.confirmed, options),
    members: (segment, options = {}) => recordsWhere(ports, predicateOf(ports, segment), options),
    importCustomers: (source, options = {}) => importCustomers(ports, source, options),
    exportCustomers: (save, { segment, ...options } = {}) =>
      exportCustomers(ports, save, segment === undefined ? () => true : predicateOf(ports, segment), options),
    deliverEffects: (options = {}) => deliverEffects(ports, options),
  }
}

async function loadAndMerge<Tx>(
  { repository }: ServicePorts<Tx>,
  { ids, ...choices }: MergeCall,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<MergePlan>> {
  const records = presentRecords(await repository.load(ids, options))
  return records.ok ? planMerge({ records: records.value, ...choices }, context) : records
}

async function loadAndDelete<Tx>(
  { repository }: ServicePorts<Tx>,
  id: CustomerId,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<DeletionPlan>> {
  const records = presentRecords(await repository.load([id], options))
  return records.ok ? planDeletion(records.value[0] as CustomerRecord, context) : records
}

function predicateOf<Tx>(ports: ServicePorts<Tx>, segment: Segment): (record: CustomerRecord) => boolean {
  const { now, shop } = ports.contextOf({})
  return compileSegment(segment, { now, timeZone: shop.timeZone, currency: shop.currency })
}
