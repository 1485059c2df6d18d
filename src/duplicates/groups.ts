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
  // a function of its own: its closures would cost each link a context, and most links tie two who are alone
  const join = (link: Tied, some: readonly number[], others: readonly number[]): void => {
    const isTooLarge = some.length + others.length > LARGEST_GROUP
    if (isTooLarge || some.some((one) => others.some((other) => mustBeApart(one, other, link)))) {
      refused.push(link)
      return
    }
    const joined = [...some, ...others].toSorted((one, other) => one - other)
    for (const member of joined) groupOf[member] = joined
  }
  for (const link of links.toSorted(strongestFirst)) {
    const { one, other } = link
    const [some, others] = [groupOf[one], groupOf[other]]
    // two alone were judged when they were tied, and are told in order
    if (some === undefined && others === undefined) groupOf[one] = groupOf[other] = [one, other]
    else if (some !== others) join(link, some ?? [one], others ?? [other])
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
