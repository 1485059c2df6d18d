import { segmentLimits } from '../../limits/segment-limits.js'
import { problem } from '../../outcome/problem.js'
import type { SegmentNode } from '../segment.js'
import { childrenOf } from '../tree/descend.js'
import type { SegmentSqlProblem } from './sql-problem.js'
import { referencedSegment, type FindSegment } from './spot.js'

/** Why a segment is too large, with those that it names in their places; looks no further than it must. */
export function inlinedSizeProblem(
  root: SegmentNode,
  segments: FindSegment | undefined,
): SegmentSqlProblem | null {
  let nodes = 0
  const visit = (node: SegmentNode, depth: number): SegmentSqlProblem | null => {
    nodes += node.kind === 'function' ? 1 + node.params.length : 1
    if (nodes > segmentLimits.nodes) return tooMuch('segment.too-large', segmentLimits.nodes)
    if (depth > segmentLimits.depth) return tooMuch('segment.too-deep', segmentLimits.depth)
    if (node.kind === 'segment') return visit(referencedSegment(node.name, segments).root, depth)
    for (const inner of childrenOf(node)) {
      const found = visit(inner, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  return visit(root, 1)
}

function tooMuch(code: 'segment.too-large' | 'segment.too-deep', limit: number): SegmentSqlProblem {
  return problem(code, ['root'], { limit })
}
