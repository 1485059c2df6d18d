import { describe, expect, it } from 'vitest'
import {
  compileSegment,
  type Segment,
  type SegmentNode,
  type SegmentParam,
} from '../../../src/segment/index.js'
import { parsed, relatedOf, shop } from '../matching.js'

const segment = (root: SegmentNode): Segment => ({ text: '', root, assumptions: [] })
const clause = (attribute: string, operator: string, text: string): SegmentNode =>
  ({ kind: 'clause', attribute, operator, values: [{ type: 'text', text }] }) as SegmentNode
const called = (name: string, params: Readonly<Record<string, readonly string[]>>): SegmentNode => ({
  kind: 'function',
  name,
  operator: 'MATCHES',
  params: Object.entries(params).map(
    ([param, texts]): SegmentParam => ({
      name: param,
      operator: '=',
      values: texts.map((text) => ({ type: 'text', text })),
    }),
  ),
})
const anniversary: SegmentNode = { kind: 'anniversary', attribute: 'oops', operator: '=', values: [] }
const named: SegmentNode = { kind: 'segment', name: 'vip' }
const wantsPoint = 'customer_within_distance wants a point and a distance'
const otherSegments = 'compile a segment with the segments that it was parsed with'

/** What it throws about; who calls has only these words to find the mistake. */
describe('a programmer’s error says what is wrong', () => {
  it.each<[string, SegmentNode, object, string]>([
    ['a moment', parsed('blocked = true').root, { now: '2026-11-22' }, 'now must be an instant'],
    ['a zone', parsed('blocked = true').root, { timeZone: 'Warsaw' }, 'timeZone must be one'],
    ['an attribute', clause('oops', '=', 'x'), {}, 'the catalog has no attribute oops'],
    [
      'an attribute among others',
      { kind: 'and', nodes: [clause('source', '=', 'x'), clause('oops', '=', 'x')] },
      {},
      'the catalog has no attribute oops',
    ],
    ['a day', anniversary, {}, 'the catalog has no attribute oops'],
    ['an operator', clause('source', '>', 'x'), {}, 'source does not allow >'],
    ['a value', clause('rfm_group', '=', 'x'), {}, 'compile a segment with the catalog that it was parsed'],
    ['a function', called('oops', {}), {}, 'the catalog has no function oops'],
    ['a parameter', called('orders_placed', { oops: ['1'] }), {}, 'the catalog has no parameter oops'],
    ['neither point nor distance', called('customer_within_distance', {}), {}, wantsPoint],
    ['no point', called('customer_within_distance', { distance_km: ['5'] }), {}, wantsPoint],
    [
      'a point without a value',
      called('customer_within_distance', { coordinates: [], distance_km: ['5'] }),
      {},
      wantsPoint,
    ],
    [
      'a point that is none',
      called('customer_within_distance', { coordinates: ['here'], distance_km: ['5'] }),
      {},
      wantsPoint,
    ],
    ['no distance', called('customer_within_distance', { coordinates: ['1,2'] }), {}, wantsPoint],
    ['no reader', called('orders_placed', {}), { related: {} }, 'this segment needs related.orders'],
    ['no segments', named, {}, otherSegments],
    ['a segment that is nobody’s', named, { segments: () => undefined }, otherSegments],
    ['a segment that is none', named, { segments: () => null }, otherSegments],
    ['a segment that leads to itself', named, { segments: () => segment(named) }, otherSegments],
    [
      'a lot without ids',
      { kind: 'bucket', share: '5', seed: '' },
      { catalog: { attributes: [] } },
      'random_bucket wants a catalog with an id',
    ],
    ['a group of none', { kind: 'or', nodes: [] }, {}, 'a group has at least one node'],
  ])('%s', (_what, root, options, message) => {
    const compile = (): unknown =>
      compileSegment(segment(root), { ...shop, related: relatedOf(), ...options })
    expect(compile).toThrow(TypeError)
    expect(compile).toThrow(message)
  })
})
