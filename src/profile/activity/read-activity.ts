import { success, type Outcome } from '../../outcome/outcome.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../../outcome/shape-problems.schema.js'
import type { Context } from '../../plan/context.js'
import { isInstant, type Instant } from '../../value/instant.js'
import { isPlainMap } from '../../value/plain-map.js'
import { isCurrencyCode, type Money } from '../../value/money.js'
import type { Activity } from './activity.js'
import type { ActivityProblemCode } from './activity-problem.js'
import { activityFrameSchema } from './activity.schema.js'
import { draftPerson, type PersonDraft } from './draft-person.js'

/** An activity as it was understood, with whoever is behind it. */
export interface ActivityReading {
  readonly frame: Pick<Activity, 'id' | 'type'>
  readonly at: Instant
  readonly amount: Money | null
  readonly emailConfirmed: boolean
  readonly consents: unknown
  readonly person: PersonDraft
  readonly warnings: readonly Problem[]
}

/**
 * Reads an activity. It has happened, so what cannot be understood is left out with a warning, and only what has no id to
 * be known by, or is of no known kind, is refused: `shape.*`.
 */
export function readActivity(
  activity: Activity,
  context: Context,
): Outcome<ActivityReading, Problem<ShapeProblemCode>> {
  const frame = readFrame(activity)
  if (!frame.ok) return frame
  const told: { readonly [name: string]: unknown } = { ...activity }
  const time = readTime(told['at'], context.now)
  const amount = readAmount(told['amount'])
  const person = draftPerson(told['person'], context)
  return success({
    frame: frame.value,
    at: time.value,
    amount: amount.value,
    emailConfirmed: told['emailConfirmed'] === true,
    consents: told['consents'],
    person,
    warnings: [...time.warnings, ...amount.warnings, ...person.warnings],
  })
}

/** By what an activity is known at all: its id and its kind. */
export function readFrame(
  activity: Activity,
): Outcome<Pick<Activity, 'id' | 'type'>, Problem<ShapeProblemCode>> {
  return checkShape(activityFrameSchema, activity)
}

interface Part<T> {
  readonly value: T
  readonly warnings: readonly Problem<ActivityProblemCode>[]
}

/** What has happened lies not ahead; a clock that is a little fast is no news. */
function readTime(at: unknown, now: Instant): Part<Instant> {
  if (typeof at !== 'string' || !isInstant(at)) return { value: now, warnings: [ignored('at')] }
  return { value: at > now ? now : at, warnings: [] }
}

function readAmount(amount: unknown): Part<Money | null> {
  if (amount === undefined || amount === null) return { value: null, warnings: [] }
  return isAmount(amount)
    ? { value: { minor: amount.minor, currency: amount.currency }, warnings: [] }
    : { value: null, warnings: [ignored('amount')] }
}

function isAmount(amount: unknown): amount is Money {
  if (!isPlainMap(amount)) return false
  const { minor, currency } = amount
  return (
    Number.isSafeInteger(minor) &&
    (minor as number) >= 0 &&
    typeof currency === 'string' &&
    isCurrencyCode(currency)
  )
}

function ignored(field: string): Problem<ActivityProblemCode> {
  return problem('activity.value-ignored', [field])
}
