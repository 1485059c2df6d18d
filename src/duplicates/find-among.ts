import type { CustomerId } from '../value/id.js'
import type { Base } from './base.js'
import type { PersonAt } from './candidates.js'
import type { DuplicateOptions } from './duplicate-finder.js'
import { groupLinks } from './groups.js'
import { defaultModel } from './model.js'
import { inOrderOfIds, type Ranked } from './order-of-ids.js'
import { evidenceOf, type PairEvidence } from './pair-evidence.js'
import { scorerOf } from './score.js'
import type { Steps } from './steps.js'
import { apartness, tiesAmong, type Tie } from './tie.js'

/** Profiles that belong together. */
export interface FoundGroup {
  /** in the order of ids */
  readonly ids: readonly CustomerId[]
  /** that of the weakest pair in `evidence` */
  readonly score: number
  /** every pair that ties the group together */
  readonly evidence: readonly PairEvidence[]
}

/** What was found. */
export interface Found {
  readonly groups: readonly FoundGroup[]
  readonly possible: readonly FoundGroup[]
}

interface FoundAs<Group extends FoundGroup> {
  readonly groups: readonly Group[]
  readonly possible: readonly Group[]
}

/** Adds to a group what else is known of its members, told by their places. */
type Complete<Group> = (group: FoundGroup, members: readonly number[]) => Group

/** Finds the groups of a base. */
export function* findAmong<Group extends FoundGroup>(
  base: Base,
  options: DuplicateOptions,
  complete: Complete<Group>,
): Steps<FoundAs<Group>> {
  const { model = defaultModel, identifiers = [] } = options
  const scorer = scorerOf(
    model,
    base.frequencies,
    identifiers.map(({ name }) => name),
  )
  const found = yield* tiesAmong(base, scorer, options)
  const { ties, people } = inOrderOfIds(found, base.places, base.idAt)
  const placeOf = (rank: number): number => (people[rank] as Ranked).place
  const personOf: PersonAt = (rank) => base.personAt(placeOf(rank))
  const idOf = (rank: number): CustomerId => (people[rank] as Ranked).id
  const certain = ties.filter(({ strength }) => strength.isCertain)
  const { groups, refused } = groupLinks(people.length, certain, apartness(personOf, options))
  const possible = [...ties.filter(({ strength }) => !strength.isCertain), ...refused]
  const sides = sidesOf(groups, people.length)
  const explain = ({ one, other, strength }: Tie): PairEvidence => {
    const attributes =
      scorer.usual(strength.pattern) ?? scorer.evidence(personOf(one), personOf(other), strength.pattern)
    return evidenceOf([idOf(one), idOf(other)], attributes, strength)
  }
  const describe: Describe<Group> = (members, ties) => {
    const evidence = ties.map(explain)
    return complete({ ids: members.map(idOf), score: weakest(ties), evidence }, members.map(placeOf))
  }
  return {
    groups: byStrength(describeGroups(groups, certain, sides, describe)),
    possible: byStrength(describePossible(possible, sides, describe)),
  }
}

function weakest(ties: readonly Tie[]): number {
  let score = Number.POSITIVE_INFINITY
  for (const { strength } of ties) if (strength.score < score) score = strength.score
  return score
}

type Describe<Group> = (members: readonly number[], ties: readonly Tie[]) => Group

type Groups = readonly (readonly number[])[]

/** Who stands for each of so many: the first of the group; people alone stand for themselves. */
function sidesOf(groups: Groups, size: number): Int32Array {
  const sides = new Int32Array(size).map((_, place) => place)
  for (const members of groups) for (const member of members) sides[member] = members[0] as number
  return sides
}

/** Describes each group with the pairs that tie it together. */
function describeGroups<Group>(
  groups: Groups,
  certain: readonly Tie[],
  sides: Int32Array,
  describe: Describe<Group>,
): readonly Group[] {
  const tiesOf: (Tie[] | undefined)[] = Array.from({ length: sides.length })
  for (const tie of certain) {
    const side = sides[tie.one] as number
    if (side !== sides[tie.other]) continue
    const ties = tiesOf[side]
    if (ties === undefined) tiesOf[side] = [tie]
    else ties.push(tie)
  }
  return groups.map((members) => describe(members, tiesOf[members[0] as number] as Tie[]))
}

/** Describes the strongest pair between two groups, or people alone: whoever looks at it need not look at the others. */
function describePossible<Group>(
  possible: readonly Tie[],
  sides: Int32Array,
  describe: Describe<Group>,
): readonly Group[] {
  const strongest = new Map<number, Tie>()
  for (const tie of possible) {
    const [one, other] = [sides[tie.one] as number, sides[tie.other] as number]
    if (one === other) continue
    const key = Math.min(one, other) * sides.length + Math.max(one, other)
    const known = strongest.get(key)
    if (known === undefined || tie.strength.score > known.strength.score) strongest.set(key, tie)
  }
  return Array.from(strongest.values(), (tie) => describe([tie.one, tie.other], [tie]))
}

/** The strongest first; the sort is stable, so equal ones stay in the order of ids. */
function byStrength<Group extends FoundGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.toSorted((one, other) => other.score - one.score)
}
