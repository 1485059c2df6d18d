import { describe, expect, it } from 'vitest'
import {
  allCustomers,
  dueSegment,
  segmentCatalog,
  type Catalog,
  type Segment,
  type SegmentNode,
} from '../../../src/segment/index.js'
import { parsed } from '../matching.js'

const FROM = '2026-11-20T12:00:00.000Z'
const NEXT = '2026-11-21T12:00:00.000Z'
const segment = (root: SegmentNode): Segment => ({ text: '', root, assumptions: [] })
const named = segment({ kind: 'segment', name: 'vip' })
const dated = parsed('last_order_date > -30d')
const nothing: Catalog<never> = { attributes: [] }
const bare: Catalog<never> = { attributes: segmentCatalog.attributes }
const moments = 'from and to must be instants'

/** What it throws about; who calls has only these words to find the mistake. */
describe('a programmer’s error says what is wrong', () => {
  it.each<[string, Segment, object, string, string?, string?]>([
    ['the first moment', dated, {}, moments, 'today', NEXT],
    ['the last moment', dated, {}, moments, FROM, '2026-11-22'],
    ['a zone', dated, { timeZone: 'Warsaw' }, 'timeZone must be one'],
    ['an attribute', dated, { catalog: nothing }, 'the catalog has no attribute last_order_date'],
    [
      'a function',
      parsed('orders_placed MATCHES ()'),
      { catalog: bare },
      'the catalog has no function orders_placed',
    ],
    ['no segments', named, {}, 'this segment names another'],
    ['a segment that is none', named, { segments: () => null }, 'this segment names another'],
    [
      'a catalog that asks nothing',
      allCustomers,
      { catalog: nothing },
      'the catalog has an attribute that any record can be asked for',
    ],
  ])('%s', (_what, one, options, message, from = FROM, to = NEXT) => {
    const ask = (): unknown => dueSegment(one, from, to, { timeZone: 'Europe/Warsaw', ...options })
    expect(ask).toThrow(TypeError)
    expect(ask).toThrow(message)
  })
})

describe('who nobody is', () => {
  const text = { name: 'name', type: 'text', read: () => null } as const

  it.each<[string, Catalog<never>['attributes']]>([
    ['a family', [{ name: 'fields', type: 'any', prefixes: ['fields.'], read: () => null }]],
    ['what is read elsewhere', [{ ...text, reads: 'origin' }]],
    ['what is asked in a few ways', [{ ...text, operators: ['='] }]],
  ])('is not said by %s', (_what, attributes) => {
    const ask = (...rows: Catalog<never>['attributes']): Segment =>
      dueSegment(allCustomers, FROM, NEXT, {
        timeZone: 'UTC',
        catalog: { attributes: [...attributes, ...rows] },
      })
    expect(() => ask()).toThrow('the catalog has an attribute that any record can be asked for')
    expect(ask({ ...text, name: 'plain' }).text).toBe('plain IS NULL AND NOT plain IS NULL')
  })
})
