import { ok } from 'node:assert'
import type { CustomerRecord } from '../../src/customer/record.js'
import { createMemoryRepository } from '../../src/repository/memory/index.js'
import { buildRecord } from '../../src/testing/build-record.js'
import type { Contest } from './contest.js'

/** So many customers are stored, and so many asked for at once. */
const STORED = 100_000
const ASKED = 100

const records = Array.from({ length: STORED }, (_, index) =>
  buildRecord({ customer: { id: `customer-${index}`, email: `customer-${index}@example.com` } }),
)
const repository = createMemoryRepository({ records })
const map = new Map(records.map((record) => [record.customer.id, record]))
const ids = Array.from({ length: ASKED }, (_, index) => `customer-${(index * 7919) % STORED}`)

/** What somebody would write who keeps customers in a map. */
function fromMap(): readonly (CustomerRecord | undefined)[] {
  return ids.map((id) => map.get(id))
}

export const repositoryContests: readonly Contest[] = [
  {
    title: `Customers of a memory repository by their ids, ${ASKED} of ${STORED} (at most 2 x)`,
    count: ASKED,
    check: () => ok(fromMap().every((record) => record !== undefined)),
    ways: {
      'Map.get': fromMap,
      load: () => repository.load(ids),
    },
  },
]
