import { invariant } from '../outcome/invariant.js'
import type { Segment, SegmentNode } from './segment.js'

/** The tree of a segment. Throws, a programmer's error, for a text that nobody has parsed, or an outcome that nobody has opened. */
export function rootOf(segment: Segment): SegmentNode {
  invariant((segment as Partial<Segment> | null)?.root, 'a segment is the `value` of what parseSegment gives')
  return segment.root
}
