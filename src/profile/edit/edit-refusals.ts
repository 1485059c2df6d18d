import type { CustomerField } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { blockedBy } from '../../plan/blocked-by.js'
import type { Context } from '../../plan/context.js'
import type { Blocker } from '../../policy/blocker.js'
import type { CustomerEdit } from './customer-edit.js'
import type { EditProblemCode } from './edit-problem.js'

type EditBlocker = Blocker & { readonly code: EditProblemCode }

/** Which records nobody changes any more, under every policy (ours). */
export const endedRows = {
  deleted: { code: 'edit.deleted', fact: 'deleted', allows: [false] },
  redacted: { code: 'edit.redacted', fact: 'redaction', allows: ['none', 'pending'] },
} as const satisfies Record<string, EditBlocker>

const blockers: readonly EditBlocker[] = [
  ...Object.values(endedRows),
  { code: 'edit.merge-in-progress', fact: 'mergeInProgress', allows: [false] },
]

/** What is against this edit whatever its values are: the record's state, who wishes it, what the store lacks. */
export function editRefusals(
  { facts }: Pick<CustomerRecord, 'facts'>,
  wish: CustomerEdit,
  context: Context,
): Problem[] {
  const fields = namedFields(wish)
  return [
    ...blockedBy(facts, [], { code: 'edit.deleted' }, blockers),
    ...notAllowed(fields, context),
    ...notStored(fields, context),
  ]
}

/** What a policy lets the one who wishes edit; the system may edit everything. */
function notAllowed(fields: readonly CustomerField[], { actor, policy }: Context): Problem[] {
  if (actor.type === 'system') return []
  const editable = policy.editable[actor.type]
  return fields
    .filter((field) => !editable.includes(field))
    .map((field) => problem('edit.not-allowed', [field], { actor: actor.type }))
}

/** Fields that the store beside an existing customer table cannot hold. */
export function notStored(fields: readonly CustomerField[], { store }: Pick<Context, 'store'>): Problem[] {
  return fields
    .filter((field) => store.notStored.includes(field))
    .map((field) => problem('capability.field-not-stored', [field], { field }))
}

/** The fields of a customer that a wish names; which address is the default is one of its own. */
function namedFields({
  addresses = [],
  billingDetails = [],
  ...rest
}: CustomerEdit): readonly CustomerField[] {
  return [
    ...(Object.keys(rest) as CustomerField[]),
    ...namedIn(addresses, 'addresses', 'defaultAddressId'),
    ...namedIn(billingDetails, 'billingDetails', 'defaultBillingDetailsId'),
  ]
}

type Op = NonNullable<CustomerEdit['billingDetails']>[number]

function namedIn(ops: readonly Op[], book: CustomerField, pointer: CustomerField): readonly CustomerField[] {
  const [books, pointers] = [
    ops.some(({ type }) => type !== 'default'),
    ops.some((op) => op.type === 'default' || (op.type === 'add' && op.asDefault === true)),
  ]
  return [...(books ? [book] : []), ...(pointers ? [pointer] : [])]
}
