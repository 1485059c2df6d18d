import type { PGlite } from '@electric-sql/pglite'
import { repositoryContract, type ContractCase, type ContractOptions } from 'clientele/contract'
import { createPostgresRepository, fromPglite, type PostgresRepository } from 'clientele/postgres'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { noRelations } from '../../../src/plan/store-traits.js'
import { newShop, openPglite } from './pglite.js'
import { readBackOf } from './read-back.js'

let db: PGlite

beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())

type Repository = PostgresRepository<never> & { readonly shop: string }
type Options = Omit<Parameters<typeof createPostgresRepository>[0], 'client' | 'shop'>

async function open(records: readonly CustomerRecord[], options: Options = {}): Promise<Repository> {
  const shop = newShop()
  const repository = createPostgresRepository({ ...options, client: fromPglite(db), shop })
  await repository.seed(records)
  return { ...repository, shop } as unknown as Repository
}

const readBack: ContractOptions<Repository>['readBack'] = ({ shop }) => readBackOf(fromPglite(db), shop)

const projected = repositoryContract({
  createRepository: (records) => open(records),
  capabilities: { transactions: true },
  readBack,
})

const counted = repositoryContract({
  createRepository: (records) => open(records, { statistics: 'counted', relations: { orders: 'outbox' } }),
  capabilities: {
    transactions: true,
    statistics: 'counted',
    relations: { ...noRelations, orders: 'outbox' },
  },
  readBack,
})

const hosted = repositoryContract({
  createRepository: (records) => {
    const facts = new Map(records.map((record) => [record.customer.id, record.facts]))
    return open(records, { facts: async () => facts })
  },
  capabilities: { transactions: true },
  readBack,
})

const suites: readonly [string, readonly ContractCase[]][] = [
  ['the host projecting the statistics', projected],
  ['counting, with an outbox', counted],
  ['with facts from tables of the host', hosted],
]

for (const [name, cases] of suites)
  describe(`the PostgreSQL repository on PGlite, ${name}`, () => {
    for (const { name: promise, group, run } of cases) it(`${group}: ${promise}`, run)
  })
