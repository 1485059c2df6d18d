import type { Operator, ParamOperator } from '../operator.js'
import type { SegmentAnniversary, SegmentFunction, SegmentLeaf, SegmentValue } from '../segment.js'
import type { Located } from '../segment-problem.js'

/** A comparison as far as it could be read, with the places of its parts. */
interface ReadComparison {
  /** `null` where none stands */
  readonly operator: Located<string> | null
  readonly values: readonly Located<SegmentValue>[]
}

export interface ReadClause extends ReadComparison {
  readonly kind: 'clause'
  readonly attribute: Located<string>
}

export interface ReadParam extends ReadComparison {
  readonly name: Located<string>
}

export interface ReadFunction {
  readonly kind: 'function'
  readonly name: Located<string>
  /** by its place, whatever is written there: of the old spelling, the bracket */
  readonly operator: Located<string>
  readonly isNegated: boolean
  readonly params: readonly ReadParam[]
}

export interface ReadAnniversary extends ReadComparison {
  readonly kind: 'anniversary'
  /** the word itself */
  readonly name: Located<string>
  readonly attribute: Located<string>
}

export interface ReadReference {
  readonly kind: 'segment'
  readonly name: Located<string>
}

export interface ReadBucket {
  readonly kind: 'bucket'
  /** the word itself */
  readonly name: Located<string>
  readonly share: Located<string>
  readonly seed: Located<string>
}

/** A leaf of the tree as far as it could be read. */
export type ReadLeaf = ReadClause | ReadFunction | ReadAnniversary | ReadReference | ReadBucket

const nodes: {
  readonly [Kind in ReadLeaf['kind']]: (leaf: Extract<ReadLeaf, { readonly kind: Kind }>) => SegmentLeaf
} = {
  clause: ({ attribute, ...rest }) => ({
    kind: 'clause',
    attribute: attribute.value,
    ...(comparisonOf(rest) as Comparison<Operator>),
  }),
  function: ({ name, isNegated, params }) => ({
    kind: 'function',
    name: name.value,
    operator: (isNegated ? 'NOT MATCHES' : 'MATCHES') satisfies SegmentFunction['operator'],
    params: params.map((param) => ({
      name: param.name.value,
      ...(comparisonOf(param) as Comparison<ParamOperator>),
    })),
  }),
  anniversary: ({ attribute, ...rest }) => ({
    kind: 'anniversary',
    attribute: attribute.value,
    ...(comparisonOf(rest) as Comparison<SegmentAnniversary['operator']>),
  }),
  segment: ({ name }) => ({ kind: 'segment', name: name.value }),
  bucket: ({ share, seed }) => ({ kind: 'bucket', share: share.value, seed: seed.value }),
}

/** The node of a leaf; of one that is not whole, something that stands for it, because then there is a problem. */
export function nodeOf(leaf: ReadLeaf): SegmentLeaf {
  const make = nodes[leaf.kind] as (leaf: ReadLeaf) => SegmentLeaf
  return make(leaf)
}

interface Comparison<Name> {
  readonly operator: Name
  readonly values: readonly SegmentValue[]
}

function comparisonOf({ operator, values }: ReadComparison): Comparison<string | undefined> {
  return { operator: operator?.value, values: values.map(({ value }) => value) }
}
