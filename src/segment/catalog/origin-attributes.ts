import type { CustomerRecord } from '../../customer/record.js'
import type { AttributeOf } from './catalog.js'

const identity = ['=', '!=', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL'] as const

/** The companies that the customer buys for, by id; `=` asks whether one of them is it. */
const companies: AttributeOf<CustomerRecord, 'list'> = {
  name: 'companies',
  type: 'list',
  ids: true,
  operators: identity,
  reads: 'companies',
  read: (record, related) => related.companies(record),
}

/** The app that created the customer. Ids that are whole numbers have an order, as the platform's reference says. */
const createdByAppId: AttributeOf<CustomerRecord, 'text'> = {
  name: 'created_by_app_id',
  type: 'text',
  ids: true,
  operators: [...identity, '>', '>=', '<', '<=', 'BETWEEN'],
  reads: 'origin',
  read: (record, related) => related.origin(record),
}

/** What only the host's own tables know of a customer. */
export const originAttributes: readonly (
  | AttributeOf<CustomerRecord, 'list'>
  | AttributeOf<CustomerRecord, 'text'>
)[] = [companies, createdByAppId]
