import type { Base } from './base.js'
import type { PersonAt } from './candidates.js'
import { compareTraits } from './comparison.js'
import { decisionsOf } from './decisions.js'
import type { DuplicateOptions } from './duplicate-finder.js'
import type { Link, Strength } from './groups.js'
import { areApart, areJoined, areSeparate, doubtOf, type Doubt } from './judge.js'
import { defaultModel } from './model.js'
import { byPattern, comparisonOf, type Pattern } from './pattern.js'
import type { Scorer } from './score.js'
import { KEYS_SHARE, type Steps } from './steps.js'
import type { Traits } from './traits.js'

/** What is found about a pair. */
export interface Judgement extends Strength {
  readonly pattern: Pattern
  readonly doubt: Doubt | null
  readonly isCertain: boolean
}

/** Two profiles that are, or may be, one person. */
export interface Tie extends Link {
  readonly strength: Judgement
}

/** A base is never thought smaller, so that two records are not joined for want of others. */
const SMALLEST_BASE = 1000

/** How many pairs are compared at one go. */
const STEP = 20_000

/** Compares all who may be one person; the ties are in the order of their places. */
export function* tiesAmong(base: Base, scorer: Scorer, options: DuplicateOptions): Steps<readonly Tie[]> {
  const judge = judgeOf(base.size, scorer, options)
  const ties: Tie[] = []
  const pairs = yield* base.pairs()
  const count = pairs.count()
  // the pairs of one person follow one another
  let place = -1
  let person: Traits | null = null
  for (let from = 0; from < count; from += STEP) {
    yield KEYS_SHARE + (from / count) * (1 - KEYS_SHARE)
    pairs.visit(from, from + STEP, (one, other) => {
      if (one !== place) person = base.personAt(one)
      place = one
      const another = base.personAt(other)
      const strength = judge(person as Traits, another)
      if (strength !== null && base.doShare(person as Traits, another)) ties.push({ one, other, strength })
    })
  }
  return ties
}

/** Judges a pair; `null` where it is not even possible that they are one person. */
export type Judge = (one: Traits, other: Traits) => Judgement | null

/** Makes what judges the pairs of a base of so many. */
export function judgeOf(size: number, scorer: Scorer, options: DuplicateOptions): Judge {
  const { model = defaultModel, certain = 0.99, possible = 0.5, distinct = [] } = options
  const cannotBeOne = separation(distinct)
  const prior = model.duplicatesPerProfile / Math.max(size, SMALLEST_BASE)
  const [sure, likely] = [bitsFor(certain, prior), bitsFor(possible, prior)]
  const meaningOf = byPattern(meaning)

  function judge(one: Traits, other: Traits, pattern: Pattern): Judgement | null {
    const score = scorer.score(one, other, pattern)
    const joins = areJoined(one, other)
    const { isSameEmail, isPersonal, doubt } = meaningOf(pattern)
    const isShared = joins || isSameEmail
    if (score < likely && !isShared) return null
    const isCertain = (joins || doubt === null) && (score >= sure || isShared)
    return { score, pattern, doubt: joins ? null : doubt, isCertain, isPersonal: joins || isPersonal }
  }

  // Most pairs are judged by their pattern alone, and then all of them alike: also those who are two, however rare what they share
  const isForAll = byPattern(
    (pattern) =>
      scorer.usual(pattern) !== null || (scorer.most(pattern) < likely && !meaningOf(pattern).isSameEmail),
  )
  const judged = new Map<Pattern, Judgement | null>()
  return (one, other) => {
    const pattern = compareTraits(one, other)
    let judgement = judged.get(pattern)
    if (judgement === undefined) {
      judgement = judge(one, other, pattern)
      if (isForAll(pattern)) judged.set(pattern, judgement)
    }
    return judgement === null || cannotBeOne(one, other) ? null : judgement
  }
}

/** What follows from a pattern, whatever it weighs. */
interface Meaning {
  readonly isSameEmail: boolean
  readonly isPersonal: boolean
  readonly doubt: Doubt | null
}

function meaning(pattern: Pattern): Meaning {
  const comparison = comparisonOf(pattern)
  const { levels } = comparison
  return {
    isSameEmail: levels.email === 3,
    isPersonal: levels.firstName > 1 || levels.birthDate > 1,
    doubt: doubtOf(comparison),
  }
}

/** How many bits of evidence make a pair so likely one person. */
function bitsFor(probability: number, prior: number): number {
  return Math.log2(probability / (1 - probability)) - Math.log2(prior)
}

function separation(
  distinct: NonNullable<DuplicateOptions['distinct']>,
): (one: Traits, other: Traits) => boolean {
  const areDistinct = decisionsOf(distinct)
  return (one, other) => areSeparate(one, other) || areDistinct(one.id, other.id)
}

/** Says who may not come into one group, though others tie them together. */
export function apartness(
  personAt: PersonAt,
  { distinct = [] }: DuplicateOptions,
): (one: number, other: number, link: Link) => boolean {
  const cannotBeOne = separation(distinct)
  const comparisonAt = byPattern(comparisonOf)
  // only of groups of three and more somebody is read here, and then again and again
  const read = new Map<number, Traits>()
  const person = (place: number): Traits => {
    const known = read.get(place) ?? personAt(place)
    read.set(place, known)
    return known
  }
  return (i, j, { strength: { isPersonal } }) => {
    const [one, other] = [person(i), person(j)]
    return cannotBeOne(one, other) || areApart(comparisonAt(compareTraits(one, other)), isPersonal)
  }
}
