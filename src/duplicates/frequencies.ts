import type { DuplicateAttribute } from './pattern.js'
import type { Traits } from './traits.js'

type Read = (traits: Traits) => readonly (string | null)[]

/** The values whose frequency matters: that two are called Nowak says less than that two are called Bieńczyk. */
const counted: { readonly [Attribute in DuplicateAttribute]?: Read } = {
  firstName: ({ firstName }) => [firstName],
  lastName: ({ lastName }) => [lastName],
  street: ({ places }) => places.map(({ street }) => street),
  place: ({ places }) => places.map(({ zip }) => zip),
}

interface Count {
  readonly read: Read
  readonly values: Map<string, number>
  total: number
}

/** How often each value occurs in a base. */
export interface Frequencies {
  /** whether any values of an attribute were counted */
  readonly counts: (attribute: DuplicateAttribute) => boolean
  /** how likely somebody else has the value that both share; what is assumed counts as so many profiles more. Only where `counts` */
  readonly chance: (attribute: DuplicateAttribute, one: Traits, other: Traits, assumed: number) => number
}

/** How many profiles of a base the assumption is worth. */
const CONFIDENCE = 1000

/** Counts the values of a base. */
export function countFrequencies(people: readonly Traits[]): Frequencies {
  const counts = new Map(
    Object.entries(counted).map(([attribute, read]): [string, Count] => [
      attribute,
      { read, values: new Map(), total: 0 },
    ]),
  )
  for (const traits of people)
    for (const count of counts.values())
      for (const value of count.read(traits)) if (value !== null) countOne(count, value)
  return {
    counts: (attribute) => (counts.get(attribute)?.total ?? 0) > 0,
    chance: (attribute, one, other, assumed) => {
      const { read, values, total } = counts.get(attribute) as Count
      const others = read(other)
      // asked only where they share one; of several the rarest says most
      let seen = Number.POSITIVE_INFINITY
      for (const value of read(one))
        if (value !== null && others.includes(value)) seen = Math.min(seen, values.get(value) as number)
      // one of them is the profile's own
      return (seen - 1 + CONFIDENCE * assumed) / (total + CONFIDENCE)
    },
  }
}

function countOne(count: Count, value: string): void {
  count.values.set(value, (count.values.get(value) ?? 0) + 1)
  count.total++
}
