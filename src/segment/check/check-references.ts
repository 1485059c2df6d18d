import { segmentLimits } from '../../limits/segment-limits.js'
import type { Segment } from '../segment.js'
import { problemAt, type SegmentProblem, type SegmentProblemCode } from '../segment-problem.js'
import { depthOf, leavesOf } from '../tree/descend.js'
import type { ReadReference } from './read-leaf.js'

/** The segments that a query may name. */
export interface KnownSegments {
  /** the segment of a name, parsed; `null` or `undefined` where there is none */
  readonly segments?: ((name: string) => Segment | null | undefined) | undefined
  /** under which name this one will be kept, so that it leads to itself under no other */
  readonly name?: string | undefined
}

/** Where a name leads: so many levels down, or to a problem with the segment `found`. */
type Lead = { readonly levels: number } | { readonly code: SegmentProblemCode; readonly found: string }

/** What is wrong with the segments that a query names, and with those that they name in turn. Each is followed once. */
export function checkReferences(
  references: readonly ReadReference[],
  known: KnownSegments,
): SegmentProblem[] {
  const leads = new Map<string, Lead>()
  return references.flatMap(({ name: { value, at } }) => {
    const lead = follow(value, 0, known, leads)
    return 'code' in lead ? [problemAt(lead.code, at, detailsOf(lead.code, lead.found))] : []
  })
}

function detailsOf(code: SegmentProblemCode, found: string): { found: string; limit?: number } {
  return code === 'segment.too-deep' ? { found, limit: segmentLimits.levels } : { found }
}

function follow(name: string, above: number, known: KnownSegments, leads: Map<string, Lead>): Lead {
  const lead = leads.get(name) ?? explore(name, above, known, leads)
  leads.set(name, lead)
  if ('levels' in lead && above + lead.levels > segmentLimits.levels) {
    return { code: 'segment.too-deep', found: name }
  }
  return lead
}

function explore(name: string, above: number, known: KnownSegments, leads: Map<string, Lead>): Lead {
  if (name === known.name) return { code: 'segment.cycle', found: name }
  const segment = known.segments?.(name)
  if (segment === null || segment === undefined) return { code: 'segment.unknown-value', found: name }
  const depth = depthOf(segment.root)
  if (above + depth > segmentLimits.levels) return { code: 'segment.too-deep', found: name }
  // Whoever comes here again before this is done has gone in a circle
  leads.set(name, { code: 'segment.cycle', found: name })
  let levels = depth
  for (const leaf of leavesOf(segment.root)) {
    if (leaf.kind !== 'segment') continue
    const lead = follow(leaf.name, above + depth, known, leads)
    if ('code' in lead) return lead
    levels = Math.max(levels, depth + lead.levels)
  }
  return { levels }
}
