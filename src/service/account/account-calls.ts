import type { AccessWish } from '../../messaging/access/access-wish.js'
import { readAccessWish } from '../../messaging/access/access-wish.schema.js'
import {
  accessRequest,
  planAccountAccess,
  type AccessPlan,
} from '../../messaging/access/plan-account-access.js'
import type { Outcome } from '../../outcome/outcome.js'
import type { Context } from '../../plan/context.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { CustomerId } from '../../value/id.js'
import { loadRecord } from '../load-records.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { run, type Done } from '../run.js'

/** What is done to the accounts of customers. */
export interface AccountCalls<Tx = never> {
  /** Loads a profile and plans what is to be done to its account (C-7, C-8, E-7), to be looked at; does nothing. */
  planAccountAccess(
    id: CustomerId,
    wish: AccessWish,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<AccessPlan>>
  /**
   * Invites a customer, opens, closes or blocks an account, or starts a password reset (C-7, C-8, E-7). `deliver` takes it to the
   * host's identity system. A link that the customer followed is judged by the timeline of the store.
   */
  runAccountAccess(
    id: CustomerId,
    wish: AccessWish,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<Done<AccessPlan>>>
}

/** The calls about accounts, tied to a store. */
export function accountCalls<Tx>(ports: ServicePorts<Tx>): AccountCalls<Tx> {
  return {
    planAccountAccess: (id, wish, options = {}) =>
      loadAndPlan(ports, id, wish, ports.contextOf(options), options),
    runAccountAccess: (id, wish, options = {}) =>
      run(
        ports,
        {
          request: () => accessRequest(id, wish),
          plan: (context) => loadAndPlan(ports, id, wish, context, options),
        },
        options,
      ),
  }
}

async function loadAndPlan<Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  wish: AccessWish,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<AccessPlan>> {
  const read = readAccessWish(wish)
  if (!read.ok) return read
  const found = await loadRecord(ports, id, options)
  if (!found.ok) return found
  const timeline = read.value.link === undefined ? undefined : await ports.repository.timeline?.(id, options)
  return planAccountAccess({ record: found.value, timeline }, read.value, context)
}
