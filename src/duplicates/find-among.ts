import type { CustomerId } from '../value/id.js'
import type { DuplicateOptions } from './duplicate-finder.js'
import { countFrequencies, type Frequencies } from './frequencies.js'
import { groupLinks } from './groups.js'
import { defaultModel } from './model.js'
import { evidenceOf, type PairEvidence } from './pair-evidence.js'
import { scorerOf } from './score.js'
import type { Steps } from './steps.js'
import { apartness, tiesAmong, type Tie } from './tie.js'
import type { Traits } from './traits.js'

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

/** Finds the groups among people, in whatever order they are. */
export function* findAmong(people: readonly Traits[], options: DuplicateOptions): Steps<Found> {
  const { model = defaultModel, blocking = 'fuzzy', identifiers = [] } = options
  const names = identifiers.map(({ name }) => name)
  const scorer = scorerOf(model, frequenciesFor(blocking, people), names)
  const { tied, ties } = yield* tiesAmong(people, scorer, options)
  const certain = ties.filter(({ isCertain }) => isCertain)
  const { groups, refused } = groupLinks(tied.length, certain, apartness(tied, options))
  const possible = [...ties.filter(({ isCertain }) => !isCertain), ...refused]
  const explain = (tie: Tie): PairEvidence =>
    evidenceOf(tied[tie.one] as Traits, tied[tie.other] as Traits, tie, scorer)
  return {
    groups: byStrength(reportGroups(groups, certain).map((group) => describe(group, tied, explain))),
    possible: byStrength(reportPossible(groups, possible).map((group) => describe(group, tied, explain))),
  }
}

/** Whoever wants it quick does without the frequencies; the assumed ones are more careful. */
function frequenciesFor(blocking: 'fuzzy' | 'exact', people: readonly Traits[]): Frequencies {
  return countFrequencies(blocking === 'fuzzy' ? people : [])
}

interface Report {
  readonly members: readonly number[]
  readonly ties: readonly Tie[]
}

/** Each group with the pairs that tie it together. */
function reportGroups(groups: readonly (readonly number[])[], certain: readonly Tie[]): Report[] {
  const groupOf = placesOf(groups)
  const ties = groups.map((): Tie[] => [])
  for (const tie of certain) {
    const group = groupOf.get(tie.one)
    if (group !== undefined && group === groupOf.get(tie.other)) ties[group]?.push(tie)
  }
  return groups.map((members, group) => ({ members, ties: ties[group] as Tie[] }))
}

/** The strongest pair between two groups, or people alone: whoever looks at it need not look at the others. */
function reportPossible(groups: readonly (readonly number[])[], possible: readonly Tie[]): Report[] {
  const groupOf = placesOf(groups)
  // People alone are groups of their own, told apart by negative numbers
  const sideOf = (place: number): number => groupOf.get(place) ?? -1 - place
  const strongest = new Map<string, Tie>()
  for (const tie of possible) {
    const [one, other] = [sideOf(tie.one), sideOf(tie.other)]
    const key = one < other ? `${one} ${other}` : `${other} ${one}`
    const known = strongest.get(key)
    if (one !== other && (known === undefined || tie.score > known.score)) strongest.set(key, tie)
  }
  return [...strongest.values()].map((tie) => ({ members: [tie.one, tie.other], ties: [tie] }))
}

function placesOf(groups: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  return new Map(groups.flatMap((members, group) => members.map((member) => [member, group] as const)))
}

function describe(
  { members, ties }: Report,
  people: readonly Traits[],
  explain: (tie: Tie) => PairEvidence,
): FoundGroup {
  const evidence = ties.map(explain)
  return {
    ids: members.map((member) => (people[member] as Traits).id),
    score: Math.min(...evidence.map(({ score }) => score)),
    evidence,
  }
}

/** The strongest first; the sort is stable, so equal ones stay in the order of ids. */
function byStrength(groups: readonly FoundGroup[]): readonly FoundGroup[] {
  return groups.toSorted((one, other) => other.score - one.score)
}
