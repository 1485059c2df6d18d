import { blockingRules, type BlockingRuleName } from './blocking-rules.js'
import { pairList, type PairList } from './pair-list.js'
import { KEYS_SHARE, type Steps } from './steps.js'
import type { Traits } from './traits.js'

/** More profiles with one key are compared only with their neighbours in the order of names, so that no key costs too much. */
const CROWD = 50
const NEIGHBOURS = 10

/**
 * Finds the pairs that are worth comparing, each once: those that share a key of any of the rules. One rule after the
 * other, so that only one rule's keys are in memory.
 */
export function* candidatePairs(
  people: readonly Traits[],
  rules: readonly BlockingRuleName[],
): Steps<PairList> {
  const pairs = pairList(people.length)
  for (const [done, rule] of rules.entries()) {
    yield (done / rules.length) * KEYS_SHARE
    for (const block of blocksOf(people, rule)) addPairs(block, people, pairs)
  }
  return pairs
}

/** The profiles that share a key, for every key that any share. */
function blocksOf(people: readonly Traits[], rule: BlockingRuleName): Iterable<readonly number[]> {
  const firsts = new Map<string, number>()
  const blocks = new Map<string, number[]>()
  people.forEach((traits, i) => {
    const keys: readonly (string | null)[] = blockingRules[rule].keys(traits)
    for (let place = 0; place < keys.length; place++) {
      const key = keys[place] as string | null
      if (key === null || keys.indexOf(key) < place) continue
      const first = firsts.get(key)
      if (first === undefined) firsts.set(key, i)
      else (blocks.get(key) ?? begin(blocks, key, first)).push(i)
    }
  })
  return blocks.values()
}

function begin(blocks: Map<string, number[]>, key: string, first: number): number[] {
  const block = [first]
  blocks.set(key, block)
  return block
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
