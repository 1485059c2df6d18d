import { describe, expect, it } from 'vitest'
import { parseSegment, type Segment, type SegmentNode } from '../../../src/segment/index.js'
import { dateStorages } from '../../../src/segment/sql/date-storage.js'
import { segmentToSql, type MappedHistory, type SegmentMapping } from '../../../src/segment/sql/index.js'
import { quoted } from '../../../src/segment/sql/sql.js'
import { parsed, shop } from '../matching.js'

const mapping: SegmentMapping = { id: 'id', attributes: { source: 'source' } }
const write = (query: unknown, given: SegmentMapping = mapping): ReturnType<typeof segmentToSql> =>
  segmentToSql(parsed(query), { ...shop, dialect: 'sqlite', mapping: given })
const textOf = (query: unknown, given?: SegmentMapping): string => {
  const outcome = write(query, given)
  return outcome.ok ? outcome.value.text.replaceAll('"', '') : JSON.stringify(outcome.problems)
}

describe('a name', () => {
  it('is as long as PostgreSQL looks at, and no longer', () => {
    const named = (length: number): boolean => write("source = 'x'", storedIn('x'.repeat(length))).ok
    expect([1, 63, 64].map(named)).toEqual([true, true, false])
  })
})

function storedIn(source: string): SegmentMapping {
  return { ...mapping, attributes: { source } }
}

describe('many conditions', () => {
  const joined = (count: number, word: string): string =>
    textOf(Array.from({ length: count }, () => 'source IS NULL').join(` ${word} `))

  it.each(['AND', 'OR'])('stand beside one another up to eight, and then in halves (%s)', (word) => {
    const flat = (count: number): string =>
      `(${Array.from({ length: count }, () => 'c.source is null').join(` ${word.toLowerCase()} `)})`
    expect(joined(8, word)).toBe(flat(8))
    expect(joined(9, word)).toBe(`(${flat(5)} ${word.toLowerCase()} ${flat(4)})`)
  })
})

describe('each reason is told once for each place', () => {
  const codesOf = (query: string, given: SegmentMapping): readonly unknown[] => {
    const outcome = write(query, given)
    return outcome.ok
      ? []
      : outcome.problems.map(({ code, path, params }) => [code, path.join('.'), params?.['name']])
  }

  it('the same one at two places is two', () => {
    expect(codesOf('price_level = 1 AND price_level = 2', mapping)).toEqual([
      ['segment.not-mapped', 'root.nodes.0', 'price_level'],
      ['segment.not-mapped', 'root.nodes.1', 'price_level'],
    ])
  })

  it('two at the same place are two, and one of them is told once', () => {
    const metafields = { table: '"', key: { '"': '"' }, name: '"', text: 'text' }
    expect(codesOf('metafields.a.b = 1', { ...mapping, attributes: { metafields } })).toEqual([
      ['segment.bad-name', 'root', 'metafields'],
      ['segment.not-mapped', 'root', 'metafields'],
    ])
  })
})

describe('histories', () => {
  const table = (name: string): MappedHistory => ({ table: name, key: 'customer', fields: {} })

  it('are found under the function’s own name before that of its reader', () => {
    const orders = table('all_orders')
    const own = table('placed')
    expect(textOf('orders_placed MATCHES ()', { ...mapping, histories: { orders } })).toBe(
      'exists (select 1 from all_orders as segment_event where segment_event.customer = c.id)',
    )
    expect(
      textOf('orders_placed MATCHES ()', { ...mapping, histories: { orders, orders_placed: own } }),
    ).toBe('exists (select 1 from placed as segment_event where segment_event.customer = c.id)')
  })

  it('of fields that nobody mapped are not looked up in the prototype', () => {
    const outcome = write('orders_placed MATCHES (app_id = 1)', {
      ...mapping,
      histories: { orders: table('o') },
    })
    expect(outcome).toMatchObject({ problems: [{ params: { name: 'orders_placed.appId' } }] })
  })
})

describe('a segment with those that it names', () => {
  it('counts the parameters of functions, and the names themselves', () => {
    const { root } = parsed('orders_placed MATCHES (count > 1, sum_amount < 9)')
    const nodes = Array.from({ length: 100 }, (): SegmentNode => root)
    const many: Segment = { text: '', assumptions: [], root: { kind: 'and', nodes } }
    // 1, three times 1 + 301, and 93 more are a thousand
    const outcome = (more: number): unknown => {
      const query = [
        ...Array.from({ length: 3 }, () => "segment('many')"),
        ...Array.from({ length: more }, () => 'source IS NULL'),
      ]
      const segment = parseSegment(query.join(' AND '), { segments: () => many })
      if (!segment.ok) throw new Error(JSON.stringify(segment.problems))
      const histories = {
        orders: { table: 'o', key: 'k', fields: { amount: { column: 'a', currency: 'EUR' } } },
      }
      const written = segmentToSql(segment.value, {
        ...shop,
        dialect: 'postgres',
        mapping: { ...mapping, histories },
        segments: () => many,
      })
      return written.ok ? [] : written.problems.map(({ code, path }) => [code, path])
    }
    expect(outcome(93)).toEqual([])
    expect(outcome(94)).toEqual([['segment.too-large', ['root']]])
  })
})

describe('the month and day of a moment', () => {
  const monthDay = dateStorages.postgres.timestamptz?.monthDay

  it.each([
    ['Europe/Oslo', true],
    ['Etc/GMT+2', true],
    ['+02:00', false],
    ['-02:00', false],
  ])('in %s can be asked of PostgreSQL: %s', (zone, expected) => {
    expect(monthDay?.(quoted('x'), zone) !== null).toBe(expected)
  })
})
