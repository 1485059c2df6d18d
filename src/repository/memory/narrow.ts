import type { Segment, SegmentClause, SegmentNode } from '../../segment/segment.js'
import type { CustomerId } from '../../value/id.js'
import { foldText } from '../../value/text.js'
import { idsUnder } from './many-index.js'
import type { Store } from './store.js'

/** More than so many are not worth being put in order for a page: their share of everybody is large enough to meet them on the way. */
const MOST = 20_000

/**
 * The few among whom everybody is for whom a segment holds, as far as the index by tags can tell; otherwise `null`. The segment
 * is still to be asked of each.
 */
export function candidatesFor(store: Store, { root }: Segment): ReadonlySet<CustomerId> | null {
  const found = among(store, root)
  return found === null || found.size > MOST ? null : found
}

function among(store: Store, node: SegmentNode): ReadonlySet<CustomerId> | null {
  if (node.kind === 'clause') return isTagged(node) ? idsUnder(store.tags, foldText(tagOf(node))) : null
  if (node.kind !== 'and') return null
  return node.nodes
    .map((inner) => among(store, inner))
    .reduce((one, other) => (other === null || (one !== null && one.size <= other.size) ? one : other), null)
}

function isTagged({ attribute, operator }: SegmentClause): boolean {
  return attribute === 'customer_tags' && operator === 'CONTAINS'
}

function tagOf({ values }: SegmentClause): string {
  return values[0]?.text ?? ''
}
