import { invariant } from '../../outcome/invariant.js'
import type { Outcome } from '../../outcome/outcome.js'
import { sameJson } from '../../outcome/same-json.js'
import { parseSegment, type ParseSegmentOptions } from '../parse-segment.js'
import { allCustomers, type Segment, type SegmentNode } from '../segment.js'
import type { SegmentProblem } from '../segment-problem.js'

/**
 * The conditions of a segment that must all be true, each a segment of its own (L-4); of "All customers" none. What
 * `explainSegment` says of one is its label.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const vip = parseSegment("amount_spent > 1000 AND customer_tags CONTAINS 'vip'")
 * if (!vip.ok) throw new Error('the query is wrong')
 * expect(segmentConditions(vip.value).map(({ text }) => text)).toEqual([
 *   'amount_spent > 1000',
 *   "customer_tags CONTAINS 'vip'",
 * ])
 * ```
 */
export function segmentConditions(segment: Segment, options: ParseSegmentOptions = {}): readonly Segment[] {
  return nodesOf(segment).map((node) => segmentOf(node, options))
}

/**
 * Joins one more condition by AND (L-4); one that is there already is not joined again. A condition of several is joined
 * one by one.
 *
 * Codes: `segment.too-deep`, `segment.too-large`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { allCustomers, filterCondition } = await import('clientele/segment')
 * const tagged = filterCondition('tagged-with', 'CONTAINS', 'vip')
 * if (!tagged.ok) throw new Error('the value is wrong')
 * const outcome = addCondition(allCustomers, tagged.value)
 * expect(outcome.ok && outcome.value.text).toBe("customer_tags CONTAINS 'vip'")
 * ```
 */
export function addCondition(
  segment: Segment,
  condition: Segment,
  options: ParseSegmentOptions = {},
): Outcome<Segment, SegmentProblem> {
  const nodes = nodesOf(segment)
  const added = nodesOf(condition).filter((node) => !nodes.some((other) => sameJson(other, node)))
  return parseSegment(allOf([...nodes, ...added]), options)
}

/**
 * Takes one condition away, by its place among `segmentConditions` (L-4); without conditions it is "All customers".
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const vip = parseSegment("amount_spent > 1000 AND customer_tags CONTAINS 'vip'")
 * if (!vip.ok) throw new Error('the query is wrong')
 * expect(removeCondition(vip.value, 0).text).toBe("customer_tags CONTAINS 'vip'")
 * ```
 */
export function removeCondition(segment: Segment, index: number, options: ParseSegmentOptions = {}): Segment {
  return segmentOf(allOf(nodesOf(segment).filter((_node, i) => i !== index)), options)
}

function nodesOf({ root }: Segment): readonly SegmentNode[] {
  if (root.kind === 'all') return []
  return root.kind === 'and' ? root.nodes : [root]
}

function allOf(nodes: readonly SegmentNode[]): SegmentNode {
  const [only = allCustomers.root] = nodes
  return nodes.length > 1 ? { kind: 'and', nodes } : only
}

/** A part of a checked segment is as right as the whole. */
function segmentOf(node: SegmentNode, options: ParseSegmentOptions): Segment {
  const outcome = parseSegment(node, options)
  invariant(outcome.ok, 'take a segment apart with the catalog that it was parsed with')
  return outcome.value
}
