import type { CustomerField } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import { notStoredProblems, saysSomething } from '../../plan/not-stored.js'
import { unsettledProblems } from '../../plan/settled-record.js'
import type { BookEdit, CustomerEdit, EditField } from './customer-edit.js'
import { books } from './edit-book.js'

/**
 * What is against this edit whatever its values are: the record's state, who wishes it, what the store lacks. The fields
 * are those that the wish names, in the order in which they are carried out.
 */
export function editRefusals(
  record: Pick<CustomerRecord, 'facts'>,
  wish: CustomerEdit,
  fields: readonly EditField[],
  context: Context,
): Problem[] {
  const problems = unsettledProblems(record)
  const named = namedFields(wish, fields)
  for (const one of notAllowed(named, context)) problems.push(one)
  if (context.store.notStored.length === 0) return problems
  const said = named.filter((field) => !isEmptied(wish, field))
  return [...problems, ...notStoredProblems(said, context.store)]
}

/** What a policy does not let the one who wishes edit; the system may edit everything. */
function notAllowed(fields: readonly CustomerField[], { actor, policy }: Context): Problem[] {
  if (actor.type === 'system') return []
  const editable = policy.editable[actor.type]
  return fields
    .filter((field) => !editable.includes(field))
    .map((field) => problem('edit.not-allowed', [field], { actor: actor.type }))
}

/** What is left empty need not be held. */
function isEmptied(wish: CustomerEdit, field: CustomerField): boolean {
  return Object.hasOwn(wish, field) && !saysSomething(wish[field as EditField])
}

/** The fields of a customer that a wish names; which address is the default is one of its own. */
function namedFields(wish: CustomerEdit, fields: readonly EditField[]): CustomerField[] {
  const named: CustomerField[] = []
  for (const field of fields)
    if (field === 'addresses' || field === 'billingDetails') {
      const ops = wish[field] as readonly BookEdit<unknown>[]
      if (ops.some(({ type }) => type !== 'default')) named.push(field)
      if (ops.some(namesDefault)) named.push(books[field].pointer)
    } else named.push(field)
  return named
}

function namesDefault(op: BookEdit<unknown>): boolean {
  return op.type === 'default' || (op.type === 'add' && op.asDefault === true)
}
