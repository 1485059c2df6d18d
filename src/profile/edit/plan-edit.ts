import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { JsonValue } from '../../outcome/json.js'
import { unlessProblems, type Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Plan } from '../../plan/plan.js'
import { requestOf, type RequestDigest } from '../../plan/request.js'
import type { Touch } from '../../plan/touch.js'
import type { CustomerId } from '../../value/id.js'
import { readCustomerEdit } from './customer-edit.schema.js'
import type { CustomerEdit } from './customer-edit.js'
import { editCustomer, type EditedCustomer } from './edit-customer.js'
import { editRefusals } from './edit-refusals.js'
import { editChanges } from './edit-write.js'
import { judgeEdit } from './judge-edit.js'

/**
 * A plan to change one customer. `touches` holds every path that the wish names, changed or not, and what hangs on them:
 * the default where an address comes or goes.
 */
export interface EditPlan extends Plan<CustomerEdit> {
  readonly planner: 'edit'
  /** the customer as it will be; an address that is added is `new:1` until the store numbers it */
  readonly result: Customer
}

/**
 * Plans a change of a customer (E-1 to E-5, C-8, C-10). What the wish touches, and what hangs together with it, may
 * refuse; what was wrong before, and is not named, only warns. An edit that changes nothing has no changes: its commit checks the
 * revision and keeps the key, and raises no revision. No consent ever changes with an
 * edit (E-6): where the contact changes for which a yes was given, a warning says so.
 *
 * Refused with `shape.*` and `edit.consent-apart` where the wish is none at all, else with all that is against it:
 * `edit.deleted`, `edit.redacted`, `edit.merge-in-progress`, `edit.not-allowed` (`params.actor`), `edit.address-blank`,
 * `capability.field-not-stored` (`params.field`), `address.unknown` and `address.duplicate` (`params.id`), `shape.too-long`
 * (`params.limit`) of more addresses or host data than a customer can have, `customer.*`,
 * `email.*`, `phone.*`, `text.*`, and `military.*` where the policy refuses them. The path of an address holds its id.
 * Warnings: `edit.consent-of-old-contact`, `email.blanks-removed`, `phone.*` of an address, and whatever a new customer is warned of.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const record = buildRecord({ customer: { firstName: 'Ana', tags: ['VIP'] } })
 * const outcome = planEdit(record, { firstName: 'Anna', tags: { add: ['vip', 'eu'] } }, buildContext())
 * expect(outcome.ok && outcome.value.touches).toEqual([
 *   { path: ['firstName'], before: 'Ana', after: 'Anna' },
 *   { path: ['tags', 'vip'], before: 'VIP', after: 'VIP' },
 *   { path: ['tags', 'eu'], before: null, after: 'eu' },
 * ])
 * ```
 */
export function planEdit(record: CustomerRecord, edit: CustomerEdit, context: Context): Outcome<EditPlan> {
  const read = readCustomerEdit(edit)
  if (!read.ok) return read
  const wish = read.value
  const edited = editCustomer(record.customer, wish, context)
  const judged = judgeEdit(record.customer, edited, wish, context)
  const problems = [
    ...editRefusals(record, wish, edited.named, context),
    ...edited.problems,
    ...judged.problems,
  ]
  const warnings = [...edited.warnings, ...judged.warnings]
  return unlessProblems(problems, () => toPlan(record, wish, edited, warnings, context), warnings)
}

/** What a wish touches of a customer as they were shown, whatever is against it: by this it is rebased (E-1). */
export function editTouches(customer: Customer, edit: CustomerEdit, context: Context): readonly Touch[] {
  const read = readCustomerEdit(edit)
  return read.ok ? editCustomer(customer, read.value, context).touches : []
}

/** By what a repeated wish for the same change is recognised. */
export function editRequest(id: CustomerId, wish: unknown): RequestDigest {
  return requestOf('edit', [id], wish as JsonValue)
}

function toPlan(
  { customer: before, revision }: CustomerRecord,
  wish: CustomerEdit,
  edited: EditedCustomer,
  warnings: readonly Problem[],
  context: Context,
): EditPlan {
  const { customer, changes, outbox } = editChanges(before, edited, context)
  const { id } = customer
  return {
    planner: 'edit',
    wish,
    subjects: [id],
    touches: edited.touches,
    warnings,
    changeSet: {
      key: context.key,
      request: editRequest(id, wish),
      expects: [{ id, revision }],
      guards: [],
      changes,
      outbox,
      summary: { planner: 'edit', customer: id },
    },
    result: customer,
  }
}
