import { repairMilitaryAddress } from '../address/military/repair-military-address.js'
import { isMilitaryAddress } from '../address/military/is-military-address.js'
import type { AddressFields, AddressInput } from '../address/address.js'
import { cellWriters } from './cell-writers.js'
import type { Candidate } from './candidate.js'
import { csvFields, type CsvPlace } from './csv-fields.js'
import type { CsvLayout } from './csv-header.js'
import type { SheetRow } from './csv-rows.js'

/** A row's cells with what nobody need be asked about repaired, and how many of them are other than they were. */
export interface RepairedCells {
  readonly cells: readonly string[]
  readonly repaired: number
}

/**
 * Repairs a row of a file cell by cell: US military addresses, phones as E.164, emails without blanks. All else stays as it
 * stands, to the letter; and an address stays whole where a repair needs a column that the file has not.
 */
export function repairCells(
  { cells, row }: SheetRow,
  { columns }: CsvLayout,
  { customer }: Candidate,
): RepairedCells {
  const wanted = new Map<CsvPlace, string | null>()
  const before = row.input.addresses?.[0]
  if (before !== undefined)
    for (const [place, text] of addressRepairs(before, row.input)) wanted.set(place, text)
  if (customer.phone !== null) wanted.set(csvFields.phone, customer.phone)
  if (customer.email !== null) wanted.set(csvFields.email, customer.email)
  const has = (place: CsvPlace): boolean => columns.some((column) => column.place === place)
  if ([...wanted].some(([place, text]) => place.group === 'address' && text !== null && !has(place)))
    for (const place of wanted.keys()) if (place.group === 'address') wanted.delete(place)
  let repaired = 0
  const next = cells.map((cell, index) => {
    const place = columns[index]?.place ?? null
    const text = place === null ? undefined : wanted.get(place)
    if (place === null || text === undefined || text === textIn(row, place)) return cell
    repaired++
    return cellWriters[place.cell](text as never, true)
  })
  return { cells: next, repaired }
}

const addressPlaces: readonly CsvPlace[] = Object.values(csvFields).filter(({ group }) => group === 'address')

function addressRepairs(
  before: AddressInput,
  name: Pick<AddressInput, 'firstName' | 'lastName'>,
): readonly (readonly [CsvPlace, string | null])[] {
  const named = { ...before, firstName: name.firstName, lastName: name.lastName }
  if (!isMilitaryAddress(named)) return []
  const { address } = repairMilitaryAddress(named)
  return addressPlaces.flatMap((place) => {
    const field = place.field as keyof AddressFields
    const now = address[field]
    return now === (before[field] ?? null) ? [] : [[place, now] as const]
  })
}

function textIn({ input }: SheetRow['row'], { group, field }: CsvPlace): unknown {
  const of = group === 'address' ? input.addresses?.[0] : input
  return (of as { readonly [name: string]: unknown } | undefined)?.[field] ?? null
}
