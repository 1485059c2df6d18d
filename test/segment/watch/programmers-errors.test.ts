import { describe, expect, it } from 'vitest'
import {
  createSegmentIndex,
  segmentCatalog,
  type Segment,
  type SegmentNode,
} from '../../../src/segment/index.js'
import { parsed, shop } from '../matching.js'

const segment = (root: SegmentNode): Segment => ({ text: '', root, assumptions: [] })
const named = segment({ kind: 'segment', name: 'vip' })
const nothing = { attributes: [] }
const bare = { attributes: segmentCatalog.attributes }

/** What it throws about; who calls has only these words to find the mistake. */
describe('a programmer’s error says what is wrong', () => {
  it.each<[string, Segment, object, string]>([
    ['a moment', parsed('blocked = true'), { now: 'today' }, 'now must be an instant'],
    ['a zone', parsed('blocked = true'), { timeZone: 'Warsaw' }, 'timeZone must be one'],
    ['an attribute', parsed('blocked = true'), { catalog: nothing }, 'the catalog has no attribute blocked'],
    [
      'a day',
      parsed("anniversary('customer_added_date') = today"),
      { catalog: nothing },
      'the catalog has no attribute customer_added_date',
    ],
    [
      'a function',
      parsed('orders_placed MATCHES ()'),
      { catalog: bare },
      'the catalog has no function orders_placed',
    ],
    [
      'a lot without ids',
      parsed("random_bucket(5, 'x')"),
      { catalog: bare },
      'random_bucket wants a catalog with an id',
    ],
    ['a reader', parsed('orders_placed MATCHES ()'), {}, 'this segment needs related.orders'],
    ['no segments', named, {}, 'this segment names another'],
    ['a segment that is none', named, { segments: () => null }, 'this segment names another'],
  ])('%s', (_what, one, options, message) => {
    const create = (): unknown => createSegmentIndex([['a', one]], { ...shop, ...options } as never)
    expect(create).toThrow(TypeError)
    expect(create).toThrow(message)
  })
})
