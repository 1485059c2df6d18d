import type { CustomerRecord } from '../customer/record.js'
import type { Outcome } from '../outcome/outcome.js'
import type { Context } from '../plan/context.js'
import type { CallOptions } from '../repository/call-options.js'
import type { CustomerId } from '../value/id.js'
import { loadRecord } from './load-records.js'
import type { ServicePorts } from './ports.js'

/** A planner whose subject says it all. */
export type RecordPlanner<P> = (record: CustomerRecord, context: Context) => Outcome<P>

/** Loads one profile and plans for it; `load.*` where there is none, `shape.*` where the id is none. */
export async function planOne<P, Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  plan: RecordPlanner<P>,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<P>> {
  const found = await loadRecord(ports, id, options)
  return found.ok ? plan(found.value, context) : found
}
