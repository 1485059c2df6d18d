import type { CustomerId } from '../value/id.js'
import type { Tie } from './tie.js'

/** Ties between people who are told by their ranks in the order of ids, so that nothing depends on the order of a base. */
export interface OrderedTies {
  /** by rank */
  readonly people: readonly Ranked[]
  /** the smaller rank first, in the order of ranks */
  readonly ties: readonly Tie[]
}

/** Somebody by the place in a base. */
export interface Ranked {
  readonly place: number
  readonly id: CustomerId
}

/** Stands for a rank that is not yet known. */
const TIED = 1

/** Whoever is tied to anybody, in the order of ids, out of a base with so many places. */
export function inOrderOfIds(
  ties: readonly Tie[],
  size: number,
  idAt: (place: number) => CustomerId,
): OrderedTies {
  const ranks = new Int32Array(size)
  for (const { one, other } of ties) {
    ranks[one] = TIED
    ranks[other] = TIED
  }
  // by places first: most bases are told nearly in the order of ids, and what is nearly in order is soon put in order
  const people: Ranked[] = []
  for (let place = 0; place < size; place++)
    if (ranks[place] === TIED) people.push({ place, id: idAt(place) })
  people.sort((one, other) => (one.id < other.id ? -1 : 1))
  for (let rank = 0; rank < people.length; rank++) ranks[(people[rank] as Ranked).place] = rank
  return {
    people,
    ties: ties
      .map(({ one: i, other: j, strength }): Tie => {
        const [one, other] = [ranks[i] as number, ranks[j] as number]
        return one < other ? { one, other, strength } : { one: other, other: one, strength }
      })
      .toSorted((a, b) => a.one - b.one || a.other - b.other),
  }
}
