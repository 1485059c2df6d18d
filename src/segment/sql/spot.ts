import { invariant } from '../../outcome/invariant.js'
import type { ProblemPath } from '../../outcome/problem.js'
import type { Catalog } from '../catalog/catalog.js'
import type { Segment } from '../segment.js'
import type { Scope, Writing } from './asking.js'

/** Gives another segment by its name. */
export type FindSegment = (name: string) => Segment | null | undefined

/** Where the writing of a tree is, and what it needs there. */
export interface Spot {
  readonly writing: Writing
  readonly catalog: Catalog<never>
  readonly segments: FindSegment | undefined
  readonly customers: Scope
  readonly path: ProblemPath
}

/** A segment that another names. */
export function referencedSegment(name: string, segments: FindSegment | undefined): Segment {
  const segment = segments?.(name)
  invariant(segment, 'this segment names another; write it with the segments that it was parsed with')
  return segment
}
