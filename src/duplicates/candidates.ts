import { blocksBy } from './blocks.js'
import { blockingRules, type BlockingRuleName } from './blocking-rules.js'
import { pairList, type PairList } from './pair-list.js'
import { KEYS_SHARE, type Steps } from './steps.js'
import type { Traits } from './traits.js'

/** More profiles with one key are compared only with their neighbours in the order of names, so that no key costs too much. */
export const CROWD = 50
const NEIGHBOURS = 10

/** Tells who is at a place of a base. */
export type PersonAt = (place: number) => Traits

/**
 * Finds the pairs that are worth comparing, each once: those that share a key of any of the rules. One rule after the
 * other, so that only one rule's keys are in memory.
 */
export function* candidatePairs(
  people: readonly Traits[],
  rules: readonly BlockingRuleName[],
): Steps<PairList> {
  const pairs = pairList(people.length)
  const personAt: PersonAt = (place) => people[place] as Traits
  for (const [done, rule] of rules.entries()) {
    yield (done / rules.length) * KEYS_SHARE
    const blocks = blocksBy<string>()
    for (let place = 0; place < people.length; place++)
      addKeys(rule, people[place] as Traits, place, blocks.add)
    for (const block of blocks.all) addPairs(block, personAt, pairs)
  }
  return pairs
}

/** Tells the keys of somebody by a rule, each once. */
export function addKeys(
  rule: BlockingRuleName,
  traits: Traits,
  place: number,
  add: (key: string, place: number) => void,
): void {
  const keys: readonly (string | null)[] = blockingRules[rule].keys(traits)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string | null
    if (key !== null && keys.indexOf(key) === i) add(key, place)
  }
}

/** Adds the pairs of a block: all, or, in a crowd, those of neighbours. */
export function addPairs(block: readonly number[], personAt: PersonAt, pairs: PairList): void {
  const isCrowd = block.length > CROWD
  const ordered = isCrowd ? inOrderOfNames(block, personAt) : block
  const reach = isCrowd ? NEIGHBOURS : block.length
  for (let i = 0; i < ordered.length; i++)
    for (let j = i + 1; j < Math.min(ordered.length, i + 1 + reach); j++)
      pairs.add(ordered[i] as number, ordered[j] as number)
}

/** By names, and then by ids, so that it is the same whatever order the base is in. */
function inOrderOfNames(block: readonly number[], personAt: PersonAt): readonly number[] {
  return block
    .map((place) => {
      const { id, lastName, firstName } = personAt(place)
      return { place, name: `${lastName ?? ''} ${firstName ?? ''} ${id}` }
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ place }) => place)
}
