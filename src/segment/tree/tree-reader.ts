import { segmentLimits } from '../../limits/segment-limits.js'
import type { ProblemPath } from '../../outcome/problem.js'
import { isLongerThan } from '../../value/text.js'
import type { ReadLeaf } from '../check/read-leaf.js'
import type { SegmentNode } from '../segment.js'
import { problemAt, type Located, type SegmentProblem, type SegmentProblemCode } from '../segment-problem.js'

/** What the reading of a tree has found so far. */
export interface TreeReader {
  readonly problems: SegmentProblem[]
  readonly leaves: ReadLeaf[]
  nodes: number
}

/** Where in the tree the reading is. */
export interface Spot {
  readonly path: ProblemPath
  readonly depth: number
}

export type Input = { readonly [key: string]: unknown }

/** Stands where nothing could be read; never part of an answer, because then there is a problem. */
export const NOTHING: SegmentNode = { kind: 'all' }

export function below({ path, depth }: Spot, key: string): Spot {
  return { path: [...path, key], depth: depth + 1 }
}

export function refuse(
  { problems }: TreeReader,
  path: ProblemPath,
  code: SegmentProblemCode = 'segment.unexpected',
  limit?: number,
): SegmentNode {
  problems.push(problemAt(code, { path }, { limit }))
  return NOTHING
}

/** Reads a text of bounded length, with its place. */
export function readText(input: unknown, path: ProblemPath, reader: TreeReader): Located<string> {
  const { text: limit } = segmentLimits
  const text = typeof input === 'string' ? input : ''
  if (text !== input) refuse(reader, path)
  if (isLongerThan(text, limit)) refuse(reader, path, 'segment.too-long', limit)
  return { value: text, at: { path } }
}
