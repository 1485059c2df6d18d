import fc from 'fast-check'
import type { Segment, SegmentNode } from '../../src/segment/index.js'
import { arbitraries } from '../../src/testing/arbitraries.js'

const plain = arbitraries(fc).segment()

/** A tree as a segment, whatever it names. */
export function segmentOf(root: SegmentNode): Segment {
  return { text: '', root, assumptions: [] }
}

/** Any segment, which may name some of these. */
export function naming(names: readonly string[]): fc.Arbitrary<Segment> {
  if (names.length === 0) return plain
  const named = fc.constantFrom(...names).map((name): SegmentNode => ({ kind: 'segment', name }))
  const signed = fc.oneof(
    named,
    named.map((node): SegmentNode => ({ kind: 'not', node })),
  )
  const mixed = fc
    .record({ kind: fc.constantFrom('and', 'or'), one: plain, other: signed, third: signed })
    .map(({ kind, one, other, third }) => segmentOf({ kind, nodes: [other, one.root, third] }))
  return fc.oneof({ arbitrary: plain, weight: 2 }, mixed)
}

/** Segments by name: each may name those before it. */
export const arbitraryNames: fc.Arbitrary<ReadonlyMap<string, Segment>> = fc
  .record({ first: naming([]), second: naming(['first']), third: naming(['first', 'second']) })
  .map((segments) => new Map(Object.entries(segments)))

/** When, where and in which currency is asked. */
export const arbitraryShop = fc.record({
  now: fc.constantFrom('2026-11-22T12:00:00.000Z', '2024-03-31T00:30:00.000Z', '2024-02-29T23:59:59.999Z'),
  timeZone: fc.constantFrom('UTC', 'Europe/Warsaw', 'America/New_York', 'Pacific/Apia'),
  currency: fc.constantFrom(undefined, 'EUR', 'JPY'),
})
