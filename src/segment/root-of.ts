import { invariant } from '../outcome/invariant.js'
import { isPlainMap } from '../value/plain-map.js'
import type { Segment, SegmentNode } from './segment.js'

/** The tree of a segment. Throws, a programmer's error, for a text that nobody has parsed, or an outcome that nobody has opened. */
export function rootOf(segment: Segment): SegmentNode {
  const root: unknown = (segment as Segment | null | undefined)?.root
  invariant(isPlainMap(root), 'a segment is what parseSegment gives as its `value`')
  return segment.root
}
