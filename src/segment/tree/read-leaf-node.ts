import { segmentLimits } from '../../limits/segment-limits.js'
import type { ProblemPath } from '../../outcome/problem.js'
import { isPlainMap } from '../../value/plain-map.js'
import { nodeOf, type ReadLeaf, type ReadParam } from '../check/read-leaf.js'
import { isOperator, takes } from '../operator.js'
import type { SegmentNode, SegmentValue } from '../segment.js'
import type { Located } from '../segment-problem.js'
import { NOTHING, readText, refuse, type Input, type TreeReader } from './tree-reader.js'

type Read<Leaf> = (input: Input, path: ProblemPath, reader: TreeReader) => Leaf

const readers: { readonly [Kind in ReadLeaf['kind']]: Read<ReadLeaf> } = {
  clause: (input, path, reader) => ({
    kind: 'clause',
    attribute: readText(input['attribute'], [...path, 'attribute'], reader),
    ...readComparison(input, path, reader),
  }),
  function: (input, path, reader) => ({
    kind: 'function',
    name: readText(input['name'], [...path, 'name'], reader),
    ...readMatching(input['operator'], [...path, 'operator'], reader),
    params: readParams(input['params'], [...path, 'params'], reader),
  }),
  anniversary: (input, path, reader) => ({
    kind: 'anniversary',
    name: { value: 'anniversary', at: { path: [...path, 'kind'] } },
    attribute: readText(input['attribute'], [...path, 'attribute'], reader),
    ...readComparison(input, path, reader),
  }),
  segment: (input, path, reader) => ({
    kind: 'segment',
    name: readText(input['name'], [...path, 'name'], reader),
  }),
  bucket: (input, path, reader) => ({
    kind: 'bucket',
    name: { value: 'random_bucket', at: { path: [...path, 'kind'] } },
    share: readText(input['share'], [...path, 'share'], reader),
    seed: readText(input['seed'], [...path, 'seed'], reader),
  }),
}

/** Reads a node without nodes below it; only one whose form is right is checked by the catalog. */
export function readLeaf(
  kind: ReadLeaf['kind'],
  input: Input,
  path: ProblemPath,
  reader: TreeReader,
): SegmentNode {
  const faults = reader.problems.length
  const leaf = readers[kind](input, path, reader)
  if (reader.problems.length > faults) return NOTHING
  reader.leaves.push(leaf)
  return nodeOf(leaf)
}

function readComparison(
  { operator, values = [] }: Input,
  path: ProblemPath,
  reader: TreeReader,
): Pick<ReadParam, 'operator' | 'values'> {
  const at = { path: [...path, 'operator'] }
  if (!isOperator(operator)) refuse(reader, at.path)
  else if (!Array.isArray(values) || !takes(operator, values.length)) refuse(reader, [...path, 'values'])
  else if (values.length > segmentLimits.values) {
    refuse(reader, [...path, 'values'], 'segment.too-large', segmentLimits.values)
  } else {
    const read = Array.from(values, (value: unknown, i) => readValue(value, [...path, 'values', i], reader))
    return { operator: { value: operator, at }, values: read }
  }
  return { operator: null, values: [] }
}

function readMatching(
  operator: unknown,
  path: ProblemPath,
  reader: TreeReader,
): { readonly operator: Located<string>; readonly isNegated: boolean } {
  if (operator !== 'MATCHES' && operator !== 'NOT MATCHES') refuse(reader, path)
  const isNegated = operator === 'NOT MATCHES'
  return { operator: { value: isNegated ? 'NOT MATCHES' : 'MATCHES', at: { path } }, isNegated }
}

function readParams(input: unknown, path: ProblemPath, reader: TreeReader): ReadParam[] {
  if (!Array.isArray(input)) {
    refuse(reader, path)
    return []
  }
  reader.nodes += input.length
  if (reader.nodes > segmentLimits.nodes) {
    refuse(reader, path, 'segment.too-large', segmentLimits.nodes)
    return []
  }
  return Array.from(input, (param: unknown, i) => readParam(param, [...path, i], reader))
}

function readParam(input: unknown, path: ProblemPath, reader: TreeReader): ReadParam {
  const param = isPlainMap(input) ? input : {}
  return {
    name: readText(param['name'], [...path, 'name'], reader),
    ...readComparison(param, path, reader),
  }
}

const valueTypes: readonly unknown[] = [
  'text',
  'number',
  'boolean',
  'date',
  'point',
] satisfies SegmentValue['type'][]

function readValue(input: unknown, path: ProblemPath, reader: TreeReader): Located<SegmentValue> {
  const { type, text } = isPlainMap(input) ? input : {}
  if (!valueTypes.includes(type)) refuse(reader, [...path, 'type'])
  const { value } = readText(text, [...path, 'text'], reader)
  return { value: { type: type as SegmentValue['type'], text: value }, at: { path } }
}
