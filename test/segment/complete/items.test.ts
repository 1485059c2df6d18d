import { completeSegment, segmentCatalog, type CompletionItem } from 'clientele/segment'
import { describe, expect, it } from 'vitest'

function offered(marked: string): readonly CompletionItem[] {
  return completeSegment(marked.replace('|', ''), marked.indexOf('|')).items
}
const texts = (marked: string): string[] => offered(marked).map(({ text }) => text)

describe('S-1 what is offered says what it is', () => {
  it.each<[string, CompletionItem]>([
    ['|', { text: 'blocked', kind: 'attribute' }],
    ['|', { text: 'metafields.', kind: 'attribute' }],
    ['|', { text: 'orders_placed', kind: 'function' }],
    ['|', { text: 'anniversary', kind: 'function' }],
    ['|', { text: 'NOT', kind: 'keyword' }],
    ['|', { text: '(', kind: 'keyword' }],
    ['blocked |', { text: 'IS NULL', kind: 'operator' }],
    ['blocked = |', { text: 'true', kind: 'value' }],
    ['orders_placed |', { text: 'MATCHES', kind: 'operator' }],
    ['orders_placed MATCHES (|', { text: 'amount', kind: 'parameter' }],
    ['orders_placed MATCHES (amount |', { text: '>', kind: 'operator' }],
    ['orders_placed MATCHES (amount > 1 |', { text: ',', kind: 'keyword' }],
    ['orders_placed(date |', { text: ':', kind: 'keyword' }],
    ['anniversary(|', { text: "'last_order_date'", kind: 'value' }],
    ['customer_type = |', { text: "'GUEST'", kind: 'value' }],
    ['blocked = true |', { text: 'AND', kind: 'keyword' }],
  ])('%s: %j', (marked, item) => {
    expect(offered(marked).filter(({ text }) => text === item.text)).toEqual([item])
  })
})

describe('S-1 what may be typed', () => {
  const dates = segmentCatalog.attributes.filter(({ type }) => type === 'date').map(({ name }) => `'${name}'`)

  it.each<[string, readonly string[]]>([
    // an anniversary is of a date
    ['anniversary(|', dates],
    ['segment(|', []],
    // each parameter has values of its own type
    ['orders_placed MATCHES (count = |', []],
    // what is begun last counts, not a call that is whole
    ["segment('a') AND blocked = |", ['true', 'false']],
    ["anniversary ('last_order_date') = today AND customer_type = |", ["'ACCOUNT'", "'GUEST'"]],
    // behind a name without a blank
    ['blocked=|', ['=', '!=']],
    ['blocked!|', ['!=']],
  ])('%s', (marked, expected) => {
    expect(texts(marked).toSorted()).toEqual(expected.toSorted())
  })

  it.each<[string, number, number]>([
    // at the beginning of a word nothing is typed yet
    ['|blocked', 0, 0],
    ['NOT |blocked', 4, 4],
    ['NOT blo|cked', 4, 11],
    // a dot behind a blank does not go on with a name
    ['storefront .|', 11, 12],
    ['storefront.|', 0, 11],
    ['.|', 0, 1],
    ['blocked=|', 7, 8],
    // a bracket is finished as soon as it stands there
    ['(|', 1, 1],
    ['NOT (blocked = true|)', 15, 19],
    ['(blocked = true)|', 16, 16],
  ])('%s replaces %i to %i', (marked, from, to) => {
    expect(completeSegment(marked.replace('|', ''), marked.indexOf('|'))).toMatchObject({ from, to })
  })
})
