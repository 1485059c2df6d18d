import { segmentLimits } from '../../limits/segment-limits.js'
import type { ProblemPath } from '../../outcome/problem.js'
import { isPlainMap } from '../../value/plain-map.js'
import { isLongerThan } from '../../value/text.js'
import type { ReadClause } from '../check/check-clause.js'
import { isOperator, takes } from '../operator.js'
import type { Reading } from '../text/parse.js'
import type { NodeKind, SegmentNode, SegmentValue } from '../segment.js'
import { problemAt, type Located, type SegmentProblem, type SegmentProblemCode } from '../segment-problem.js'

/** What the reading of a tree has found so far. */
interface TreeReader {
  readonly problems: SegmentProblem[]
  readonly clauses: ReadClause[]
  nodes: number
}

/** Where in the tree the reading is. */
interface Spot {
  readonly path: ProblemPath
  readonly depth: number
}

type Input = { readonly [key: string]: unknown }

/** Stands where nothing could be read; never part of an answer, because then there is a problem. */
const NOTHING: SegmentNode = { kind: 'all' }

const readers: {
  readonly [Kind in NodeKind]: (input: Input, spot: Spot, reader: TreeReader) => SegmentNode
} = {
  // It has no text but that of the whole, so it stands only for the whole
  all: (_input, { path, depth }, reader) => (depth > 1 ? refuse(reader, [...path, 'kind']) : NOTHING),
  and: (input, spot, reader) => readGroup('and', input, spot, reader),
  or: (input, spot, reader) => readGroup('or', input, spot, reader),
  not: (input, spot, reader) => ({ kind: 'not', node: readNode(input['node'], below(spot, 'node'), reader) }),
  clause: readClause,
  function: (_input, { path }, reader) => refuse(reader, [...path, 'kind']),
  anniversary: (_input, { path }, reader) => refuse(reader, [...path, 'kind']),
  segment: (_input, { path }, reader) => refuse(reader, [...path, 'kind']),
  bucket: (_input, { path }, reader) => refuse(reader, [...path, 'kind']),
}

const valueTypes: readonly unknown[] = ['text', 'number', 'boolean', 'date'] satisfies SegmentValue['type'][]

/**
 * Reads a tree that comes from outside. The answer is made anew and holds nothing but what was checked. A group of one is
 * read as that one, because it has no text of its own.
 */
export function readTree(input: unknown, path: ProblemPath): Reading {
  const reader: TreeReader = { problems: [], clauses: [], nodes: 0 }
  const root = readNode(input, { path, depth: 1 }, reader)
  const { clauses, problems } = reader
  return { root: problems.length > 0 ? null : root, clauses, problems }
}

function readNode(input: unknown, spot: Spot, reader: TreeReader): SegmentNode {
  const { nodes, depth } = segmentLimits
  reader.nodes++
  // Said once, where it begins
  if (reader.nodes > nodes + 1) return NOTHING
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

function readClause(
  { attribute, operator, values = [] }: Input,
  { path }: Spot,
  reader: TreeReader,
): SegmentNode {
  const faults = reader.problems.length
  const name = readText(attribute, [...path, 'attribute'], reader)
  if (!isOperator(operator)) return refuse(reader, [...path, 'operator'])
  if (!Array.isArray(values) || !takes(operator, values.length)) return refuse(reader, [...path, 'values'])
  const located = Array.from(values, (value: unknown, i) => readValue(value, [...path, 'values', i], reader))
  if (reader.problems.length > faults) return NOTHING
  reader.clauses.push({
    attribute: { value: name, at: { path: [...path, 'attribute'] } },
    operator: { value: operator, at: { path: [...path, 'operator'] } },
    values: located,
  })
  return { kind: 'clause', attribute: name, operator, values: located.map(({ value }) => value) }
}

function readValue(input: unknown, path: ProblemPath, reader: TreeReader): Located<SegmentValue> {
  const { type, text } = isPlainMap(input) ? input : {}
  if (!valueTypes.includes(type)) refuse(reader, [...path, 'type'])
  const value = { type: type as SegmentValue['type'], text: readText(text, [...path, 'text'], reader) }
  return { value, at: { path } }
}

function readText(input: unknown, path: ProblemPath, reader: TreeReader): string {
  const { text: limit } = segmentLimits
  const text = typeof input === 'string' ? input : ''
  if (text !== input) refuse(reader, path)
  if (isLongerThan(text, limit)) refuse(reader, path, 'segment.too-long', limit)
  return text
}

function below({ path, depth }: Spot, key: string): Spot {
  return { path: [...path, key], depth: depth + 1 }
}

function refuse(
  { problems }: TreeReader,
  path: ProblemPath,
  code: SegmentProblemCode = 'segment.unexpected',
  limit?: number,
): SegmentNode {
  problems.push(problemAt(code, { path }, { limit }))
  return NOTHING
}
