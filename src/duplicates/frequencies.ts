import type { DuplicateAttribute } from './pattern.js'
import type { Traits } from './traits.js'

type Read = (traits: Traits) => readonly (string | null)[]

/** A row: the values of an attribute, and what their count says. */
interface CountedRow {
  readonly read: Read
  /** of those who have a value, how many may be the one person that has it: they do not make it common */
  readonly own: number
  /** whether what is assumed holds of every value that is not common, in a base of any size */
  readonly isSpread: boolean
}

/**
 * The values whose frequency matters: that two are called Nowak says less than that two are called Bieńczyk. Birth dates are spread
 * over a life's days in every country, so the assumption tells of a small base more than its counts do; but a form that asks for one
 * is given `1900-01-01` by many. Hardly anybody has more than ten profiles.
 */
const counted: { readonly [Attribute in DuplicateAttribute]?: CountedRow } = {
  firstName: { read: ({ firstName }) => [firstName], own: 1, isSpread: false },
  lastName: { read: ({ lastName }) => [lastName], own: 1, isSpread: false },
  birthDate: { read: ({ birthDate }) => [birthDate], own: 10, isSpread: true },
  street: { read: ({ places }) => places.map(({ street }) => street), own: 1, isSpread: false },
  place: { read: ({ places }) => places.map(({ zip }) => zip), own: 1, isSpread: false },
}

interface Count {
  readonly row: CountedRow
  readonly values: Map<string, number>
  total: number
}

/** How often each value occurs in a base. */
export interface Frequencies {
  /** whether any values of an attribute were counted */
  readonly counts: (attribute: DuplicateAttribute) => boolean
  /** how likely somebody else has the value that both share; what is assumed counts as so many profiles more. Only where `counts` */
  readonly chance: (attribute: DuplicateAttribute, one: Traits, other: Traits, assumed: number) => number
  /** the same of a value that nobody else has: the least of all */
  readonly leastChance: (attribute: DuplicateAttribute, assumed: number) => number
}

/** How many profiles of a base the assumption is worth. */
const CONFIDENCE = 1000

/** Counts the values of a base. */
export function countFrequencies(people: readonly Traits[]): Frequencies {
  const counts = new Map(
    Object.entries(counted).map(([attribute, row]): [string, Count] => [
      attribute,
      { row, values: new Map(), total: 0 },
    ]),
  )
  for (const traits of people)
    for (const count of counts.values())
      for (const value of count.row.read(traits)) if (value !== null) countOne(count, value)
  const leastChance: Frequencies['leastChance'] = (attribute, assumed) => {
    const { row, total } = counts.get(attribute) as Count
    return row.isSpread ? assumed : (CONFIDENCE * assumed) / (total + CONFIDENCE)
  }
  return {
    counts: (attribute) => (counts.get(attribute)?.total ?? 0) > 0,
    leastChance,
    chance: (attribute, one, other, assumed) => {
      const { row, values, total } = counts.get(attribute) as Count
      const others = row.read(other)
      // asked only where they share one; of several the rarest says most
      let seen = Number.POSITIVE_INFINITY
      for (const value of row.read(one))
        if (value !== null && others.includes(value)) seen = Math.min(seen, values.get(value) as number)
      const chance = (Math.max(seen - row.own, 0) + CONFIDENCE * assumed) / (total + CONFIDENCE)
      return Math.max(chance, leastChance(attribute, assumed))
    },
  }
}

function countOne(count: Count, value: string): void {
  count.values.set(value, (count.values.get(value) ?? 0) + 1)
  count.total++
}
