import type { Customer } from '../../../customer/customer.js'
import type { JsonValue } from '../../../outcome/json.js'
import { sameJson } from '../../../outcome/same-json.js'
import type { CustomerId } from '../../../value/id.js'
import { emptyCustomer } from '../../../customer/empty-customer.js'
import { isTextField, readCell, type HostField } from './host-fields.js'
import type { Cells } from './host-rows.js'
import type { HostTable } from './host-table.js'

/** A customer with what the columns of the host say, which may be nothing of a field. */
export function withCells(host: HostTable, customer: Customer, cells: Cells): Customer {
  const said = host.columns.flatMap(([field]) => {
    const cell = cells[field] ?? null
    const value =
      cell !== null && cell === placeholderOf(host, field, customer.id) ? null : readCell(field, cell)
    return value === undefined ? [] : [[field, value] as const]
  })
  return { ...customer, ...Object.fromEntries(said) }
}

/** The customer without what nobody is to keep. */
export function withoutUnkept({ customers }: HostTable, customer: Customer): Customer {
  const unkept = (customers.notStored ?? []).map((field) => [field, emptyCustomer[field]] as const)
  return unkept.length === 0 ? customer : { ...customer, ...Object.fromEntries(unkept) }
}

/** What is written into the columns, as JSON by the names of the columns: all, or those of fields that differ from before. */
export function cellsOf(host: HostTable, customer: Customer, before?: Customer): Cells {
  const changed = host.columns.filter(
    ([field]) => before === undefined || !sameJson(before[field], customer[field]),
  )
  return Object.fromEntries(
    changed.map(([field]) => [
      host.customers.columns[field] as string,
      (customer[field] as JsonValue) ?? placeholderOf(host, field, customer.id),
    ]),
  )
}

/** Whoever has ended, with nothing personal left in the columns. */
export function blankCells(host: HostTable, customer: Customer): Cells {
  const { priceLevel, taxExempt } = customer
  return cellsOf(host, { ...customer, ...emptyCustomer, priceLevel, taxExempt }, customer)
}

function placeholderOf({ customers }: HostTable, field: HostField, id: CustomerId): string | null {
  return isTextField(field) ? fill(customers.placeholders?.[field], id) : null
}

function fill(placeholder: string | undefined, id: CustomerId): string | null {
  return placeholder === undefined ? null : placeholder.replaceAll('{id}', () => id)
}
