import type { Customer } from '../customer/customer.js'
import { policies } from '../policy/policies.js'
import { rulesFor } from './blocking-rules.js'
import { candidatePairs } from './candidates.js'
import { compareTraits } from './comparison.js'
import type { IdentityPolicy } from './duplicate-finder.js'
import { defaultModel, type AttributeModel, type DuplicateModel, type Rates } from './model.js'
import {
  attributeNames,
  levelsOf,
  MISSING,
  type DuplicateAttribute,
  type Levels,
  type Pattern,
} from './pattern.js'
import { finish } from './steps.js'
import { byId, traitsReader, type Traits } from './traits.js'

/** How many pairs what is assumed is worth, so that a small base or a rare agreement does not lead astray. */
const ASSUMED_PAIRS = 100
const ROUNDS = 20
/** How many strangers are compared with one another to learn what agrees by chance. */
const STRANGERS = 200_000

/**
 * Estimates a model from a base without labels: what agrees by chance from pairs of strangers, what agrees in one person
 * from the pairs that share a key, by expectation maximisation, resting on `defaultModel`. For bases of some thousands of
 * customers or more; the answer does not depend on their order, and is plain JSON that a host can keep.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * const model = estimateModel([buildRecord().customer])
 * expect(model.attributes.email).toEqual((await import('./model.js')).defaultModel.attributes.email)
 * ```
 */
export function estimateModel(
  customers: readonly Customer[],
  { policy = policies.shopify }: { readonly policy?: IdentityPolicy | undefined } = {},
): DuplicateModel {
  const people = customers.map(traitsReader(policy.identity, [])).toSorted(byId)
  const random = ratesByAttribute(
    chancePatterns(people),
    (attribute) => defaultModel.attributes[attribute].random,
  )
  const patterns = candidatePatterns(people)
  let model: DuplicateModel = withRates(defaultModel, { random })
  let share = 0.5
  for (let round = 0; round < ROUNDS; round++) {
    const believed = patterns.map(({ levels, count }) => ({
      levels,
      count: count * probabilityOf(levels, model, share),
    }))
    const match = ratesByAttribute(believed, (attribute) => defaultModel.attributes[attribute].match)
    model = withRates(model, { match })
    share = shareOf(believed, patterns)
  }
  return { ...model, duplicatesPerProfile: duplicatesIn(patterns, share, people.length) }
}

/** A combination of agreements, and how many pairs show it. */
interface Shown {
  readonly levels: Levels
  readonly count: number
}

function collect(): { readonly add: (pattern: Pattern) => void; readonly patterns: () => Shown[] } {
  const counts = new Map<Pattern, number>()
  return {
    add: (pattern) => {
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
    },
    patterns: () => [...counts].map(([pattern, count]) => ({ levels: levelsOf(pattern), count })),
  }
}

function candidatePatterns(people: readonly Traits[]): readonly Shown[] {
  const { add, patterns } = collect()
  const pairs = finish(candidatePairs(people, rulesFor('fuzzy')))
  pairs.visit(0, pairs.count(), (i, j) => add(compareTraits(people[i] as Traits, people[j] as Traits)))
  return patterns()
}

/** Compares pairs drawn by lot, always the same for a base of this size; nearly all of them are strangers. */
function chancePatterns(people: readonly Traits[]): readonly Shown[] {
  const { add, patterns } = collect()
  const draw = lot(people.length)
  for (let pair = 0; pair < STRANGERS && people.length > 1; pair++) {
    const [i, j] = [draw(), draw()]
    if (i !== j) add(compareTraits(people[i] as Traits, people[j] as Traits))
  }
  return patterns()
}

/** Draws places of a list of so many (Park and Miller's generator). */
function lot(size: number): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state % size
  }
}

type RatesByAttribute = Readonly<Record<DuplicateAttribute, Rates>>

/** How often each agreement occurs in pairs, with so many assumed ones among them. */
function ratesByAttribute(
  patterns: readonly Shown[],
  assumed: (attribute: DuplicateAttribute) => Rates,
): RatesByAttribute {
  const rates = attributeNames.map((attribute) => {
    const seen = patterns.filter(({ levels }) => levels[attribute] !== MISSING)
    if (seen.length === 0) return [attribute, assumed(attribute)]
    const countAt = (level: number): readonly Shown[] =>
      seen.filter(({ levels }) => levels[attribute] === level)
    const counts = assumed(attribute).map((rate, level) => rate * ASSUMED_PAIRS + total(countAt(level)))
    return [attribute, counts.map((count) => count / (ASSUMED_PAIRS + total(seen)))]
  })
  return Object.fromEntries(rates) as RatesByAttribute
}

function withRates(
  model: DuplicateModel,
  rates: { readonly [Side in keyof AttributeModel]?: RatesByAttribute },
): DuplicateModel {
  const attributes = attributeNames.map((attribute): [string, AttributeModel] => [
    attribute,
    {
      match: rates.match?.[attribute] ?? model.attributes[attribute].match,
      random: rates.random?.[attribute] ?? model.attributes[attribute].random,
    },
  ])
  return { ...model, attributes: Object.fromEntries(attributes) as DuplicateModel['attributes'] }
}

/** How likely a pair with these agreements is one person. */
function probabilityOf(levels: Levels, { attributes }: DuplicateModel, share: number): number {
  let odds = share / (1 - share)
  for (const attribute of attributeNames) {
    const level = levels[attribute]
    const { match, random } = attributes[attribute]
    if (level !== MISSING) odds *= match[level] / random[level]
  }
  return odds / (1 + odds)
}

const total = (patterns: readonly Shown[]): number => patterns.reduce((sum, { count }) => sum + count, 0)

/** How many of the pairs that were compared are one person; never none and never all. */
function shareOf(believed: readonly Shown[], patterns: readonly Shown[]): number {
  return (total(believed) + 1) / (total(patterns) + 2)
}

function duplicatesIn(patterns: readonly Shown[], share: number, size: number): number {
  const assumed = defaultModel.duplicatesPerProfile * ASSUMED_PAIRS
  // Each pair is a duplicate of both
  return (total(patterns) * share * 2 + assumed) / (size + ASSUMED_PAIRS)
}
