import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileSegment, parseSegment, printSegment } from '../../src/segment/index.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { faultsOf, parsed, shop } from './matching.js'

interface ExampleQuery {
  readonly query: string
  readonly invalid?: boolean
}

const examples = JSON.parse(
  readFileSync(new URL('../fixtures/segment-queries.json', import.meta.url), 'utf8'),
) as ExampleQuery[]

/** What the language does not know yet, because it needs a history that the record does not hold. */
const functions =
  /\b(?:products_purchased|orders_placed|shopify_email|customer_within_distance|anniversary)\b/

const right = examples.filter(({ invalid }) => invalid !== true)
const plain = right.filter(({ query }) => !functions.test(query)).map(({ query }) => query)
const waiting = right.filter(({ query }) => functions.test(query)).map(({ query }) => query)
const wrong = examples.filter(({ invalid }) => invalid === true).map(({ query }) => query)

describe('the example queries', () => {
  it('are all here', () => {
    expect([plain.length, waiting.length, wrong.length]).toEqual([48, 25, 7])
  })

  it.each(plain)('%s is read, printed as it stands, and asked', (query) => {
    const segment = parsed(query)
    expect(printSegment(segment)).toBe(query)
    expect(typeof compileSegment(segment, shop)(buildRecord())).toBe('boolean')
  })

  it.each(waiting)('%s is refused for its function alone, until functions are known', (query) => {
    const faults = new Set(faultsOf(query))
    expect(faults.size).toBeGreaterThan(0)
    for (const fault of faults) expect(fault).toMatch(/^unknown-attribute: /)
    for (const fault of faults) expect(fault).toMatch(functions)
  })

  it.each(wrong)('%s is refused', (query) => {
    expect(parseSegment(query).ok).toBe(false)
  })
})
