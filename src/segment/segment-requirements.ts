import type { Catalog } from './catalog/catalog.js'
import { segmentCatalog } from './catalog/customer-catalog.js'
import { findAttribute } from './catalog/find-attribute.js'
import { findFunction } from './catalog/find-function.js'
import type { RelatedName } from './catalog/related.js'
import { rootOf } from './root-of.js'
import type { Segment, SegmentLeaf } from './segment.js'
import { leavesOf } from './tree/descend.js'

/** By what a segment was parsed. */
export interface SegmentRequirementsOptions {
  /** by default that of customer records (`segmentCatalog`) */
  readonly catalog?: Catalog<never> | undefined
  /** the segments that `segment('name')` may name; what they need is needed as well */
  readonly segments?: ((name: string) => Segment | null | undefined) | undefined
}

/**
 * Which readers of `related` a segment needs (decision of R-6): their names, sorted, each once. Load them before asking.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const outcome = parseSegment('orders_placed MATCHES (date > -30d) AND companies = 5')
 * expect(outcome.ok && segmentRequirements(outcome.value)).toEqual(['companies', 'orders'])
 * ```
 */
export function segmentRequirements(
  segment: Segment,
  { catalog = segmentCatalog, segments }: SegmentRequirementsOptions = {},
): readonly RelatedName[] {
  const needed = reachableLeaves(segment, segments).map((leaf) => needOf(leaf, catalog))
  return [...new Set(needed)].filter((name) => name !== null).toSorted()
}

function needOf(leaf: SegmentLeaf, catalog: Catalog<never>): RelatedName | null {
  if (leaf.kind === 'function') {
    const reads = findFunction(catalog, leaf.name)?.reads
    return typeof reads === 'string' ? reads : null
  }
  return 'attribute' in leaf ? (findAttribute(catalog, leaf.attribute)?.row.reads ?? null) : null
}

/** The conditions of a segment and of all that it leads to, each segment once. */
function reachableLeaves(
  segment: Segment,
  segments: SegmentRequirementsOptions['segments'],
): readonly SegmentLeaf[] {
  const leaves = leavesOf(rootOf(segment))
  const seen = new Set<string>()
  // Grows while it is walked
  for (const leaf of leaves) {
    if (leaf.kind !== 'segment' || seen.has(leaf.name)) continue
    seen.add(leaf.name)
    const named = segments?.(leaf.name)
    if (named) for (const further of leavesOf(named.root)) leaves.push(further)
  }
  return leaves
}
