import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { sameJson } from '../../outcome/same-json.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { mailboxOf } from '../../plan/claims.js'
import type { Context } from '../../plan/context.js'
import { notStoredProblems } from '../../plan/not-stored.js'
import type { Instant } from '../../value/instant.js'
import { isBlank } from '../../value/text.js'
import { activityKinds } from './activity-kinds.js'
import type { ActivityProblemCode } from './activity-problem.js'
import type { PersonDraft } from './draft-person.js'
import { fillBlanks, namesAgree } from './fill-blanks.js'
import type { FoundPerson } from './find-person.js'
import { withFreeContacts } from './free-contacts.js'
import type { ActivityReading } from './read-activity.js'
import { becomesAccount, registeredAccount } from './registration.js'
import { takeConsents } from './take-consents.js'

/**
 * What becomes of an activity: it made a profile, it was somebody's who is there, it waits because the email of an account
 * is another profile's and nothing has shown that it may be taken over, or there is nobody whose it could be.
 */
export type ActivityStatus = 'created' | 'matched' | 'held-back' | 'nobody'

/** Whose an activity is, and what they are afterwards. */
export interface SettledActivity {
  readonly status: ActivityStatus
  /** who was there before */
  readonly before: CustomerRecord | null
  /** as they will be kept; `null` where it is nobody's */
  readonly customer: Customer | null
  readonly warnings: readonly Problem[]
}

/** Finds out what an activity makes of whom. */
export function settleActivity(
  reading: ActivityReading,
  found: FoundPerson,
  context: Context,
): SettledActivity {
  const { record, others } = provedPerson(reading, found, context)
  const { frame, person, warnings } = reading
  const start = {
    before: record,
    customer: record?.customer ?? null,
    warnings: [...warnings, ...duplicateWarnings(person, { record, others }, found.isKnown, context)],
  }
  if (!activityKinds[frame.type].isOfPerson)
    return record === null ? nobody(start, 'activity.nobody-found') : { ...start, status: 'matched' }
  if (record === null && !person.isSomebody) return nobody(start, 'customer.nobody')
  const filled = fillBlanks(record?.customer ?? person.customer, person)
  const registered =
    frame.type === 'registered'
      ? withAccount(filled.customer, context)
      : { customer: filled.customer, warnings: [] }
  const free = withFreeContacts(start.customer, registered.customer, others, context.policy.identity)
  if (record === null && isNobodyWithout(filled.customer, free.customer))
    return heldBack(start, others, context)
  const { at, consents } = reading
  const taken = takeConsents(free.customer, consents, { at, given: person.customer, context })
  return {
    ...start,
    status: record === null ? 'created' : 'matched',
    customer: touchedNow(start.customer, taken.customer, context.now),
    warnings: [start, filled, registered, free, taken].flatMap((part) => part.warnings),
  }
}

/** Whose it is; a profile that may not become the account is somebody else's. */
function provedPerson(
  { frame, emailConfirmed }: ActivityReading,
  { record, isKnown, others }: FoundPerson,
  { policy }: Context,
): Omit<FoundPerson, 'isKnown'> {
  const isTheirs =
    frame.type !== 'registered' ||
    record === null ||
    becomesAccount(record.customer, { isKnown, emailConfirmed }, policy.registration)
  return isTheirs ? { record, others } : { record: null, others: [record, ...others] }
}

function nobody(start: Omit<SettledActivity, 'status'>, code: string): SettledActivity {
  return { ...start, status: 'nobody', warnings: [...start.warnings, problem(code, ['person'])] }
}

/** An account without the email it is registered with would be nobody's: it waits for proof, or for the policy to change. */
function heldBack(
  start: Omit<SettledActivity, 'status'>,
  others: readonly CustomerRecord[],
  { policy }: Context,
): SettledActivity {
  const customers = others.map(({ customer }) => customer.id)
  const why = problem('activity.account-held-back', ['person'], { customers, rule: policy.registration })
  return { ...start, status: 'held-back', warnings: [...start.warnings, why] }
}

/** Whether what had to be left out is the email, or all by which anybody could be known. */
function isNobodyWithout(wanted: Customer, { firstName, lastName, email, phone }: Customer): boolean {
  return wanted.email !== email || [firstName, lastName, email, phone].every(isBlank)
}

function withAccount(
  customer: Customer,
  { store }: Context,
): Pick<SettledActivity, 'warnings'> & { readonly customer: Customer } {
  const account = registeredAccount(customer.account)
  const warnings = notStoredProblems(['account'], store)
  return { customer: warnings.length > 0 ? customer : { ...customer, account }, warnings }
}

function touchedNow(before: Customer | null, after: Customer, now: Instant): Customer {
  return before === null || sameJson(before, after) ? after : { ...after, updatedAt: now }
}

/** Who else it could be: others with the email or the phone, and a match by phone alone whose name is another. */
function duplicateWarnings(
  { customer: given, identity: { email } }: PersonDraft,
  { record, others }: Omit<FoundPerson, 'isKnown'>,
  isKnown: boolean,
  { policy }: Context,
): Problem<ActivityProblemCode>[] {
  const isDoubtful =
    record !== null &&
    !isKnown &&
    !namesAgree(record.customer, given) &&
    (email === null || mailboxOf(record.customer, policy.identity) !== email)
  const customers = [...(isDoubtful ? [record] : []), ...others].map(({ customer }) => customer.id)
  return customers.length === 0 ? [] : [problem('activity.possible-duplicate', ['person'], { customers })]
}
