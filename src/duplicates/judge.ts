import type { Comparison } from './pattern.js'
import type { Traits } from './traits.js'

/** Why two profiles that look like one person are only possible duplicates: somebody must look. */
export type Doubt =
  /** both first names are known, and unlike: families share everything else, twins the birth date, too */
  | 'first-names-differ'
  /** both birth dates are known, and unlike: a father and a son may share even the name */
  | 'birth-dates-differ'
  /** neither a first name nor a birth date agrees, nor the email of one family: what is left, a household shares */
  | 'nothing-personal'

interface DoubtRule {
  readonly doubt: Doubt
  readonly holds: (comparison: Comparison) => boolean
}

/**
 * What keeps a pair from being certain, however much agrees. Profiles with contacts were filled in by the people themselves, who
 * know their name and birth date; in registers that were typed from paper, a field that is wholly wrong is likelier than a twin or
 * a namesake in the house.
 */
const doubts: readonly DoubtRule[] = [
  {
    doubt: 'first-names-differ',
    holds: ({ levels: { firstName, birthDate }, haveContacts }) =>
      firstName === 0 ? birthDate < 2 || haveContacts : firstName === 1 && birthDate < 2,
  },
  {
    doubt: 'birth-dates-differ',
    holds: ({ levels, haveContacts }) => levels.birthDate === 0 && haveContacts,
  },
  {
    doubt: 'nothing-personal',
    holds: ({ levels: { firstName, lastName, birthDate, email } }) =>
      firstName < 2 && birthDate < 2 && (email < 3 || lastName === 0),
  },
]

/** Why a pair needs a look; `null` where nothing is doubtful. */
export function doubtOf(comparison: Comparison): Doubt | null {
  return doubts.find(({ holds }) => holds(comparison))?.doubt ?? null
}

/**
 * Whether two may not come into one group, however well a third profile fits both: a nameless one fits all of a family. A tie by a
 * name or a birth date goes further, because each profile of one person may have another error.
 */
export function areApart(comparison: Comparison, isPersonal: boolean): boolean {
  const { levels, haveContacts } = comparison
  if (haveContacts && (levels.firstName === 0 || levels.birthDate === 0)) return true
  return !isPersonal && doubtOf(comparison) === 'first-names-differ'
}

/** Whether a unique identifier of the host's says that these are two people. */
export function areSeparate(one: Traits, other: Traits): boolean {
  for (let i = 0; i < one.identifiers.length; i++) {
    const [value, another] = [one.identifiers[i], other.identifiers[i]]
    if (value !== null && another !== null && value !== another) return true
  }
  return false
}

/** Whether two profiles share a unique identifier of the host's. */
export function areJoined(one: Traits, other: Traits): boolean {
  for (let i = 0; i < one.identifiers.length; i++) {
    const value = one.identifiers[i]
    if (value !== null && value === other.identifiers[i]) return true
  }
  return false
}
