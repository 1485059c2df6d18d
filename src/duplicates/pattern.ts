/** How far two values agree, from worst to best. */
export const agreements = ['different', 'alike', 'close', 'same'] as const

/** How far two values agree. */
export type Agreement = (typeof agreements)[number]

/** An index of `agreements`, or `MISSING` where one side says nothing. */
export type Level = 0 | 1 | 2 | 3 | -1
export const MISSING = -1

/** The attributes that are compared, in the order of evidence. */
export const attributeNames = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'birthDate',
  'street',
  'addressLine2',
  'place',
] as const

/** An attribute that is compared. */
export type DuplicateAttribute = (typeof attributeNames)[number]

/** The level of each attribute. */
export type Levels = Readonly<Record<DuplicateAttribute, Level>>

/** What is seen when two people are compared. */
export interface Comparison {
  readonly levels: Levels
  /** whether both gave an email or a phone; not told by the levels, because one may give this and the other that */
  readonly haveContacts: boolean
}

/**
 * The levels of some attributes in one number, a digit an attribute: pairs that agree alike have the same, and what depends on
 * that alone is found out once. All attributes, and before them whether both have contacts, make 781 250 patterns, of which a
 * base shows some hundreds.
 */
export type Pattern = number

/** A digit is a level, beginning with `MISSING`. */
export const DIGITS = agreements.length + 1

/** A pattern and the level of one attribute more. */
export function withLevel(pattern: Pattern, level: Level): Pattern {
  return pattern * DIGITS + level - MISSING
}

/** The level of an attribute, by how many follow it in the pattern. */
export function levelBefore(pattern: Pattern, followers: number): Level {
  return ((Math.floor(pattern / DIGITS ** followers) % DIGITS) + MISSING) as Level
}

/** All levels of a pattern of all attributes. */
export function levelsOf(pattern: Pattern): Levels {
  const last = attributeNames.length - 1
  return Object.fromEntries(
    attributeNames.map((attribute, at) => [attribute, levelBefore(pattern, last - at)]),
  ) as Levels
}

/** What stands before the levels of all attributes where both have contacts. */
export const WITH_CONTACTS: Pattern = DIGITS ** attributeNames.length

/** All that a pattern of all attributes says. */
export function comparisonOf(pattern: Pattern): Comparison {
  return { levels: levelsOf(pattern), haveContacts: pattern >= WITH_CONTACTS }
}

/** Remembers what depends on the pattern alone. */
export function byPattern<Value>(find: (pattern: Pattern) => Value): (pattern: Pattern) => Value {
  const found = new Map<Pattern, Value>()
  return (pattern) => {
    const known = found.get(pattern)
    if (known !== undefined) return known
    const value = find(pattern)
    found.set(pattern, value)
    return value
  }
}
