import { invariant } from '../../outcome/invariant.js'
import { comparedType, findAttribute, type FoundAttribute } from '../catalog/find-attribute.js'
import { resolveYearly } from '../compile/resolve-yearly.js'
import type { SegmentAnniversary, SegmentClause } from '../segment.js'
import { ask, compare } from './ask.js'
import type { MappedStorage, MappedType, SegmentMapping } from './mapping.js'
import type { Sql } from './sql.js'
import type { Spot } from './spot.js'
import type { StorageAsking } from './storage-asking.js'

/** Writes one condition. */
export function writeClause(clause: SegmentClause, spot: Spot): Sql {
  const found = attributeOf(clause.attribute, spot)
  const { row } = found
  const asking = askingOf(found, comparedType(row, clause.operator, clause.values), spot)
  return compare(asking, storageOf(found, spot.writing.mapping), clause, row.type === 'any' ? {} : row)
}

/** Writes whether a day of the customer's comes again. */
export function writeAnniversary({ attribute, values }: SegmentAnniversary, spot: Spot): Sql {
  const found = attributeOf(attribute, spot)
  const { mapping, context } = spot.writing
  const range = resolveYearly(values, context)
  return ask(askingOf(found, 'date', spot), storageOf(found, mapping), (tests) =>
    tests('RECURS', [range as never]),
  )
}

function attributeOf(name: string, { catalog }: Spot): FoundAttribute<never> {
  const found = findAttribute(catalog, name)
  invariant(found !== null, `the catalog has no attribute ${name}`)
  return found
}

function askingOf({ row, key }: FoundAttribute<never>, type: MappedType, spot: Spot): StorageAsking {
  return { writing: spot.writing, path: spot.path, name: row.name, scope: spot.customers, type, key }
}

/** A member of a family may be stored by itself, under any of its names. */
function storageOf(
  { row, key }: FoundAttribute<never>,
  { attributes }: SegmentMapping,
): MappedStorage | undefined {
  const prefix = row.type === 'any' && row.prefixes.find((own) => Object.hasOwn(attributes, own + key))
  const name = typeof prefix === 'string' ? prefix + key : row.name
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined
}
