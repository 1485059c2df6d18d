import { describe, expect, it } from 'vitest'
import { readSelection, type BulkSelection, type SegmentSources } from '../../src/bulk/bulk-selection.js'
import { allCustomers, parseSegment, type Segment } from '../../src/segment/index.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'

const context = buildContext()
const people = [
  buildRecord({ customer: { id: 'anna', tags: ['vip'] } }),
  buildRecord({ customer: { id: 'bo', firstName: 'Bo', lastName: null, email: null } }),
]
const vip = parseSegment("customer_tags CONTAINS 'vip'")

/** Who is selected: by name, or of these two by test. */
function chosen(selection: BulkSelection): readonly string[] {
  const outcome = readSelection(selection, context)
  if (!outcome.ok) return outcome.problems.map(({ code }) => code)
  const { value } = outcome
  return value.by === 'ids' ? value.ids : people.filter(value.holds).map(({ customer }) => customer.id)
}

describe('B-1 a selection', () => {
  it.each<[string, BulkSelection, string[]]>([
    ['individual profiles, in their order, once', { type: 'ids', ids: ['x', 'a', 'x'] }, ['x', 'a']],
    ['individual profiles but some', { type: 'ids', ids: ['x', 'a'], except: ['x'] }, ['a']],
    ['all on a page', { type: 'page', ids: ['x', 'a'], except: ['a'] }, ['x']],
    ['all in the store', { type: 'all' }, ['anna', 'bo']],
    ['all in the store but some', { type: 'all', except: ['bo'] }, ['anna']],
    ['all in a segment', { type: 'segment', segment: vip.ok ? vip.value : allCustomers }, ['anna']],
    ['all that match a query', { type: 'query', query: "customer_tags NOT CONTAINS 'vip'" }, ['bo']],
    [
      'all that match a query but some',
      { type: 'query', query: "customer_tags CONTAINS 'vip'", except: ['anna'] },
      [],
    ],
    ['all that match a search', { type: 'search', search: 'BO' }, ['bo']],
    ['a query with faults', { type: 'query', query: 'nonsense =' }, ['segment.unknown-attribute']],
  ])('%s', (_name, selection, expected) => {
    expect(chosen(selection).slice(0, expected.length || 1)).toEqual(expected)
  })

  it('holds 50 on a page and no more', () => {
    const ids = Array.from({ length: 51 }, (_, index) => `${index}`)
    expect(chosen({ type: 'page', ids: ids.slice(1) })).toHaveLength(50)
    const outcome = readSelection({ type: 'page', ids }, context)
    expect(outcome).toEqual({
      ok: false,
      problems: [{ code: 'bulk.page-too-large', path: ['ids'], params: { limit: 50, length: 51 } }],
    })
    expect(chosen({ type: 'ids', ids })).toHaveLength(51)
  })

  it('L-4a takes a search as long as a list does, and none that would be cut off: it finds more people', () => {
    expect(chosen({ type: 'search', search: `bo${' '.repeat(253)}` })).toEqual(['bo'])
    const outcome = readSelection({ type: 'search', search: `bo${' '.repeat(253)}x` }, context)
    expect(outcome).toEqual({
      ok: false,
      problems: [{ code: 'shape.too-long', path: ['search'], params: { limit: 255 } }],
    })
  })

  it.each(['ids', 'except'])('says once that %s hold what is no id, however many', (field) => {
    const wrong = { type: 'ids', ids: ['a'], [field]: [...Array<string>(10_000).fill('a'), 7] }
    expect(readSelection(wrong as never, context)).toEqual({
      ok: false,
      problems: [{ code: 'shape.invalid-value', path: [field] }],
    })
  })

  it.each(['a\u0000b', '\ud800'])('is refused with an id that no store can keep: %j', (id) => {
    expect(readSelection({ type: 'ids', ids: ['a', id] }, context)).toEqual({
      ok: false,
      problems: [{ code: 'shape.invalid-value', path: ['ids'] }],
    })
  })

  it.each([
    [null],
    [{ type: 'none' }],
    [{ type: 'ids', ids: 'x' }],
    [{ type: 'all', ids: [] }],
    [{ type: 'query' }],
    [{ type: 'segment', segment: [] }],
  ])('is refused where it is none: %j', (selection) => {
    expect(chosen(selection as BulkSelection)[0]).toMatch(/^shape\./)
  })
})

describe('a selection that asks for more than the record', () => {
  const orders = () => [
    {
      at: '2026-01-01T00:00:00.000Z',
      amount: { minor: 100, currency: 'EUR' },
      appId: null,
      locationId: null,
    },
  ]
  const segments = (named: string) => (named === 'vips' && vip.ok ? vip.value : null)
  const parsed = (query: string): Segment => {
    const outcome = parseSegment(query, { segments: () => allCustomers })
    if (!outcome.ok) throw new Error(query)
    return outcome.value
  }
  const problemsOf = (selection: BulkSelection, sources: SegmentSources = {}): unknown => {
    const outcome = readSelection(selection, context, sources)
    return outcome.ok ? [] : outcome.problems
  }
  const needs = 'orders_placed MATCHES (count > 0) AND companies = 5'

  it.each<[string, SegmentSources, readonly string[]]>([
    ['no reader', {}, ['companies', 'orders']],
    ['one reader of two', { related: { orders } }, ['companies']],
    ['the other reader of two', { related: { companies: () => ['5'] } }, ['orders']],
    ['a reader of something else', { related: { orders, emails: () => [] } }, ['companies']],
  ])('R-6 is refused with the readers that are missing: %s', (_what, sources, readers) => {
    const problem = { code: 'segment.history-needed', params: { readers } }
    expect(problemsOf({ type: 'query', query: needs }, sources)).toEqual([{ ...problem, path: [] }])
    expect(problemsOf({ type: 'segment', segment: parsed(needs) }, sources)).toEqual([
      { ...problem, path: ['segment'] },
    ])
  })

  it('R-6 is asked of the readers where all are there', () => {
    const related = {
      orders,
      companies: ({ customer }: { readonly customer: { readonly id: string } }) =>
        customer.id === 'bo' ? ['5'] : [],
    }
    const outcome = readSelection({ type: 'query', query: needs }, context, { related })
    const holds = outcome.ok && outcome.value.by === 'test' ? outcome.value.holds : () => false
    expect(people.filter(holds).map(({ customer }) => customer.id)).toEqual(['bo'])
  })

  it('R-6 is refused for what a segment needs that it names', () => {
    const sources = { segments: () => parsed('orders_placed MATCHES (count > 0)') }
    expect(problemsOf({ type: 'query', query: "segment('buyers')" }, sources)).toEqual([
      { code: 'segment.history-needed', path: [], params: { readers: ['orders'] } },
    ])
  })

  it('S-1 names other segments, those that there are', () => {
    const outcome = readSelection({ type: 'query', query: "segment('vips')" }, context, { segments })
    const holds = outcome.ok && outcome.value.by === 'test' ? outcome.value.holds : () => false
    expect(people.filter(holds).map(({ customer }) => customer.id)).toEqual(['anna'])
    const unknown = { code: 'segment.unknown-value', params: { found: 'nobody' } }
    const segment = parsed("segment('nobody')")
    expect(problemsOf({ type: 'query', query: "segment('nobody')" }, { segments })).toMatchObject([unknown])
    expect(problemsOf({ type: 'segment', segment }, { segments })).toMatchObject([unknown])
    expect(problemsOf({ type: 'segment', segment })).toMatchObject([unknown])
  })

  it.each([[{}], [{ root: 5 }], [{ root: { kind: 'clause', attribute: '__proto__' } }]])(
    'is refused for a segment that is none, with the place in it: %j',
    (segment) => {
      const outcome = readSelection({ type: 'segment', segment: segment as never }, context)
      expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path[0])).toContain('segment')
    },
  )
})
