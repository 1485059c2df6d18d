import { describe, expectTypeOf, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import {
  allCustomers,
  compileSegment,
  parseSegment,
  segmentCatalog,
  type Catalog,
} from '../../../src/segment/index.js'

const shop = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }
declare const members: Catalog<{ points: number }>

describe('compileSegment', () => {
  it('tests customer records without a catalog, and whatever a catalog reads with one', () => {
    expectTypeOf(compileSegment(allCustomers, shop)).toEqualTypeOf<(record: CustomerRecord) => boolean>()
    expectTypeOf(compileSegment(allCustomers, { ...shop, catalog: members })).toEqualTypeOf<
      (record: { points: number }) => boolean
    >()
    expectTypeOf(compileSegment(allCustomers, { ...shop, catalog: segmentCatalog })).toEqualTypeOf<
      (record: CustomerRecord) => boolean
    >()
  })

  it('wants a moment and a zone', () => {
    // @ts-expect-error TS2769: a zone is never guessed
    compileSegment(allCustomers, { now: shop.now })
  })
})

describe('parseSegment', () => {
  it('takes any catalog', () => {
    expectTypeOf(parseSegment).toBeCallableWith('points = 1', { catalog: members })
  })
})
