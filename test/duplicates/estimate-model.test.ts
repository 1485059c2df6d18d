import { describe, expect, it } from 'vitest'
import { estimateModel } from '../../src/duplicates/estimate-model.js'
import { findDuplicates } from '../../src/duplicates/find-duplicates.js'
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
})
