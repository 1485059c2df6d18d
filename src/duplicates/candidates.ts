import { blockingRules, type BlockingRuleName } from './blocking-rules.js'
import { pairList, type PairList } from './pair-list.js'
import { KEYS_SHARE, type Steps } from './steps.js'
import type { Traits } from './traits.js'

/** More profiles with one key are compared only with their neighbours in the order of names, so that no key costs too much. */
const CROWD = 50
const NEIGHBOURS = 10

/** Whether somebody may share a key of a rule with anybody, by the place; who knows nothing of it says so of all. */
export type Sharing = (rule: BlockingRuleName) => (place: number) => boolean

/** Nothing is known. */
export const everybody: Sharing = () => () => true

/** A base that is searched. */
export interface Base {
  /** those who may have duplicates, in the order of ids, so that nothing depends on the order of the base */
  readonly people: readonly Traits[]
  /** how many there are with those who have none */
  readonly size: number
  readonly mayShare: Sharing
}

/**
 * Finds the pairs that are worth comparing, each once: those that share a key of any of the rules. One rule after the
 * other, so that only one rule's keys are in memory.
 */
export function* candidatePairs(
  { people, mayShare }: Base,
  rules: readonly BlockingRuleName[],
): Steps<PairList> {
  const pairs = pairList(people.length)
  for (const [done, rule] of rules.entries()) {
    yield (done / rules.length) * KEYS_SHARE
    for (const block of blocksOf(people, rule, mayShare(rule))) addPairs(block, people, pairs)
  }
  return pairs
}

/** The profiles that share a key, for every key that any share. */
function blocksOf(
  people: readonly Traits[],
  rule: BlockingRuleName,
  mayShare: (place: number) => boolean,
): readonly (readonly number[])[] {
  // who has a key, or, below zero, which block they are who have it
  const holders = new Map<string, number>()
  const blocks: number[][] = []
  people.forEach((traits, i) => {
    if (!mayShare(i)) return
    const keys: readonly (string | null)[] = blockingRules[rule].keys(traits)
    for (let place = 0; place < keys.length; place++) {
      const key = keys[place] as string | null
      if (key === null || keys.indexOf(key) < place) continue
      const holder = holders.get(key)
      if (holder === undefined) holders.set(key, i)
      else if (holder < 0) (blocks[-holder - 1] as number[]).push(i)
      else holders.set(key, -blocks.push([holder, i]))
    }
  })
  return blocks
}

function addPairs(block: readonly number[], people: readonly Traits[], pairs: PairList): void {
  const isCrowd = block.length > CROWD
  const ordered = isCrowd ? block.toSorted(byName(people)) : block
  const reach = isCrowd ? NEIGHBOURS : block.length
  for (let i = 0; i < ordered.length; i++)
    for (let j = i + 1; j < Math.min(ordered.length, i + 1 + reach); j++)
      pairs.add(ordered[i] as number, ordered[j] as number)
}

/** By names, and then by ids, so that it is the same whatever order the base is in. */
function byName(people: readonly Traits[]): (one: number, other: number) => number {
  const keyOf = (i: number): string => {
    const { id, lastName, firstName } = people[i] as Traits
    return `${lastName ?? ''} ${firstName ?? ''} ${id}`
  }
  return (one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)
}
