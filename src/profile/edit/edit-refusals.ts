import type { CustomerField } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import { notStoredProblems, saidFields } from '../../plan/not-stored.js'
import { unsettledProblems } from '../../plan/settled-record.js'
import type { BookEdit, CustomerEdit } from './customer-edit.js'

/** What is against this edit whatever its values are: the record's state, who wishes it, what the store lacks. */
export function editRefusals(
  record: Pick<CustomerRecord, 'facts'>,
  wish: CustomerEdit,
  context: Context,
): Problem[] {
  const named = namedFields(wish)
  return [
    ...unsettledProblems(record),
    ...notAllowed(Object.keys(named) as CustomerField[], context),
    ...notStoredProblems(saidFields(named), context.store),
  ]
}

/** What a policy does not let the one who wishes edit; the system may edit everything. */
function notAllowed(fields: readonly CustomerField[], { actor, policy }: Context): Problem[] {
  if (actor.type === 'system') return []
  const editable = policy.editable[actor.type]
  return fields
    .filter((field) => !editable.includes(field))
    .map((field) => problem('edit.not-allowed', [field], { actor: actor.type }))
}

/** The fields of a customer that a wish names, with what it says of each; which address is the default is one of its own. */
function namedFields({ addresses, billingDetails, ...rest }: CustomerEdit): {
  readonly [Field in CustomerField]?: unknown
} {
  return {
    ...rest,
    ...(addresses && namedIn(addresses, 'addresses', 'defaultAddressId')),
    ...(billingDetails && namedIn(billingDetails, 'billingDetails', 'defaultBillingDetailsId')),
  }
}

function namedIn(ops: readonly BookEdit<unknown>[], book: CustomerField, pointer: CustomerField): object {
  const entries = ops.filter(({ type }) => type !== 'default')
  const defaults = ops.filter((op) => op.type === 'default' || (op.type === 'add' && op.asDefault === true))
  return {
    ...(entries.length > 0 && { [book]: entries }),
    ...(defaults.length > 0 && { [pointer]: defaults }),
  }
}
