import type { Address, BillingDetails } from '../address/address.js'
import { compareCodePoints } from '../value/code-point-order.js'
import type { AddressId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { CustomerRecord } from './record.js'
import { staffView, type StaffView } from './staff-view.js'

/** As much of an order as the page of a customer needs; the host's own may hold more. */
export interface ListedOrder {
  readonly placedAt: Instant
  /** in the host's own words */
  readonly status: string
}

/** An address, and whether it is the one that is filled in first (E-4, E-5). */
export type MarkedDefault<A extends Address> = A & { readonly isDefault: boolean }

/** A customer as a page for staff (E-8). */
export interface CustomerDetail<Order extends ListedOrder> {
  readonly basic: StaffView
  readonly addresses: readonly MarkedDefault<Address>[]
  /** none means "no invoice data" (E-5) */
  readonly billingDetails: readonly MarkedDefault<BillingDetails>[]
  /** newest first, each with its status */
  readonly orders: readonly Order[]
  /** to where an email can be sent (T-1); `null` where there is no address, or the person was erased */
  readonly emailTo: string | null
}

/** What the host adds to the page of a customer. */
export interface DetailSources<Order extends ListedOrder> {
  readonly orders: readonly Order[]
}

/**
 * Shows a customer as a page for staff: basic data, addresses, invoice data, orders with their status, and where an email
 * would go (E-8). The orders are the host's.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const orders = [{ number: 7, placedAt: '2026-11-22T09:00:00.000Z', status: 'shipped' }]
 * const { emailTo, orders: shown } = customerDetail(buildRecord(), { orders })
 * expect([emailTo, shown[0]?.number]).toEqual(['anna@example.com', 7])
 * ```
 */
export function customerDetail<Order extends ListedOrder>(
  record: CustomerRecord,
  { orders }: DetailSources<Order>,
): CustomerDetail<Order> {
  const { customer } = record
  const { addresses, billingDetails, defaultAddressId, defaultBillingDetailsId, email } = customer
  return {
    basic: staffView(record),
    addresses: marked(addresses, defaultAddressId),
    billingDetails: marked(billingDetails, defaultBillingDetailsId),
    orders: orders.toSorted(newestFirst),
    emailTo: record.facts.redaction === 'done' ? null : email,
  }
}

function marked<A extends Address>(book: readonly A[], defaultId: AddressId | null): MarkedDefault<A>[] {
  return book.map((address) => ({ ...address, isDefault: address.id === defaultId }))
}

function newestFirst(one: ListedOrder, other: ListedOrder): number {
  return compareCodePoints(other.placedAt, one.placedAt)
}
