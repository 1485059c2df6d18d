import type { SegmentValue } from '../segment.js'
import { looksLikeDate } from '../date-literal.js'
import type { Attribute, AttributeOf, Catalog } from './catalog.js'
import { storedAs } from './stored-as.js'
import { operatorsByType, type ValueType } from './value-type.js'

/** A row, and of a family which member. */
export interface FoundAttribute<T> {
  readonly row: Attribute<T>
  readonly key: string
}

// What the lexer takes for one word, with at least two parts: a namespace and a key
const FAMILY_KEY = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u

/** The row of a name, or `null`. */
export function findAttribute<T>(catalog: Catalog<T>, name: string): FoundAttribute<T> | null {
  const single = catalog.attributes.find((row) => row.name === name && row.type !== 'any')
  if (single !== undefined) return { row: single, key: '' }
  for (const row of catalog.attributes) {
    const key = row.type === 'any' ? keyOf(row.prefixes, name) : ''
    if (FAMILY_KEY.test(key)) return { row, key }
  }
  return null
}

function keyOf(prefixes: readonly string[], name: string): string {
  const prefix = prefixes.find((candidate) => name.startsWith(candidate))
  return prefix === undefined ? '' : name.slice(prefix.length)
}

/** The type by which a clause compares: the row's own, or for a member of a family that of the first value. */
export function comparedType(
  row: Attribute<never>,
  operator: string,
  values: readonly SegmentValue[],
): ValueType {
  const [first] = values
  if (row.type !== 'any' || first === undefined) return row.type
  // No metafield is a point; as a text it is refused
  if (first.type === 'point') return 'text'
  // Texts have no order, so a quoted value with one must be a date, if it looks like one
  const isOrdered = first.type === 'text' && !operatorsByType.text.some((name) => name === operator)
  return isOrdered && looksLikeDate(first.text) ? 'date' : first.type
}

/** The attribute itself, as one of the compared type. */
export function attributeAs<T>({ row, key }: FoundAttribute<T>, type: ValueType): AttributeOf<T, ValueType> {
  if (row.type !== 'any') return row as AttributeOf<T, ValueType>
  const { name, read } = row
  const keep = storedAs[type as keyof typeof storedAs]
  return { name, type, read: (record) => keep(read(record, key) ?? null) }
}
