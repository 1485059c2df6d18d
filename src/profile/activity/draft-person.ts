import type { CustomerInput } from '../../customer/customer-input.js'
import type { Customer } from '../../customer/customer.js'
import { under, type Problem, type ProblemPath } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import { identityOf, type Identity } from '../../plan/identity.js'
import { newIds } from '../../value/new-ids.js'
import { draftCustomer, type Draft } from '../draft-customer.js'
import { notStoredProblems, saidFields } from '../../plan/not-stored.js'
import { readPerson } from './read-person.js'

/** The person behind an activity as a new customer would be kept, without whatever cannot be. */
export interface PersonDraft {
  readonly customer: Customer
  readonly identity: Identity
  /** whether anybody is left by whom a profile could be known */
  readonly isSomebody: boolean
  readonly warnings: readonly Problem[]
}

/** Drafts whoever did something. Each value that no customer could have is left out, and its problem becomes a warning. */
export function draftPerson(person: unknown, context: Context): PersonDraft {
  const { input, warnings } = readPerson(person)
  const unkept = notStoredProblems(saidFields(input), context.store)
  const kept = unkept.reduce((rest, { path }) => without(rest, path), input)
  const typed = draft(kept, context)
  const faults = typed.problems.filter(({ path }) => path.length > 0)
  const clean =
    faults.length === 0
      ? typed
      : draft(
          faults.reduce((rest, { path }) => without(rest, path), kept),
          context,
        )
  return {
    customer: clean.customer,
    identity: identityOf(clean.customer, context.policy.identity),
    isSomebody: clean.problems.length === 0,
    warnings: [
      ...warnings,
      ...[...unkept, ...faults, ...clean.warnings].map((one) => under(['person'], one)),
    ],
  }
}

/** Military mail that a policy refuses is what the customer typed all the same: it is kept, and doubtful. */
function draft(input: CustomerInput, context: Context): Draft {
  const { policy } = context
  const lenient = { ...policy, military: { ...policy.military, severity: 'warn' } } as const
  return draftCustomer(input, { ...context, policy: lenient }, newIds())
}

/** What was typed without the value that a problem points at. */
function without(input: CustomerInput, [field, index, part]: ProblemPath): CustomerInput {
  if (index === undefined) return { ...input, [field as string]: undefined }
  const book = input[field as 'addresses'] as readonly object[]
  return {
    ...input,
    [field as string]: book.map((entry, at) => (at === index ? { ...entry, [part as string]: null } : entry)),
  }
}
