import { customerSchema } from '../customer/customer.schema.js'
import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { success, type Outcome } from '../outcome/outcome.js'
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
import { presentRecords } from '../repository/present-records.js'
import type { CustomerId } from '../value/id.js'
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

/** Loads a profile and plans its edit against what was seen of it (E-1). */
export async function loadAndEdit<Tx>(
  { repository }: ServicePorts<Tx>,
  { id, edit, seen }: EditCall,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<EditPlan>> {
  const shown: Outcome<Customer | undefined> =
    seen === undefined ? success(undefined) : checkShape(customerSchema, seen)
  if (!shown.ok) return shown
  const current = await loadOne(repository, id, options)
  if (!current.ok) return current
  if (shown.value === undefined) return planEdit(current.value, edit, context)
  const touches = editTouches(shown.value, edit, context)
  return rebaseEdit({ wish: edit, touches, subjects: [id] }, current.value, context)
}

/** Edits a profile; where somebody else was faster, the wish is rebased on what they made of it. */
export function runEdit<Tx>(
  ports: ServicePorts<Tx>,
  call: EditCall,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<EditPlan>>> {
  return run<EditPlan, Tx>(
    ports,
    {
      request: () => editRequest(call.id, call.edit),
      plan: async (context, refused) => {
        if (refused === null) return loadAndEdit(ports, call, context, options)
        const current = await loadOne(ports.repository, call.id, options)
        return current.ok ? rebaseEdit(refused.plan, current.value, context) : current
      },
    },
    options,
  )
}

/** Takes down what a customer says about marketing; a word in between does not stand against it, another contact does. */
export function runConsentChange<Tx>(
  ports: ServicePorts<Tx>,
  { id, ...change }: ConsentCall,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<ConsentPlan>>> {
  return run<ConsentPlan, Tx>(
    ports,
    {
      request: () => consentRequest(id, change),
      plan: async (context, refused) => {
        const current = await loadOne(ports.repository, id, options)
        if (!current.ok) return current
        return refused === null
          ? planConsentChange(current.value, change, context)
          : rebaseConsentChange(refused.plan, current.value, context)
      },
    },
    options,
  )
}

async function loadOne<Tx>(
  repository: ServicePorts<Tx>['repository'],
  id: CustomerId,
  options: CallOptions<Tx>,
): Promise<Outcome<CustomerRecord>> {
  const records = presentRecords(await repository.load([id], options))
  return records.ok ? success(records.value[0] as CustomerRecord) : records
}
