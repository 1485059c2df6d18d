import { invariant } from '../../outcome/invariant.js'
import type { Catalog } from '../catalog/catalog.js'
import type { NodeKind, NodeOf, Segment, SegmentNode } from '../segment.js'
import { printNode } from '../text/print.js'
import { dueAnniversary, dueClause, dueFunction } from './due-leaf.js'
import type { Days } from './moved-dates.js'

/** What every row reads, and what it finds. */
export interface Asking {
  readonly catalog: Catalog<never>
  readonly days: Days
  readonly segments: ((name: string) => Segment | null | undefined) | undefined
  /** what was found for each named segment */
  readonly named: Map<string, SegmentNode | null>
  /** all that was found for single conditions, by its text */
  readonly found: Map<string, SegmentNode>
}

const rows: {
  readonly [Kind in NodeKind]: (node: NodeOf<Kind>, asking: Asking) => SegmentNode | null
} = {
  all: () => null,
  // Where one condition changes, the customer enters or leaves only if all others are true …
  and: ({ nodes }, asking) => dueOf(nodes, asking, (node) => node),
  // … and here, only if all others are false
  or: ({ nodes }, asking) => dueOf(nodes, asking, negated),
  not: ({ node }, asking) => dueNode(node, asking),
  clause: (node, asking) => anyOf(dueClause(node, asking.catalog, asking.days), asking),
  function: (node, asking) => anyOf(dueFunction(node, asking.catalog, asking.days), asking),
  anniversary: (node, asking) => anyOf(dueAnniversary(node, asking.days), asking),
  segment: ({ name }, asking) => dueNamed(name, asking),
  bucket: () => null,
}

/** The customers whose answer to a node time alone can change between the two days, or `null` where there are none. */
export function dueNode(node: SegmentNode, asking: Asking): SegmentNode | null {
  const row = rows[node.kind] as (node: SegmentNode, asking: Asking) => SegmentNode | null
  return row(node, asking)
}

function dueOf(
  nodes: readonly SegmentNode[],
  asking: Asking,
  asIs: (still: SegmentNode) => SegmentNode,
): SegmentNode | null {
  const due = nodes.map((node) => dueNode(node, asking))
  const moving = due.filter((node) => node !== null)
  if (moving.length === 0) return null
  const still = nodes.filter((_, i) => due[i] === null).map(asIs)
  return joined('and', [...still, joined('or', moving)])
}

/** What another segment does is found once, however often it is named. */
function dueNamed(name: string, asking: Asking): SegmentNode | null {
  const known = asking.named.get(name)
  if (known !== undefined) return known
  const segment = asking.segments?.(name)
  invariant(segment, 'this segment names another; give the segments that it was parsed with')
  const due = dueNode(segment.root, asking)
  asking.named.set(name, due)
  return due
}

/** Any of what was found, each thing once and the same: for what is said twice needs saying once. */
function anyOf(nodes: readonly SegmentNode[], { found }: Asking): SegmentNode | null {
  const known = nodes.map((node) => {
    const text = printNode(node)
    const first = found.get(text) ?? node
    found.set(text, first)
    return first
  })
  return known.length === 0 ? null : joined('or', known)
}

/** One node of all, of which there is at least one, without brackets that say nothing. */
export function joined(kind: 'and' | 'or', nodes: readonly SegmentNode[]): SegmentNode {
  const flat = [...new Set(nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node])))]
  return flat.length === 1 ? (flat[0] as SegmentNode) : { kind, nodes: flat }
}

function negated(node: SegmentNode): SegmentNode {
  return node.kind === 'not' ? node.node : { kind: 'not', node }
}
