import type { Problem } from '../outcome/problem.js'
import type { FunctionOperator, Operator, ParamOperator } from './operator.js'
import type { SegmentAssumptionCode } from './segment-problem.js'

/**
 * A value as it was typed, without the quotes of a text; a point with its brackets, `(40.7, -74.0)`. Nothing is converted
 * before a segment is compiled, so no digit, alias or spelling is lost.
 */
export interface SegmentValue {
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'point'
  readonly text: string
}

/** One condition: an attribute, an operator, and as many values as the operator takes. */
export interface SegmentClause {
  readonly kind: 'clause'
  readonly attribute: string
  readonly operator: Operator
  readonly values: readonly SegmentValue[]
}

/** One parameter of a function: `date > -30d`. */
export interface SegmentParam {
  readonly name: string
  readonly operator: ParamOperator
  readonly values: readonly SegmentValue[]
}

/** What a customer's history must hold: `orders_placed MATCHES (date > -30d, count > 1)`. Without parameters, anything. */
export interface SegmentFunction {
  readonly kind: 'function'
  readonly name: string
  readonly operator: FunctionOperator
  readonly params: readonly SegmentParam[]
}

/** A day that comes every year: `anniversary ('metafields.facts.birth_date') = today`. */
export interface SegmentAnniversary {
  readonly kind: 'anniversary'
  /** of dates */
  readonly attribute: string
  readonly operator: '=' | 'BETWEEN'
  readonly values: readonly SegmentValue[]
}

/** Membership in another segment (ours): `segment('wholesale')`. */
export interface SegmentReference {
  readonly kind: 'segment'
  readonly name: string
}

/** Customers drawn by lot (ours), always the same ones: `random_bucket(20, 'spring')`. */
export interface SegmentBucket {
  readonly kind: 'bucket'
  /** percent, 0 to 100, as typed */
  readonly share: string
  /** other seeds draw other customers */
  readonly seed: string
}

/** Every customer (S-1). Stands only at the root, and has no text. */
export interface SegmentAll {
  readonly kind: 'all'
}

/** Two nodes or more, all of which must be true (`and`), or any of which (`or`). */
export interface SegmentGroup<Kind extends 'and' | 'or'> {
  readonly kind: Kind
  readonly nodes: readonly SegmentNode[]
}

/** The contrary of a node; exact, because every condition is true or false. */
export interface SegmentNot {
  readonly kind: 'not'
  readonly node: SegmentNode
}

/** A node without nodes below it, plain JSON. */
export type SegmentLeaf =
  | SegmentClause
  | SegmentFunction
  | SegmentAnniversary
  | SegmentReference
  | SegmentBucket

/** A node of a segment's tree, plain JSON. */
export type SegmentNode = SegmentAll | SegmentGroup<'and'> | SegmentGroup<'or'> | SegmentNot | SegmentLeaf

/** The kinds of node; a reader has a row for each. */
export type NodeKind = SegmentNode['kind']

/** The node of a kind. */
export type NodeOf<Kind extends NodeKind> = Extract<SegmentNode, { readonly kind: Kind }>

/** A checked query (S-1): its text as typed, its tree, and what was assumed where the sources leave something open. Plain JSON. */
export interface Segment {
  readonly text: string
  readonly root: SegmentNode
  readonly assumptions: readonly Problem<SegmentAssumptionCode>[]
}

/**
 * The built-in segment "All customers" (S-1): the only one without conditions, because a blank text is refused.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(allCustomers.root).toEqual({ kind: 'all' })
 * ```
 */
export const allCustomers: Segment = { text: '', root: { kind: 'all' }, assumptions: [] }
