import type { Customer } from '../customer/customer.js'
import { emptyCustomer } from '../customer/empty-customer.js'
import { noStatistics } from '../customer/statistics.js'
import type { CsvFormatName } from './csv-formats.js'
import { lineWriter } from './csv-write.js'

const nobody: Customer = {
  ...emptyCustomer,
  id: '1',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
}

const place = {
  id: 'sample',
  firstName: null,
  lastName: null,
  company: 'Example Ltd',
  address1: '12 Example Street',
  address2: null,
  city: 'Ottawa',
  provinceCode: 'ON',
  countryCode: 'CA',
  zip: 'K1A 0B1',
  phone: null,
} as const

/** Two people who stand for all that a file can say. */
const people: readonly Customer[] = [
  {
    ...nobody,
    id: '1',
    firstName: 'Jane',
    lastName: 'Doe',
    email: 'jane.doe@example.com',
    phone: '+16135550100',
    tags: ['sample', 'vip'],
  },
  {
    ...nobody,
    id: '2',
    firstName: 'John',
    lastName: 'Doe',
    email: 'john.doe@example.com',
    addresses: [place],
    defaultAddressId: 'sample',
    billingDetails: [{ ...place, taxId: null }],
    defaultBillingDetailsId: 'sample',
    account: { type: 'account', state: 'DISABLED', blocked: false },
    tags: ['sample'],
    source: 'www',
  },
]

/**
 * The header of a format as a file of its own, to be filled in (C-5).
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(csvTemplate('shopify-template')).toMatch(/^First Name,Last Name,Email,/)
 * ```
 */
export function csvTemplate(format: CsvFormatName): string {
  return lineWriter({ format }).header()
}

/**
 * A file of a format with two invented people in it, to be looked at (C-5).
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(csvSample('shopelo').split('\r\n')[1]).toMatch(/^jane.doe@example.com,Jane,Doe,/)
 * ```
 */
export function csvSample(format: CsvFormatName): string {
  const writer = lineWriter({ format })
  const lines = people.map((customer) => writer.line({ customer, statistics: noStatistics }))
  return [writer.header(), ...lines].join('')
}
