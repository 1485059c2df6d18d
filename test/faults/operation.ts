import {
  type CustomerRecord,
  type CustomerRepository,
  type Customers,
  createCustomers,
  type Outcome,
} from 'clientele'
import { buildRecord } from 'clientele/testing'

/** Something that writes much at once, and must be done whole or not at all. */
export interface Operation {
  readonly name: string
  /** under one key, whenever it is called */
  act(customers: Customers): Promise<Outcome<unknown>>
}

const address = {
  id: 'home',
  firstName: 'Anna',
  lastName: 'Nowak',
  company: null,
  address1: 'Storgata 5',
  address2: null,
  city: 'Tromsø',
  provinceCode: null,
  countryCode: 'NO',
  zip: '9008',
  phone: null,
}

/** Who is in the store before. */
export const records: readonly CustomerRecord[] = [
  buildRecord({
    customer: {
      id: 'anna',
      firstName: 'Anna',
      email: 'anna@example.com',
      tags: ['vip'],
      addresses: [address],
    },
    statistics: { numberOfOrders: 2, amountSpent: { minor: 4000, currency: 'EUR' } },
  }),
  buildRecord({
    customer: { id: 'twin', email: 'twin@example.com', phone: '+4790000001', note: 'a twin' },
    statistics: { numberOfOrders: 1, amountSpent: { minor: 500, currency: 'EUR' } },
  }),
  buildRecord({
    customer: { id: 'eva', firstName: 'Eva', email: 'eva@example.com', phone: '+4790000002' },
    facts: {
      redaction: 'pending',
      redactionRequest: { at: '2026-11-01T08:00:00.000Z', by: 'staff:7' },
    },
  }),
  buildRecord({ customer: { id: 'kim', firstName: 'Kim', email: 'kim@example.com' } }),
]

const file =
  'First Name,Email,Tags\nNew,new@example.com,fresh\nKim,kim@example.com,known\nOther,other@example.com,\n'

/** The four that write the most. */
export const operations: readonly Operation[] = [
  {
    name: 'a merge',
    act: (customers) =>
      customers.runMerge({ ids: ['anna', 'twin'], survivor: 'anna' }, { key: 'merge', confirmed: true }),
  },
  {
    name: 'an erasure',
    act: (customers) => customers.runRedaction('eva', { key: 'erasure', confirmed: true }),
  },
  {
    name: 'a chunk of an import',
    act: (customers) => customers.importCustomers(file, { key: 'import', overwrite: true }),
  },
  {
    name: 'a bulk edit',
    act: (customers) =>
      customers.runBulk(
        { type: 'page', ids: ['anna', 'twin', 'kim'] },
        { type: 'add-tags', tags: ['sale'] },
        { key: 'bulk' },
      ),
  },
]

const shop = { timeZone: 'Europe/Oslo', currency: 'EUR', country: 'NO', locale: 'nb-NO' } as const

/** A service of a new process on a store; it asks again for a lost answer as often as it is told. */
export function serviceOn(repository: CustomerRepository, attempts = 1): Customers {
  return createCustomers({ repository, shop, attempts, now: () => '2026-11-22T12:00:00.000Z' })
}

/**
 * All that can be seen of a store, but for what each store chooses: revisions, and the ids of whom it numbered, which are told
 * by their emails.
 */
export async function stateOf(repository: CustomerRepository): Promise<unknown> {
  const listed = (await repository.list({ after: null, limit: 100 })).records
  const seeded = await repository.load(records.map(({ customer }) => customer.id))
  const timelines = await Promise.all(
    [...seeded.map(({ id }) => id), ...listed.map(({ customer }) => customer.id)].map(
      async (id) => (await repository.timeline?.(id)) ?? [],
    ),
  )
  const outbox = await repository.outbox({ limit: 100 })
  const names = listed.map(({ customer }) => [customer.id, customer.email ?? customer.id] as const)
  return withoutChoices({ listed, seeded, timelines, outbox }, new Map(names))
}

function withoutChoices(state: object, names: ReadonlyMap<string, string>): unknown {
  const plain = JSON.parse(JSON.stringify(state), (key, value: unknown) => {
    if (key === 'revision') return undefined
    return typeof value === 'string' ? (names.get(value) ?? value) : value
  }) as { listed: unknown[]; timelines: unknown[] }
  return { ...plain, listed: sorted(plain.listed), timelines: sorted(plain.timelines) }
}

const sorted = (list: unknown[]): unknown[] =>
  list
    .map((one) => JSON.stringify(one))
    .toSorted()
    .map((text) => JSON.parse(text) as unknown)
