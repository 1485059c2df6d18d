import type { CustomerRecord } from '../customer/record.js'
import type { Outcome } from '../outcome/outcome.js'
import type { Context } from '../plan/context.js'
import type { CallOptions } from '../repository/call-options.js'
import { presentRecords } from '../repository/present-records.js'
import type { CustomerId } from '../value/id.js'
import type { ServicePorts } from './ports.js'

/** A planner whose subject says it all. */
export type RecordPlanner<P> = (record: CustomerRecord, context: Context) => Outcome<P>

/** Loads one profile and plans for it; `load.*` where there is none. */
export async function planOne<P, Tx>(
  { repository }: ServicePorts<Tx>,
  id: CustomerId,
  plan: RecordPlanner<P>,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<P>> {
  const records = presentRecords(await repository.load([id], options))
  return records.ok ? plan(records.value[0] as CustomerRecord, context) : records
}
