import type { Catalog } from '../catalog/catalog.js'
import { findAttribute } from '../catalog/find-attribute.js'
import type { NodeKind, NodeOf, SegmentNode } from '../segment.js'

const costs: {
  readonly [Kind in NodeKind]: (node: NodeOf<Kind>, catalog: Catalog<never>) => number
} = {
  all: () => 0,
  and: ({ nodes }, catalog) => sumOf(nodes, catalog),
  or: ({ nodes }, catalog) => sumOf(nodes, catalog),
  not: ({ node }, catalog) => costOf(node, catalog),
  clause: ({ attribute }, catalog) => costOfAttribute(attribute, catalog),
  anniversary: () => 10,
  bucket: () => 30,
  segment: () => 100,
  function: () => 1000,
}

/** Roughly how long the test of a node takes, where the comparison of two numbers takes 1. */
export function costOf(node: SegmentNode, catalog: Catalog<never>): number {
  const cost = costs[node.kind] as (node: SegmentNode, catalog: Catalog<never>) => number
  return cost(node, catalog)
}

function sumOf(nodes: readonly SegmentNode[], catalog: Catalog<never>): number {
  return nodes.reduce((sum, node) => sum + costOf(node, catalog), 0)
}

/** A list is walked, a text is cut or folded, and a host's table is read. */
function costOfAttribute(name: string, catalog: Catalog<never>): number {
  const row = findAttribute(catalog, name)?.row
  if (row?.reads !== undefined) return 500
  return row?.type === 'list' || row?.type === 'text' || row?.type === 'any' ? 5 : 1
}
