import { operatorValues, type Operator } from '../operator.js'
import { quote } from './quote.js'
import { rootOf } from '../root-of.js'
import type { NodeKind, NodeOf, Segment, SegmentNode, SegmentValue } from '../segment.js'

/**
 * Writes a segment in canonical text, which parses to the same tree wherever it fits the limit of 5000 code points. Values
 * stay as typed. "All customers" has no text.
 *
 * @example
 * ```ts @import.meta.vitest
 * const root = { kind: 'clause', attribute: 'number_of_orders', operator: '>=', values: [{ type: 'number', text: '1' }] } as const
 * expect(printSegment({ text: '', root: { kind: 'not', node: root }, assumptions: [] })).toBe('NOT number_of_orders >= 1')
 * ```
 */
export function printSegment(segment: Segment): string {
  return printNode(rootOf(segment))
}

/** How tightly a kind binds: in another, it gets brackets unless it binds tighter. */
const strength: { readonly [Kind in NodeKind]: number } = {
  all: 0,
  or: 1,
  and: 2,
  not: 3,
  clause: 3,
  function: 3,
  anniversary: 3,
  segment: 3,
  bucket: 3,
}

const printers: { readonly [Kind in NodeKind]: (node: NodeOf<Kind>) => string } = {
  all: () => '',
  and: ({ nodes }) => nodes.map((node) => printWithin(strength.and, node)).join(' AND '),
  or: ({ nodes }) => nodes.map((node) => printWithin(strength.or, node)).join(' OR '),
  not: ({ node }) => `NOT ${printWithin(strength.and, node)}`,
  clause: ({ attribute, operator, values }) => printComparison(attribute, operator, values),
  function: ({ name, operator, params }) => {
    const printed = params.map((param) => printComparison(param.name, param.operator, param.values))
    return `${name} ${operator} (${printed.join(', ')})`
  },
  anniversary: ({ attribute, operator, values }) =>
    printComparison(`anniversary (${quote(attribute)})`, operator, values),
  segment: ({ name }) => `segment(${quote(name)})`,
  bucket: ({ share, seed }) => `random_bucket(${share}, ${quote(seed)})`,
}

function printComparison(name: string, operator: Operator, values: readonly SegmentValue[]): string {
  const printed = values.map(printValue)
  const operands = operatorValues[operator] === 'list' ? `(${printed.join(', ')})` : printed.join(' AND ')
  return [name, operator, operands].join(' ').trimEnd()
}

/** Writes one node of a tree. */
export function printNode(node: SegmentNode): string {
  const print = printers[node.kind] as (node: SegmentNode) => string
  return print(node)
}

function printWithin(outer: number, node: SegmentNode): string {
  return strength[node.kind] > outer ? printNode(node) : `(${printNode(node)})`
}

function printValue({ type, text }: SegmentValue): string {
  return type === 'text' ? quote(text) : text
}
