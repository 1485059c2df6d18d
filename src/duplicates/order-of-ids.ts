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

/** Whoever is tied to anybody, in the order of ids, out of a base with so many places. */
export function inOrderOfIds(
  ties: readonly Tie[],
  size: number,
  idAt: (place: number) => CustomerId,
): OrderedTies {
  const ranks = new Int32Array(size).fill(-1)
  const people: Ranked[] = []
  const note = (place: number): void => {
    if (ranks[place] !== -1) return
    ranks[place] = people.push({ place, id: idAt(place) })
  }
  for (const { one, other } of ties) {
    note(one)
    note(other)
  }
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
