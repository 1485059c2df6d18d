import { segmentLimits } from '../../limits/segment-limits.js'
import type { SegmentNode } from '../segment.js'
import { problemAt, type Place, type SegmentProblem } from '../segment-problem.js'
import { countNodes, depthOf, leavesOf } from './descend.js'

/** What is wrong with the size of a tree that was read from a text; a tree from outside is measured while it is read. */
export function treeSizeProblems(root: SegmentNode, place: Place): SegmentProblem[] {
  const { nodes, depth } = segmentLimits
  const problems: SegmentProblem[] = []
  if (countNodes(root) > nodes) problems.push(problemAt('segment.too-large', place, { limit: nodes }))
  if (depthOf(root) > depth) problems.push(problemAt('segment.too-deep', place, { limit: depth }))
  return problems
}

/** What is wrong with the number of conditions, where a host limits it. */
export function clauseProblems(root: SegmentNode, place: Place, limit?: number): SegmentProblem[] {
  if (limit === undefined) return []
  return leavesOf(root).length > limit ? [problemAt('segment.too-large', place, { limit })] : []
}
