import { describe, expect, it } from 'vitest'
import { compileSegment, type Catalog, type Related } from '../../../src/segment/index.js'
import { parsed, shop } from '../matching.js'

/** Of what was read, the names in their order. */
function asksIn(query: string): string {
  const asked: string[] = []
  const seen = <Value>(name: string, value: Value): (() => Value) => {
    return () => {
      asked.push(name)
      return value
    }
  }
  const catalog: Catalog<unknown> = {
    id: seen('id', 'customer-1'),
    attributes: [
      { name: 'number', type: 'number', read: seen('number', 1) },
      { name: 'other', type: 'number', read: seen('other', 1) },
      { name: 'text', type: 'text', read: seen('text', 'x') },
      { name: 'list', type: 'list', read: seen('list', ['x']) },
      { name: 'day', type: 'date', read: seen('day', '2020-11-22') },
      { name: 'fields', type: 'any', prefixes: ['fields.'], read: seen('fields', 1) },
      { name: 'table', type: 'number', reads: 'companies', read: seen('table', 1) },
    ],
    functions: [{ name: 'events', reads: seen('events', [{}]), params: [] }],
  }
  const related: Related<unknown> = { companies: () => [] }
  const isMember = compileSegment(parsed(query, catalog), {
    ...shop,
    catalog,
    related,
    segments: () => parsed('other = 1', catalog),
  })
  expect(isMember({})).toBe(true)
  return asked.join(' ')
}

/** All of them are true, so all are asked; what is cheap has had its chance to settle it first. */
describe('S-2 what is cheap to test is tested first, whatever stands first', () => {
  it.each([
    // as dear as one another, they stay in the order of the text
    ['other = 1 AND number = 1', 'other number'],
    ['number = 1 AND other = 1', 'number other'],
    ["list CONTAINS 'x' AND text = 'x' AND fields.a.b = 1", 'list text fields'],
    // a text is folded, a list is walked, a family is searched
    ["text = 'x' AND number = 1", 'number text'],
    ["list CONTAINS 'x' AND number = 1", 'number list'],
    ['fields.a.b = 1 AND number = 1', 'number fields'],
    ["anniversary ('day') = today AND text = 'x'", 'text day'],
    ["random_bucket(100, 'x') AND anniversary ('day') = today", 'day id'],
    // the host's table is asked after all that the record holds, and events last
    ["table = 1 AND random_bucket(100, 'x')", 'id table'],
    ["table = 1 AND list CONTAINS 'x' AND number = 1", 'number list table'],
    ['events MATCHES () AND table = 1', 'table events'],
    // a group costs what all in it cost
    ["(text = 'x' AND list CONTAINS 'x') AND text = 'x'", 'text text list'],
    ["NOT text != 'x' AND number = 1", 'number text'],
  ])('%s', (query, expected) => {
    expect(asksIn(query)).toBe(expected)
  })
})
