import { describe, expect, it } from 'vitest'
import { readSelection, type BulkSelection } from '../../src/bulk/bulk-selection.js'
import { allCustomers, parseSegment } from '../../src/segment/index.js'
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
