import { customerSchema } from '../customer/customer.schema.js'
import type { Customer } from '../customer/customer.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { under } from '../outcome/problem.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { Context } from '../plan/context.js'
import type { ConsentChange } from '../profile/consent/consent-change.js'
import {
  consentRequest,
  planConsentChange,
  type ConsentPlan,
} from '../profile/consent/plan-consent-change.js'
import { rebaseConsentChange } from '../profile/consent/rebase-consent-change.js'
import type { CustomerEdit } from '../profile/edit/customer-edit.js'
import { editRequest, editTouches, planEdit, type EditPlan } from '../profile/edit/plan-edit.js'
import { rebaseEdit } from '../profile/edit/rebase-edit.js'
import type { CallOptions } from '../repository/call-options.js'
import type { CustomerId } from '../value/id.js'
import { wishOfOneSchema } from './call.schema.js'
import { loadRecord } from './load-records.js'
import type { CallerOptions, ServicePorts } from './ports.js'
import { run, type Done } from './run.js'

/** Who is edited, and how. */
export interface EditCall {
  readonly id: CustomerId
  readonly edit: CustomerEdit
  /**
   * the customer as whoever edits was shown them: what has been changed since is not overwritten, but refused
   * (`edit.conflict`). Only compared, never written. Without it the edit is of the customer as they are now
   */
  readonly seen?: Customer | undefined
}

/** Who says what about marketing. */
export interface ConsentCall extends ConsentChange {
  readonly id: CustomerId
}

/** Plans an edit, to be looked at. */
export async function planEditCall<Tx>(
  ports: ServicePorts<Tx>,
  call: EditCall,
  options: CallerOptions<Tx>,
): Promise<Outcome<EditPlan>> {
  const named = checkShape(wishOfOneSchema, call)
  return named.ok ? loadAndEdit(ports, call, ports.contextOf(options), options) : named
}

/** Loads a profile and plans its edit against what was seen of it (E-1). */
async function loadAndEdit<Tx>(
  ports: ServicePorts<Tx>,
  { id, edit, seen }: EditCall,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<EditPlan>> {
  const shown = readSeen(seen)
  if (!shown.ok) return shown
  const current = await loadRecord(ports, id, options)
  if (!current.ok) return current
  if (shown.value === undefined) return planEdit(current.value, edit, context)
  const touches = editTouches(shown.value, edit, context)
  return rebaseEdit({ wish: edit, touches, subjects: [id] }, current.value, context)
}

/** What is wrong there is wrong in no field of the edit, so the paths say so. */
function readSeen(seen: unknown): Outcome<Customer | undefined> {
  if (seen === undefined) return success(undefined)
  const shown = checkShape(customerSchema, seen)
  if (shown.ok) return shown
  const [first, ...rest] = shown.problems
  return refusal(under(['seen'], first), ...rest.map((one) => under(['seen'], one)))
}

/** Edits a profile; where somebody else was faster, the wish is rebased on what they made of it. */
export async function runEdit<Tx>(
  ports: ServicePorts<Tx>,
  call: EditCall,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<EditPlan>>> {
  const named = checkShape(wishOfOneSchema, call)
  if (!named.ok) return named
  return run<EditPlan, Tx>(
    ports,
    {
      request: () => editRequest(call.id, call.edit),
      plan: async (context, refused) => {
        if (refused === null) return loadAndEdit(ports, call, context, options)
        const current = await loadRecord(ports, call.id, options)
        return current.ok ? rebaseEdit(refused.plan, current.value, context) : current
      },
    },
    options,
  )
}

/** Takes down what a customer says about marketing; a word in between does not stand against it, another contact does. */
export async function runConsentChange<Tx>(
  ports: ServicePorts<Tx>,
  call: ConsentCall,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<ConsentPlan>>> {
  const named = checkShape(wishOfOneSchema, call)
  if (!named.ok) return named
  const { id, ...change } = call
  return run<ConsentPlan, Tx>(
    ports,
    {
      request: () => consentRequest(id, change),
      plan: async (context, refused) => {
        const current = await loadRecord(ports, id, options)
        if (!current.ok) return current
        return refused === null
          ? planConsentChange(current.value, change, context)
          : rebaseConsentChange(refused.plan, current.value, context)
      },
    },
    options,
  )
}
