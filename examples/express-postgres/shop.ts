import { createCustomers, type Customers, policies } from 'clientele'
import {
  createPostgresRepository,
  fromPg,
  type PgPool,
  type PgQueryable,
  type PostgresClient,
  type PostgresRepository,
} from 'clientele/postgres'
import { parsePhone } from 'clientele/phone'
import { factsOf, orderRelation } from './tables.js'

/** What the routes work with. */
export interface Shop {
  readonly customers: Customers<PgQueryable>
  readonly repository: PostgresRepository<PgQueryable>
  /** begins transactions that the library joins */
  readonly database: PostgresClient<PgQueryable>
}

/** Ties the library to the shop's database and its tables. */
export function openShop(pool: PgPool): Shop {
  const database = fromPg(pool)
  const repository = createPostgresRepository({
    client: database,
    shop: 'north',
    statistics: 'counted',
    relations: { orders: orderRelation },
    facts: (ids, transaction) => factsOf(ids, transaction ?? pool),
  })
  const customers = createCustomers({
    repository,
    shop: { timeZone: 'Europe/Oslo', currency: 'NOK', country: 'NO', locale: 'nb-NO' },
    policy: policies['shopify-nb'],
    parsePhone,
    // a driver's words may hold a person's data: only the kind of the error is written down
    onError: (error, { call }) => console.error(`${call}: ${error instanceof Error ? error.name : 'error'}`),
  })
  return { customers, repository, database }
}
