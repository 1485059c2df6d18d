import type { CustomerRecord } from '../customer/record.js'
import { planDeletion } from '../deletion/plan-deletion.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import type { Plan } from '../plan/plan.js'
import { readConsentChange } from '../profile/consent/consent-change.schema.js'
import { planConsentChange } from '../profile/consent/plan-consent-change.js'
import { readCustomerEdit } from '../profile/edit/customer-edit.schema.js'
import type { CustomerEdit } from '../profile/edit/customer-edit.js'
import { planEdit } from '../profile/edit/plan-edit.js'
import { isNewId, type CustomerId } from '../value/id.js'
import type { BulkAction, BulkActionType } from './bulk-action.js'
import type { BulkProblemCode } from './bulk-problem.js'

/** What one kind of action does to one customer. */
export interface BulkKind<Action> {
  /** what is against it whomever it is for: known before anybody is looked at */
  readonly faults: (action: Action) => readonly Problem[]
  readonly plan: (record: CustomerRecord, action: Action, context: Context) => Outcome<Plan<unknown>>
  /** for whom there is anything to do, where that is not for all: nobody else is refused for what they are */
  readonly names?: (id: CustomerId, action: Action) => boolean
  /** whether it cannot be undone, so that a person has to say yes first */
  readonly isFinal: boolean
}

type ActionOf<Type extends BulkActionType> = Extract<BulkAction, { readonly type: Type }>

/** A row a kind (B-2 to B-4, E-6); written out, because what a call makes stays in every bundle. */
const kinds: { readonly [Type in BulkActionType]: BulkKind<ActionOf<Type>> } = {
  'add-tags': {
    faults: ({ tags }) => problemsOf(readCustomerEdit({ tags: { add: tags } })),
    plan: (record, { tags }, context) => planEdit(record, { tags: { add: tags } }, context),
    isFinal: false,
  },
  'remove-tags': {
    faults: ({ tags }) => problemsOf(readCustomerEdit({ tags: { remove: tags } })),
    plan: (record, { tags }, context) => planEdit(record, { tags: { remove: tags } }, context),
    isFinal: false,
  },
  'set-fields': {
    faults: ({ fields }) => problemsOf(readCustomerEdit(fields)),
    plan: (record, { fields }, context) => planEdit(record, fields, context),
    isFinal: false,
  },
  'edit-each': {
    faults: () => [],
    plan: (record, { edits }, context) =>
      planEdit(record, edits[record.customer.id] as CustomerEdit, context),
    names: (id, { edits }) => Object.hasOwn(edits, id),
    isFinal: false,
  },
  'change-consent': {
    faults: ({ change }) => problemsOf(readConsentChange(change)),
    plan: (record, { change }, context) => planConsentChange(record, change, context),
    isFinal: false,
  },
  delete: {
    faults: () => [],
    plan: (record, _action, context) => planDeletion(record, context),
    isFinal: true,
  },
}

/** The row of an action. */
export function bulkKindOf(action: BulkAction): BulkKind<BulkAction> {
  return kinds[action.type] as BulkKind<BulkAction>
}

function problemsOf(read: Outcome<unknown>): readonly Problem[] {
  return read.ok ? [] : read.problems
}

/** What is against one customer's plan in a change set of many: new addresses of several would share their numbers. */
export function withoutNewIds(planned: Outcome<Plan<unknown>>): Outcome<Plan<unknown>> {
  if (!planned.ok) return planned
  const added = planned.value.touches.filter(
    ({ path: [field, id = ''] }) => (field === 'addresses' || field === 'billingDetails') && isNewId(id),
  )
  const problems = added.map(
    ({ path: [field = ''] }): Problem<BulkProblemCode> => problem('bulk.address-added', [field]),
  )
  return unlessProblems(problems, () => planned.value, planned.warnings)
}
