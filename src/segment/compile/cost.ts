import type { Catalog } from '../catalog/catalog.js'
import { findAttribute } from '../catalog/find-attribute.js'
import type { SegmentNode } from '../segment.js'
import { childrenOf } from '../tree/descend.js'

const costs = { anniversary: 10, bucket: 30, segment: 100, function: 1000 } as const

/** Roughly how long the test of a node takes, where the comparison of two numbers takes 1. */
export function costOf(node: SegmentNode, catalog: Catalog<never>): number {
  if (node.kind === 'clause') return costOfAttribute(node.attribute, catalog)
  const own = node.kind in costs ? costs[node.kind as keyof typeof costs] : 0
  return childrenOf(node).reduce((sum, child) => sum + costOf(child, catalog), own)
}

/** A host's table is read, a list is walked, a text is cut or folded. */
function costOfAttribute(name: string, catalog: Catalog<never>): number {
  const row = findAttribute(catalog, name)?.row
  if (row?.reads !== undefined) return 500
  return row?.type === 'list' || row?.type === 'text' || row?.type === 'any' ? 5 : 1
}

/** The cheap ones first; of the same cost, in the order of the text. */
export function cheapestFirst(nodes: readonly SegmentNode[], catalog: Catalog<never>): SegmentNode[] {
  const costs = new Map(nodes.map((node) => [node, costOf(node, catalog)]))
  const cost = (node: SegmentNode): number => costs.get(node) as number
  return nodes.toSorted((one, other) => cost(one) - cost(other))
}
