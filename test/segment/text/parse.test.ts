import { describe, expect, it } from 'vitest'
import { segmentLimits } from '../../../src/limits/segment-limits.js'
import { parseSegment } from '../../../src/segment/index.js'
import { parsed } from '../matching.js'

/** What is refused in a text, each as `found: what could stand there (what it may be meant as)`. */
function refusedIn(text: string): string[] {
  const outcome = parseSegment(text)
  return outcome.ok
    ? []
    : outcome.problems.map(({ params }) => {
        const { found, expected, nearest } = params as {
          found: string
          expected: readonly string[]
          nearest?: string
        }
        return `${found}: ${expected.join(' ')}${nearest === undefined ? '' : ` (${nearest})`}`
      })
}

describe('what could stand where something is refused', () => {
  it.each<[string, string[]]>([
    // what is written with brackets
    ["anniversary('birth_date'", [': )']],
    ["anniversary('birth_date' = today", ['=: )', ': )']],
    ['anniversary(5) = today', ['5: text']],
    ["anniversary(source: 'birth_date') = today", ['source: text']],
    ["segment('a'", [': )']],
    ['segment(5)', ['5: text']],
    ['random_bucket()', ['): number']],
    ["random_bucket('x', 5)", ["'x': number"]],
    ["random_bucket(0.5 'x')", ["'x': ,"]],
    ['random_bucket(0.5)', ['): ,']],
    ['random_bucket(0.5, x)', ['x: text']],
    // two numbers in brackets are a point, and nothing else in brackets is
    ...['(40.7; -74)', '(40.7, x)', '(x, -74)', '(1, 2, 3)', '(1)'].map((point): [string, string[]] => [
      `customer_within_distance MATCHES (coordinates = ${point}, distance_km = 5)`,
      ['(: value'],
    ]),
    // values
    ['source = ,', [',: value']],
    ["source = 'it''s'", ["'it''s': value ('it\\'s')"]],
    ['source = "a\'\'b"', ["\"a''b\": value ('a\\'\\'b')"]],
    ["source = 'x’", ["'x’: value ('x')"]],
    ['source = x', ["x: value ('x')"]],
    ['amount_spent > x', ['x: number']],
    ['amount_spent > numbe', ['numbe: number']],
    ['number_of_orders = nul', ['nul: whole number']],
    ['number_of_orders = xnull', ['xnull: whole number']],
    ['number_of_orders = nullx', ['nullx: whole number']],
    ['number_of_orders = Null', ['Null: whole number (IS NULL)']],
    ['number_of_orders != null', ['null: whole number (IS NOT NULL)']],
    ['blocked = tru', ['tru: true false (true)']],
    // operators
    ['source IS', [': NULL NOT']],
    ['source IS NO', ['NO: NULL NOT (NOT)']],
    ['source $ 5', ['$: = != IN NOT IN IS NULL IS NOT NULL']],
    ['source <> 5', ['<>: = != IN NOT IN IS NULL IS NOT NULL (!=)']],
    // lists
    ['source IN 5', ['5: (']],
    ["source IN ('a' 'b')", ["'b': , )"]],
    ["source IN ('a'", [': , )']],
    ['source IN ()', ['): value']],
    // the old spelling of functions
    ["products_purchased(tag 'sale') = true", ["'sale': :"]],
    ["products_purchased(tag: 'sale') > true", ['>: = !=']],
    ["products_purchased(tag: 'sale') = tru", ['tru: true false']],
    ['products_purchased(tag: (AND)) = true', ['AND: value', '): value']],
  ])('in %s', (text, refused) => {
    expect(refusedIn(text)).toEqual(refused)
  })

  it('of a day, its words among them', () => {
    expect(refusedIn('last_order_date > yesterda')[0]).toMatch(
      /^yesterda: 20.* today yesterday \(yesterday\)$/,
    )
    expect(refusedIn('last_order_date > tody')[0]).toMatch(/\(today\)$/)
    expect(refusedIn('last_order_date > x')[0]).not.toMatch(/\)$/)
  })
})

describe('the old spelling of functions', () => {
  it.each([
    ['products_purchased(count_at_least: 3) = true', 'products_purchased MATCHES (count >= 3)'],
    ["products_purchased(tag: 'sale') != true", "products_purchased NOT_MATCHES (tag = 'sale')"],
    ["products_purchased(tag: 'sale') = false", "products_purchased NOT_MATCHES (tag = 'sale')"],
    ["products_purchased(tag: 'sale') != false", "products_purchased MATCHES (tag = 'sale')"],
    ['products_purchased(id: (1, 2)) = true', 'products_purchased MATCHES (id IN (1, 2))'],
    [
      'customer_within_distance(coordinates: (1, 2), distance_km: 5) = true',
      'customer_within_distance MATCHES (coordinates = (1, 2), distance_km = 5)',
    ],
    ["products_purchased(tag: ('a', b)) = true", "products_purchased MATCHES (tag IN ('a', 'b'))"],
  ])('%s is %s', (old, text) => {
    expect(parsed(old).root).toEqual(parsed(text).root)
  })

  it('notes which bare words it took for texts', () => {
    expect(parsed("products_purchased(tag: ('a', b)) = true").assumptions).toMatchObject([
      { code: 'segment.assumed-value', params: { found: 'b', read: "'b'" } },
    ])
    expect(parsed("products_purchased(tag: ('a', 'b')) = true").assumptions).toEqual([])
  })

  it('has a parameter for the count, and no function without a count does', () => {
    expect(refusedIn('customer_within_distance(count_at_least: 5, distance_km: 5) = true')).toContain(
      'count_at_least: coordinates distance_km distance_mi',
    )
  })
})

describe('depth', () => {
  it('is counted where brackets and NOT are open, not where they were closed', () => {
    const deep = (levels: number): string => `${'('.repeat(levels)}source = 'a'${')'.repeat(levels)}`
    const most = segmentLimits.depth
    expect(parseSegment(deep(most)).ok).toBe(true)
    expect(parseSegment(deep(most + 1)).ok).toBe(false)
    expect(parseSegment(`${deep(most)} OR ${deep(most)}`).ok).toBe(true)
    expect(parseSegment(`${deep(most)} AND (${deep(most)})`)).toMatchObject({
      problems: [{ code: 'segment.too-deep', params: { limit: most } }],
    })
  })
})
