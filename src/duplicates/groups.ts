/** How strongly two profiles are tied. */
export interface Strength {
  readonly score: number
  /** by a name or a birth date, and not only by a contact that others may share */
  readonly isPersonal: boolean
}

/** A pair of profiles by their places. */
export interface Link {
  readonly one: number
  readonly other: number
  readonly strength: Strength
}

/** What belongs together, each in the order of places, and the ties that would have joined what must be apart. */
export interface Grouping<Tied extends Link> {
  readonly groups: readonly (readonly number[])[]
  readonly refused: readonly Tied[]
}

/** Nobody has more profiles; what looks like it is a contact that many share. */
const LARGEST_GROUP = 100

/**
 * Joins what is tied, the strongest first; the order of the links does not matter. Two groups are joined unless a pair
 * between them must not be one person; then the tie is handed back.
 */
export function groupLinks<Tied extends Link>(
  size: number,
  links: readonly Tied[],
  mustBeApart: (one: number, other: number, link: Tied) => boolean,
): Grouping<Tied> {
  const groupOf: (number[] | undefined)[] = Array.from({ length: size })
  const refused: Tied[] = []
  for (const link of links.toSorted(strongestFirst)) {
    const [some, others] = [groupOf[link.one] ?? [link.one], groupOf[link.other] ?? [link.other]]
    if (some === others) continue
    const isTooLarge = some.length + others.length > LARGEST_GROUP
    // two alone were judged when they were tied
    const areMore = some.length + others.length > 2
    if (
      isTooLarge ||
      (areMore && some.some((one) => others.some((other) => mustBeApart(one, other, link))))
    ) {
      refused.push(link)
      continue
    }
    const joined = [...some, ...others]
    // two are in order already, and most groups are two
    if (joined.length > 2) joined.sort((one, other) => one - other)
    for (const member of joined) groupOf[member] = joined
  }
  return { groups: distinctGroups(groupOf), refused }
}

function strongestFirst(one: Link, other: Link): number {
  return (
    Number(other.strength.isPersonal) - Number(one.strength.isPersonal) ||
    other.strength.score - one.strength.score ||
    one.one - other.one ||
    one.other - other.other
  )
}

/** Each group once, where its first member stands. */
function distinctGroups(groupOf: readonly (readonly number[] | undefined)[]): readonly (readonly number[])[] {
  return groupOf.filter((group, place) => group?.[0] === place) as readonly (readonly number[])[]
}
