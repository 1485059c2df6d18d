import type { Outcome } from '../outcome/outcome.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { Plan } from '../plan/plan.js'
import type { CallOptions } from '../repository/call-options.js'
import { planSchema } from './call.schema.js'
import type { Confirmation, ServicePorts } from './ports.js'
import { commitPlan, type Done } from './run.js'

/** Commits a plan as it was kept, in a queue or a table; what is no plan is refused. */
export async function commitKept<P extends Plan<unknown>, Tx>(
  ports: ServicePorts<Tx>,
  plan: P,
  options: CallOptions<Tx> & Confirmation,
): Promise<Outcome<Done<P>>> {
  const kept = checkShape(planSchema, plan)
  return kept.ok ? commitPlan(ports, plan, options.confirmed, options) : kept
}
