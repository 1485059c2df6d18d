import { deepStrictEqual } from 'node:assert'
import type { CustomerRecord } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import type { Field } from './contest.js'
import { sized } from './quick.js'

/** So many customers are stored, and so many asked for at once. */
const STORED = sized(100_000, 1000)
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

async function check(): Promise<void> {
  const loaded = await repository.load(ids)
  const customers = loaded.map((one) => (one.state === 'present' ? one.record.customer : null))
  deepStrictEqual(
    customers,
    fromMap().map((record) => record?.customer),
  )
}

export const memory: Field = {
  races: {
    load: {
      size: `${ASKED} of ${STORED} customers`,
      count: ASKED,
      check,
      ways: { 'Map.get': fromMap, load: () => repository.load(ids) },
    },
  },
}
