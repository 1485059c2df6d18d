import type { JsonValue } from '../../outcome/json.js'
import type { ListOperator, Operator } from '../operator.js'
import type { FunctionRow } from './function.js'
import type { Related, RelatedName } from './related.js'
import type { ComparedType, ResolvedValues, StoredValues, ValueType } from './value-type.js'

/** Whether a record is meant. */
export type Predicate<T> = (record: T) => boolean

/** Makes the test of one operator from its value; `upTo` is the second value of `BETWEEN`. */
export type Leaf<T, Value> = (value: Value, upTo: Value) => Predicate<T>

/** Makes the test of an operator that takes a list. */
export type ListLeaf<T, Value> = (values: readonly Value[]) => Predicate<T>

/** Tests fused with reading, by operator. Where one is missing, the generic one by `read` takes its place. */
export type Leaves<T, Value> = {
  readonly [Name in Operator]?: Name extends ListOperator ? ListLeaf<T, Value> : Leaf<T, Value>
}

/**
 * Makes the test of one operator that ends with the next one, or `null` where it is the last:
 * `(then, value) => (record) => … && (then === null || then(record))`.
 */
export type ChainedLeaf<T, Value> = <One extends T>(
  then: Predicate<One> | null,
  value: Value,
  upTo: Value,
) => Predicate<One>

/** Leaves that save the call which joins two tests, by operator; the rows of `segmentCatalog` have them. */
export type ChainedLeaves<T, Value> = {
  readonly [Name in Exclude<Operator, ListOperator>]?: ChainedLeaf<T, Value>
}

/** How the texts of an attribute must look, where they have a form but no list. */
export interface TextForm {
  /** examples */
  readonly expected: readonly string[]
  /** the canonical spelling, or `null` where the text has not the form; another spelling is noted as an assumption */
  readonly read: (text: string) => string | null
  /** what may have been meant by a text without the form */
  readonly nearest: (text: string) => string | null
}

interface Named {
  /** words of letters, digits and `_`, joined by dots */
  readonly name: string
  /** what the platform's search calls it, which people type here; only ever proposed, never accepted */
  readonly hints?: readonly string[]
  /** what it allows, where that is less than its type does */
  readonly operators?: readonly Operator[]
  /** what it needs besides the record; such a row has no leaves */
  readonly reads?: RelatedName
}

/** Which texts an attribute knows, and how they compare. */
export interface TextRules {
  /** all known values of an `enum`; any other is refused */
  readonly values?: readonly string[]
  /** other spellings of a value, accepted and noted as an assumption */
  readonly aliases?: { readonly [alias: string]: string }
  readonly form?: TextForm
  /** whether texts compare by `foldText`, as tags do (E-3) */
  readonly folded?: boolean
  /** whether the texts are ids, which may be typed as a whole number as well as in quotes */
  readonly ids?: boolean
}

/** One attribute of one type. */
export interface AttributeOf<T, Type extends ValueType> extends Named, TextRules {
  readonly type: Type
  /** `related` has at least the reader that `reads` names */
  readonly read: (record: T, related: Required<Related<T>>) => StoredValues[Type]
  readonly leaves?: Leaves<T, ResolvedValues[Type]>
  /** take the place of `leaves` */
  readonly chainedLeaves?: ChainedLeaves<T, ResolvedValues[Type]>
}

/** Attributes that only the records know, under a prefix: `metafields.facts.birth_date`. Each is of the type of the value beside it. */
export interface AttributeFamily<T> extends Named {
  readonly type: 'any'
  readonly prefixes: readonly string[]
  readonly read: (record: T, key: string) => JsonValue | undefined
}

/** A row of the catalog. */
export type Attribute<T> = { [Type in ComparedType]: AttributeOf<T, Type> }[ComparedType] | AttributeFamily<T>

/**
 * What a query may ask about, as data. Add a row, and the language knows it.
 *
 * @example
 * ```ts @import.meta.vitest
 * const catalog: Catalog<{ points: number }> = {
 *   attributes: [{ name: 'points', type: 'integer', read: (member) => member.points }],
 * }
 * expect(catalog.attributes[0]?.name).toBe('points')
 * ```
 */
export interface Catalog<T> {
  readonly attributes: readonly Attribute<T>[]
  readonly functions?: readonly FunctionRow<T>[]
  /** by what `random_bucket` draws; without it, there is none */
  readonly id?: (record: T) => string
}
