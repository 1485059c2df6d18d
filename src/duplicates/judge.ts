import type { Levels } from './pattern.js'
import type { Traits } from './traits.js'

/** Why two profiles that look like one person are only possible duplicates: somebody must look. */
export type Doubt =
  /** both first names are known, and unlike: families share everything else, and no birth date says otherwise */
  | 'first-names-differ'
  /** neither a first name nor a birth date agrees, nor the email: what is left, a household shares */
  | 'nothing-personal'

interface DoubtRule {
  readonly doubt: Doubt
  readonly holds: (levels: Levels) => boolean
}

/** What keeps a pair from being certain, however much agrees. */
const doubts: readonly DoubtRule[] = [
  {
    doubt: 'first-names-differ',
    holds: ({ firstName, birthDate }) => (firstName === 0 || firstName === 1) && birthDate < 2,
  },
  {
    doubt: 'nothing-personal',
    holds: ({ firstName, birthDate, email }) => firstName < 2 && birthDate < 2 && email < 3,
  },
]

/** Why a pair needs a look; `null` where nothing is doubtful. */
export function doubtOf(levels: Levels): Doubt | null {
  return doubts.find(({ holds }) => holds(levels))?.doubt ?? null
}

/** Whether a unique identifier of the host's says that these are two people. */
export function areSeparate(one: Traits, other: Traits): boolean {
  return one.identifiers.some(
    (value, i) => value !== null && other.identifiers[i] !== null && value !== other.identifiers[i],
  )
}

/** Whether two profiles share a unique identifier of the host's. */
export function areJoined(one: Traits, other: Traits): boolean {
  return one.identifiers.some((value, i) => value !== null && value === other.identifiers[i])
}
