import type { SegmentLeaf, SegmentNode } from '../segment.js'

/** The nodes right below a node. */
export function childrenOf(node: SegmentNode): readonly SegmentNode[] {
  if (node.kind === 'not') return [node.node]
  return 'nodes' in node ? node.nodes : []
}

/** The conditions of a tree, in the order of its text. */
export function leavesOf(node: SegmentNode): SegmentLeaf[] {
  if (node.kind === 'not' || 'nodes' in node) return childrenOf(node).flatMap(leavesOf)
  return node.kind === 'all' ? [] : [node]
}

/** How many nodes lie on the longest way from a node down, itself included. */
export function depthOf(node: SegmentNode): number {
  return 1 + childrenOf(node).reduce((most, child) => Math.max(most, depthOf(child)), 0)
}

/** How many nodes a tree has; the parameters of a function count as nodes. */
export function countNodes(node: SegmentNode): number {
  const own = node.kind === 'function' ? 1 + node.params.length : 1
  return childrenOf(node).reduce((sum, child) => sum + countNodes(child), own)
}
