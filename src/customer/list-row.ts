import type { Address } from '../address/address.js'
import type { CustomerId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { Money } from '../value/money.js'
import type { Account } from './account.js'
import { companyOf, defaultAddressOf, displayName } from './display-name.js'
import type { CustomerRecord } from './record.js'

/** When a customer came: registered an account, last bought as a guest, or was added. */
export interface CustomerDate {
  readonly of: 'registration' | 'purchase' | 'addition'
  readonly at: Instant
}

/** A customer as a row of the list (L-1). */
export interface CustomerListRow {
  readonly id: CustomerId
  /** name or company, else email or phone; `null` where the person was erased */
  readonly name: string | null
  readonly company: string | null
  readonly address: Address | null
  readonly date: CustomerDate
  readonly numberOfOrders: number
  /** `null` where nothing was bought, or nobody can tell the sum */
  readonly totalValue: Money | null
  readonly source: string | null
  /** C-7 */
  readonly type: Account['type']
  /** C-8 */
  readonly isBlocked: boolean
  /** G-2 */
  readonly isErased: boolean
}

/**
 * Shows a customer as a row of the list: name or company, address, date of registration or purchase, number and total value
 * of orders, source (L-1); and who is a guest, blocked, or erased (C-7, C-8, G-2).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const row = customerRow(buildRecord({ statistics: { numberOfOrders: 2 } }))
 * expect([row.name, row.numberOfOrders, row.date.of]).toEqual(['Anna Nowak', 2, 'addition'])
 * ```
 */
export function customerRow(record: Omit<CustomerRecord, 'revision'>): CustomerListRow {
  const { customer, statistics, facts } = record
  return {
    id: customer.id,
    name: displayName(customer),
    company: companyOf(customer),
    address: defaultAddressOf(customer),
    date: dateOf(record),
    numberOfOrders: statistics.numberOfOrders,
    totalValue: statistics.amountSpent,
    source: customer.source,
    type: customer.account.type,
    isBlocked: customer.account.blocked,
    isErased: facts.redaction === 'done',
  }
}

function dateOf({ customer, statistics }: Omit<CustomerRecord, 'revision'>): CustomerDate {
  if (customer.account.type === 'account') return { of: 'registration', at: customer.createdAt }
  const { lastOrderAt } = statistics
  return lastOrderAt === null
    ? { of: 'addition', at: customer.createdAt }
    : { of: 'purchase', at: lastOrderAt }
}
