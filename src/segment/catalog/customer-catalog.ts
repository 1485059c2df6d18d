import type { CustomerRecord } from '../../customer/record.js'
import type { Catalog } from './catalog.js'
import { dateAttributes } from './date-attributes.js'
import { historyFunctions } from './history-functions.js'
import { numberAttributes } from './number-attributes.js'
import { originAttributes } from './origin-attributes.js'
import { personAttributes } from './person-attributes.js'
import { placeAttributes } from './place-attributes.js'
import { statusAttributes } from './status-attributes.js'

/**
 * Everything a query may ask about a customer record (L-3, S-4, C-7 to C-10). Hosts add rows of their own.
 *
 * @example
 * ```ts @import.meta.vitest
 * const vip = { name: 'is_vip', type: 'boolean', read: (record: CustomerRecord) => record.customer.tags.includes('vip') } as const
 * const catalog: Catalog<CustomerRecord> = { ...segmentCatalog, attributes: [...segmentCatalog.attributes, vip] }
 * expect(catalog.attributes.at(-1)?.name).toBe('is_vip')
 * ```
 */
export const segmentCatalog: Catalog<CustomerRecord> = {
  attributes: [
    ...dateAttributes,
    ...numberAttributes,
    ...personAttributes,
    ...placeAttributes,
    ...statusAttributes,
    ...originAttributes,
  ],
  functions: historyFunctions,
  id: ({ customer }) => customer.id,
}
