import { describe, expect, it } from 'vitest'
import { estimateModel } from '../../src/duplicates/estimate-model.js'
import { compareTraits } from '../../src/duplicates/comparison.js'
import { findDuplicates } from '../../src/duplicates/find-duplicates.js'
import { defaultModel } from '../../src/duplicates/model.js'
import { attributeNames, levelsOf, MISSING } from '../../src/duplicates/pattern.js'
import { traitsReader } from '../../src/duplicates/traits.js'
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
