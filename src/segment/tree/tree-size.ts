import { segmentLimits } from '../../limits/segment-limits.js'
import type { SegmentNode } from '../segment.js'
import { problemAt, type Place, type SegmentProblem } from '../segment-problem.js'

interface TreeSize {
  readonly nodes: number
  readonly depth: number
}

/** What is wrong with the size of a tree that was read from a text; a tree from outside is measured while it is read. */
export function treeSizeProblems(root: SegmentNode, place: Place): SegmentProblem[] {
  const { nodes, depth } = sizeOf(root)
  const problems: SegmentProblem[] = []
  if (nodes > segmentLimits.nodes)
    problems.push(problemAt('segment.too-large', place, { limit: segmentLimits.nodes }))
  if (depth > segmentLimits.depth)
    problems.push(problemAt('segment.too-deep', place, { limit: segmentLimits.depth }))
  return problems
}

function sizeOf(node: SegmentNode): TreeSize {
  const sizes = childrenOf(node).map(sizeOf)
  return {
    nodes: sizes.reduce((sum, { nodes }) => sum + nodes, 1),
    depth: sizes.reduce((most, { depth }) => Math.max(most, depth + 1), 1),
  }
}

function childrenOf(node: SegmentNode): readonly SegmentNode[] {
  if (node.kind === 'not') return [node.node]
  return 'nodes' in node ? node.nodes : []
}
