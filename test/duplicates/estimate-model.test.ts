import { describe, expect, it } from 'vitest'
import { estimateModel } from '../../src/duplicates/estimate-model.js'
import { rulesFor } from '../../src/duplicates/blocking-rules.js'
import { candidatePairs } from '../../src/duplicates/candidates.js'
import { compareTraits } from '../../src/duplicates/comparison.js'
import { findDuplicates } from '../../src/duplicates/find-duplicates.js'
import { defaultModel } from '../../src/duplicates/model.js'
import { attributeNames, levelsOf, MISSING, type Levels } from '../../src/duplicates/pattern.js'
import { finish } from '../../src/duplicates/steps.js'
import { byId, traitsReader, type Traits } from '../../src/duplicates/traits.js'
import type { Customer } from '../../src/customer/customer.js'
import { policies } from '../../src/policy/policies.js'
import { pairQuality } from './pair-quality.js'
import { shopBase } from './shop-base.js'

describe('a model that is estimated without labels', () => {
  const { records, personOf } = shopBase(2000, 11)
  const customers = records.map(({ customer }) => customer)
  const model = estimateModel(customers)

  it('finds people as well', () => {
    const { precision, recall } = pairQuality(findDuplicates(records, { model }).groups, personOf)
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })

  it('is plain JSON with rates that add up, the same whatever the order', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model)
    for (const { match, random } of Object.values(model.attributes))
      for (const rates of [match, random])
        expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(1, 6)
    expect(estimateModel(customers.toReversed())).toEqual(model)
  })

  it('knows how often strangers agree, as a count of all of them does', () => {
    const read = traitsReader(policies.shopify.identity, [])
    const people = records.slice(0, 700).map(({ customer }) => read(customer))
    const counts = new Map(attributeNames.map((attribute) => [attribute, [0, 0, 0, 0]]))
    people.forEach((one, i) => {
      for (const other of people.slice(i + 1)) {
        if (personOf.get(one.id) === personOf.get(other.id)) continue
        const levels = levelsOf(compareTraits(one, other))
        for (const attribute of attributeNames) {
          const [level, count] = [levels[attribute], counts.get(attribute)]
          if (level !== MISSING && count !== undefined) count[level] = (count[level] ?? 0) + 1
        }
      }
    })
    for (const attribute of ['firstName', 'lastName', 'email', 'phone', 'street', 'place'] as const) {
      const counted = counts.get(attribute) ?? []
      const all = counted.reduce((sum, count) => sum + count, 0)
      counted.forEach((count, level) =>
        expect(Math.abs((model.attributes[attribute].random[level] ?? 0) - count / all)).toBeLessThan(0.004),
      )
    }
  })

  it('holds by itself: what it believes of the pairs that share a key has these rates again', () => {
    const some = shopBase(600, 5).records.map(({ customer }) => customer)
    const { attributes, duplicatesPerProfile } = estimateModel(some)
    const people = some.map(traitsReader(policies.shopify.identity, [])).toSorted(byId)
    const pairs: Levels[] = []
    const found = finish(candidatePairs(people, rulesFor('fuzzy')))
    found.visit(0, found.count(), (i, j) =>
      pairs.push(levelsOf(compareTraits(people[i] as Traits, people[j] as Traits))),
    )
    // each pair is a duplicate of both, and a hundred profiles are assumed to have a tenth
    const share = (duplicatesPerProfile * (some.length + 100) - 0.1 * 100) / 2 / pairs.length
    const belief = pairs.map((levels) => {
      const ratio = attributeNames
        .filter((attribute) => levels[attribute] !== MISSING)
        .map((attribute) => {
          const { match, random } = attributes[attribute]
          return (match.at(levels[attribute]) ?? 0) / (random.at(levels[attribute]) ?? 0)
        })
        .reduce((product, one) => product * one, 1)
      return (share * ratio) / (share * ratio + 1 - share)
    })
    const sum = (indexes: readonly number[]): number =>
      indexes.reduce((all, index) => all + (belief[index] ?? 0), 0)
    const where = (holds: (levels: Levels) => boolean): number[] =>
      pairs.flatMap((levels, index) => (holds(levels) ? [index] : []))
    expect((sum(where(() => true)) + 1) / (pairs.length + 2)).toBeCloseTo(share, 3)
    for (const attribute of attributeNames) {
      const all = 100 + sum(where((levels) => levels[attribute] !== MISSING))
      const rates = [0, 1, 2, 3].map((level) => {
        const assumed = (defaultModel.attributes[attribute].match[level] ?? 0) * 100
        return (assumed + sum(where((levels) => levels[attribute] === level))) / all
      })
      rates.forEach((rate, level) => expect(attributes[attribute].match[level]).toBeCloseTo(rate, 2))
    }
  })

  it('keeps what is assumed of an attribute that nobody has', () => {
    for (const attribute of ['birthDate', 'addressLine2'] as const)
      expect(model.attributes[attribute]).toEqual(defaultModel.attributes[attribute])
  })
})

describe('a base of hardly anybody', () => {
  const [one] = shopBase(2, 11).records.map(({ customer }) => customer)

  it('is estimated as is assumed, which weighs as a hundred pairs', () => {
    expect(estimateModel([])).toEqual(defaultModel)
    const { attributes, duplicatesPerProfile } = estimateModel(one === undefined ? [] : [one])
    expect(attributes).toEqual(defaultModel.attributes)
    expect(duplicatesPerProfile).toBeCloseTo((0.1 * 100) / 101, 12)
  })

  it('moves with the first pairs, and not far', () => {
    const twins = ['1', '2', '3'].map((id) => ({ ...(one as Customer), id }))
    const { attributes, duplicatesPerProfile } = estimateModel(twins)
    const { match } = attributes.lastName
    expect(match[3]).toBeGreaterThan(defaultModel.attributes.lastName.match[3])
    expect(match[3]).toBeLessThanOrEqual((0.82 * 100 + 3) / 103)
    // three pairs at most, each a duplicate of both
    expect(duplicatesPerProfile).toBeGreaterThan((0.1 * 100) / 103)
    expect(duplicatesPerProfile).toBeLessThanOrEqual((0.1 * 100 + 6) / 103)
  })
})
