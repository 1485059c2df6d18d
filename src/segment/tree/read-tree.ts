import { segmentLimits } from '../../limits/segment-limits.js'
import { isPlainMap } from '../../value/plain-map.js'
import type { ProblemPath } from '../../outcome/problem.js'
import type { NodeKind, SegmentNode } from '../segment.js'
import type { Reading } from '../text/parse.js'
import { readLeaf } from './read-leaf-node.js'
import { below, NOTHING, refuse, type Input, type Spot, type TreeReader } from './tree-reader.js'

const readers: {
  readonly [Kind in NodeKind]: (input: Input, spot: Spot, reader: TreeReader) => SegmentNode
} = {
  // It has no text but that of the whole, so it stands only for the whole
  all: (_input, { path, depth }, reader) => (depth > 1 ? refuse(reader, [...path, 'kind']) : NOTHING),
  and: (input, spot, reader) => readGroup('and', input, spot, reader),
  or: (input, spot, reader) => readGroup('or', input, spot, reader),
  not: (input, spot, reader) => ({ kind: 'not', node: readNode(input['node'], below(spot, 'node'), reader) }),
  clause: (input, { path }, reader) => readLeaf('clause', input, path, reader),
  function: (input, { path }, reader) => readLeaf('function', input, path, reader),
  anniversary: (input, { path }, reader) => readLeaf('anniversary', input, path, reader),
  segment: (input, { path }, reader) => readLeaf('segment', input, path, reader),
  bucket: (input, { path }, reader) => readLeaf('bucket', input, path, reader),
}

/**
 * Reads a tree that comes from outside. The answer is made anew and holds nothing but what was checked. A group of one is
 * read as that one, because it has no text of its own.
 */
export function readTree(input: unknown, path: ProblemPath): Reading {
  const reader: TreeReader = { problems: [], leaves: [], nodes: 0 }
  const root = readNode(input, { path, depth: 1 }, reader)
  const { leaves, problems } = reader
  return { root: problems.length > 0 ? null : root, leaves, assumptions: [], problems }
}

function readNode(input: unknown, spot: Spot, reader: TreeReader): SegmentNode {
  const { nodes, depth } = segmentLimits
  // Said once, where it begins
  if (reader.nodes > nodes) return NOTHING
  reader.nodes++
  if (reader.nodes > nodes) return refuse(reader, spot.path, 'segment.too-large', nodes)
  if (spot.depth > depth) return refuse(reader, spot.path, 'segment.too-deep', depth)
  const kind = isPlainMap(input) ? input['kind'] : null
  if (!isKind(kind)) return refuse(reader, [...spot.path, 'kind'])
  return readers[kind](input as Input, spot, reader)
}

function isKind(kind: unknown): kind is NodeKind {
  return typeof kind === 'string' && Object.hasOwn(readers, kind)
}

function readGroup(kind: 'and' | 'or', input: Input, spot: Spot, reader: TreeReader): SegmentNode {
  const inner = below(spot, 'nodes')
  // With the group itself one more than allowed, which is enough to refuse any number
  const items: unknown[] = Array.isArray(input['nodes']) ? input['nodes'].slice(0, segmentLimits.nodes) : []
  const nodes = Array.from(items, (item, i) => readNode(item, { ...inner, path: [...inner.path, i] }, reader))
  const [first = refuse(reader, inner.path)] = nodes
  return nodes.length > 1 ? { kind, nodes } : first
}
