import type { CustomerField } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { brokenBy } from '../../plan/blocked-by.js'
import type { Context } from '../../plan/context.js'
import { notStoredProblems, saidFields } from '../../plan/not-stored.js'
import type { Blocker } from '../../policy/blocker.js'
import type { BookEdit, CustomerEdit } from './customer-edit.js'
import type { EditProblemCode } from './edit-problem.js'

type EditBlocker = Blocker & { readonly code: EditProblemCode }

/** Which records nobody changes any more, under every policy (ours). */
const ended: readonly EditBlocker[] = [
  { code: 'edit.deleted', fact: 'deleted', allows: [false] },
  { code: 'edit.redacted', fact: 'redaction', allows: ['none', 'pending'] },
]

/** Which records are not edited now: what a merge still moves may not be found where it was. */
const notNow: readonly EditBlocker[] = [
  ...ended,
  { code: 'edit.merge-in-progress', fact: 'mergeInProgress', allows: [false] },
]

/** That a record has ended: nothing of it changes, not even a consent. */
export function endedProblems({ facts }: Pick<CustomerRecord, 'facts'>): Problem[] {
  return brokenBy(facts, ended)
}

/** What is against this edit whatever its values are: the record's state, who wishes it, what the store lacks. */
export function editRefusals(
  { facts }: Pick<CustomerRecord, 'facts'>,
  wish: CustomerEdit,
  context: Context,
): Problem[] {
  const named = namedFields(wish)
  return [
    ...brokenBy(facts, notNow),
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
