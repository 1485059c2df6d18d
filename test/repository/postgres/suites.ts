import {
  repositoryContract,
  type ContractCase,
  type ContractGroup,
  type ContractOptions,
} from 'clientele/contract'
import {
  createPostgresRepository,
  type PostgresClient,
  type PostgresRepository,
  type PostgresRepositoryOptions,
} from 'clientele/postgres'
import { describe, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { noRelations } from '../../../src/plan/store-traits.js'
import { newShop } from './pglite.js'
import { readBackOf } from './read-back.js'

type Repository = PostgresRepository<never> & { readonly shop: string }
type Options = Omit<PostgresRepositoryOptions<never>, 'client' | 'shop'>

const capabilities = { transactions: true }
const undone = new Error('undone')

const byOutbox = { statistics: 'counted', relations: { orders: 'outbox' } } as const

/** The whole suite as the host projects the statistics; and what of it is another thing where the store counts, or asks the host. */
function suitesOn(
  client: () => PostgresClient<never>,
  beside: Options,
  readBackIn: typeof readBackOf,
): readonly (readonly [string, readonly ContractCase[]])[] {
  const open = async (records: readonly CustomerRecord[], options: Options = {}): Promise<Repository> => {
    const shop = newShop()
    const repository = createPostgresRepository({ ...beside, ...options, client: client(), shop })
    await repository.seed(records)
    return { ...repository, shop }
  }
  const readBack = ({ shop }: Repository) => readBackIn(client(), shop)
  const inTransaction: ContractOptions<Repository>['inTransaction'] = async (_repository, work, end) => {
    const run = async (transaction: never): Promise<void> => {
      await work(transaction)
      if (end === 'rollback') throw undone
    }
    await client()
      .transaction(run)
      .catch((error: unknown) => {
        if (error !== undone) throw error
      })
  }
  const projected = repositoryContract({
    createRepository: (records) => open(records),
    capabilities,
    readBack,
    inTransaction,
  })
  const counted = repositoryContract({
    createRepository: (records) => open(records, byOutbox),
    capabilities: { ...capabilities, statistics: 'counted', relations: { ...noRelations, orders: 'outbox' } },
    readBack,
  })
  const hosted = repositoryContract({
    createRepository: (records) => {
      const facts = new Map(records.map((record) => [record.customer.id, record.facts]))
      return open(records, { facts: async () => facts })
    },
    capabilities,
    readBack,
  })
  return [
    ['the host projecting the statistics', projected],
    ['counting, with an outbox', ofGroups(counted, 'idempotency', 'erasure')],
    ['with facts from tables of the host', ofGroups(hosted, 'guards')],
  ]
}

function ofGroups(
  cases: readonly ContractCase[],
  ...groups: readonly ContractGroup[]
): readonly ContractCase[] {
  return cases.filter(({ group }) => groups.includes(group))
}

/** Makes the tests of the suites, by one client; in the library's own tables, or beside one of the host's. */
export function testContract<Tx>(
  where: string,
  client: () => PostgresClient<Tx>,
  beside: Options = {},
  readBackIn: typeof readBackOf = readBackOf,
): void {
  for (const [name, cases] of suitesOn(client as () => PostgresClient<never>, beside, readBackIn))
    describe(`the PostgreSQL repository ${where}, ${name}`, () => {
      for (const { name: promise, group, run } of cases) it(`${group}: ${promise}`, run)
    })
}
