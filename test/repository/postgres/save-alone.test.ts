import type { PGlite } from '@electric-sql/pglite'
import {
  createPostgresRepository,
  fromPglite,
  type PgliteQueryable,
  type PostgresClient,
  type PostgresConnection,
  type PostgresRepository,
} from 'clientele/postgres'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import type { ChangeSet } from '../../../src/plan/change-set.js'
import { claimsOf } from '../../../src/plan/claims.js'
import { policies } from '../../../src/policy/policies.js'
import { changeSet, created, redactOrders } from '../../../src/repository/contract/change-sets.js'
import { home } from '../../../src/repository/contract/people.js'
import { arbitraries, buildRecord } from '../../../src/testing/index.js'
import { newShop, openPglite } from './pglite.js'
import { readBackOf } from './read-back.js'

let db: PGlite
beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())

interface Shop {
  readonly shop: string
  readonly repository: PostgresRepository<PgliteQueryable>
  /** how many statements were sent, and how many transactions begun */
  readonly sent: { statements: number; transactions: number }
}

async function shopWith(
  records: readonly CustomerRecord[],
  emailKey?: { ignoreTags: boolean },
): Promise<Shop> {
  const shop = newShop()
  const sent = { statements: 0, transactions: 0 }
  const driver = fromPglite(db)
  const counted = (connection: PostgresConnection): PostgresConnection => ({
    query: (text, values) => {
      sent.statements++
      return connection.query(text, values)
    },
  })
  const client: PostgresClient<PgliteQueryable> = {
    ...counted(driver),
    connectionOf: (transaction) => counted(driver.connectionOf(transaction)),
    transaction: (work) => {
      sent.transactions++
      return driver.transaction(work)
    },
  }
  const repository = createPostgresRepository({
    client,
    shop,
    relations: { orders: 'outbox' },
    ...(emailKey === undefined ? {} : { identity: { ...policies.shopify.identity, emailKey } }),
  })
  await repository.seed(records)
  Object.assign(sent, { statements: 0, transactions: 0 })
  return { shop, repository, sent }
}

async function revisionOf({ repository }: Pick<Shop, 'repository'>, id: string): Promise<string> {
  const [loaded] = await repository.load([id])
  if (loaded.state !== 'present') throw new Error('not there')
  return loaded.record.revision
}

/** What a shop holds, but for what is made anew every time. */
async function heldIn({ shop }: Shop): Promise<unknown> {
  const tables = await readBackOf(fromPglite(db), shop).everything()
  const text = JSON.stringify(tables, (key, value: unknown) =>
    key === 'arrived' || key === 'shop' ? '' : value,
  )
  const rows = JSON.parse(
    text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}-1|-?\d+(?:\/-?\d+){3}/g, 'revision'),
  ) as object
  return Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [
      table,
      (list as object[]).map((row) => JSON.stringify(row)).toSorted(),
    ]),
  )
}

const id = 'p1'
const anna = buildRecord({
  customer: { id, email: 'Anna@example.com', phone: '+48601234567', tags: ['Vip'] },
  statistics: { numberOfOrders: 3, amountSpent: { minor: 500, currency: 'EUR' }, rfmGroup: 'LOYAL' },
})
const bert = buildRecord({ customer: { id: 'p2', email: 'bert@example.com', phone: null } })

function saving(record: CustomerRecord, revision: string, more: Partial<ChangeSet> = {}): ChangeSet {
  const customer = { ...record.customer, id }
  const claims = claimsOf(customer, policies.shopify.identity)
  return changeSet('key', {
    changes: [{ type: 'put', customer, claims, touches: [] }, created('event', id)],
    expects: [{ id, revision }],
    outbox: [redactOrders('effect', id)],
    ...more,
  })
}

const { email, phone } = anna.customer
const withContacts = (record: CustomerRecord): CustomerRecord => ({
  ...record,
  customer: {
    ...record.customer,
    email,
    phone,
    firstName: null,
    lastName: null,
    addresses: [],
    metafields: {},
  },
})
const moved = { ...home, id: 'home', zip: '00-001', phone: null }

/** With how many statements it is saved: one where everything by which they are found stays. */
const edits: readonly (readonly [string, CustomerRecord, number])[] = [
  ['as they are', anna, 1],
  [
    'with all that somebody types',
    {
      ...anna,
      customer: {
        ...anna.customer,
        ...{ note: `"\\u0061" {a,'b'} \\ \n`, tags: ['"', '\\', '{a,b}', 'NULL', '', ' Ü ', "'", 'Vip'] },
        ...{
          source: null,
          createdAt: '0000-01-01T00:00:00.000Z',
          metafields: { 'a.b': { c: ['\\', 1, null] } },
        },
      },
    },
    1,
  ],
  [
    'with other contacts',
    buildRecord({ customer: { id, email: 'other@example.com', phone: '+48601234568' } }),
    3,
  ],
  ['with no contacts', buildRecord({ customer: { id, email: null, phone: null } }), 3],
  ['with another home', { ...anna, customer: { ...anna.customer, addresses: [moved] } }, 3],
  ...fc
    .sample(arbitraries(fc).record, { numRuns: 10, seed: 20_261_122 })
    .flatMap((record, index) => [
      [`as somebody else, ${index}`, record, 3] as const,
      [`as somebody else with their contacts, ${index}`, withContacts(record), 1] as const,
    ]),
]

describe('a save of one record', () => {
  it.each(edits)('writes the same as in a transaction: %s', async (_, record, statements) => {
    // who has the same contacts and nothing else is found by the same keys
    const before = [statements === 1 && record !== anna ? withContacts(anna) : anna, bert]
    const [one, other] = [await shopWith(before), await shopWith(before)]
    const wishes = [
      saving(record, await revisionOf(one, id)),
      saving(record, await revisionOf(other, id)),
    ] as const
    one.sent.statements = 0
    const short = await one.repository.commit(wishes[0])
    expect(short.ok).toBe(true)
    expect(one.sent).toEqual({ statements, transactions: 0 })
    const long = await db.transaction((transaction) => other.repository.commit(wishes[1], { transaction }))
    expect(Object.keys(long.ok ? long.value.revisions : {})).toEqual([id])
    expect(short).toMatchObject({ ok: true, value: { ids: {}, summary: {}, replayed: false } })
    expect(await one.repository.outcomeOf('key')).toMatchObject({ receipt: short.ok && short.value })
    expect(await heldIn(one)).toEqual(await heldIn(other))
    expect(await one.repository.knownAs(id)).toEqual(await other.repository.knownAs(id))
  })

  const taken = { ...anna, customer: { ...anna.customer, email: 'bert@example.com' } }
  const put = (record: CustomerRecord): ChangeSet['changes'][number] => saving(record, '').changes[0]!
  const longer: readonly (readonly [string, (revision: string) => ChangeSet, string])[] = [
    ['another revision', () => saving(anna, 'older'), 'commit.stale'],
    ['a claim of somebody else', (revision) => saving(taken, revision), 'commit.identity-taken'],
    [
      'who is not confirmed',
      (revision) => saving(anna, revision, { confirmed: false }),
      'commit.not-confirmed',
    ],
    ['an expectation of nobody', () => saving(anna, 'absent'), 'commit.stale'],
    ['no expectation', (revision) => saving(anna, revision, { expects: [] }), 'done'],
    [
      'an expectation of somebody else',
      (revision) => saving(anna, revision, { expects: [{ id: 'p2', revision: 'older' }] }),
      'commit.stale',
    ],
    [
      'a second expectation',
      (revision) =>
        saving(anna, revision, {
          expects: [
            { id, revision },
            { id: 'p2', revision: 'older' },
          ],
        }),
      'commit.stale',
    ],
    [
      'a guard',
      (revision) => saving(anna, revision, { guards: [{ id, fact: 'multipass', oneOf: ['never'] }] }),
      'commit.fact-changed',
    ],
    [
      'two records',
      (revision) =>
        saving(anna, revision, { changes: [put(anna), { ...put(bert), customer: bert.customer } as never] }),
      'done',
    ],
    [
      'an event of somebody else',
      (revision) => saving(anna, revision, { changes: [put(anna), created('event', 'p2')] }),
      'done',
    ],
    ['nothing to save', (revision) => saving(anna, revision, { changes: [created('event', id)] }), 'done'],
    [
      'a state beside it',
      (revision) =>
        saving(anna, revision, {
          changes: [put(anna), { type: 'state', id, field: 'dataRequest', value: 'pending' }],
        }),
      'done',
    ],
    [
      'a new address',
      (revision) => {
        const place = {
          zip: null,
          city: null,
          countryCode: 'PL',
          provinceCode: null,
          phone: null,
          company: null,
        }
        const lines = { address1: null, address2: null, firstName: null, lastName: null }
        const addresses = [{ id: 'new:1', ...place, ...lines }]
        return saving({ ...anna, customer: { ...anna.customer, addresses } }, revision)
      },
      'done',
    ],
    [
      'a text that cannot be kept',
      () => saving({ ...anna, customer: { ...anna.customer, note: '\0' } }, 'older'),
      'commit.stale',
    ],
    ['a request that cannot be kept', () => ({ ...saving(anna, 'older'), request: '\0' }), 'commit.stale'],
  ]

  it.each(longer)('takes more than one statement with %s', async (_, wish, end) => {
    const shop = await shopWith([anna, bert])
    const wanted = wish(await revisionOf(shop, id))
    const outcome = await shop.repository.commit(wanted)
    expect(outcome.ok ? 'done' : outcome.problems[0]?.code).toBe(end)
    // whose revision was asked with the first
    expect(shop.sent.statements > (end === 'done' ? 2 : 1)).toBe(true)
  })

  it('gives another revision every time', async () => {
    const shop = await shopWith([anna])
    const seen = [await revisionOf(shop, id)]
    for (let turn = 0; turn < 3; turn++) {
      const outcome = await shop.repository.commit(
        saving(anna, seen.at(-1) ?? '', { key: `key ${turn}`, request: `request ${turn}` }),
      )
      expect(outcome.ok && outcome.value.revisions[id]).toBe(await revisionOf(shop, id))
      seen.push(await revisionOf(shop, id))
    }
    expect(shop.sent).toMatchObject({ statements: 10, transactions: 0 })
    expect(new Set(seen).size).toBe(4)
  })

  it('of the same record by the same wish gives the same revision, and by another key or another request another', async () => {
    const revisions = await Promise.all(
      [{}, {}, { key: 'other' }, { request: 'other' }].map(async (more) => {
        const shop = await shopWith([anna])
        await db.query('update clientele_customers set revision = $1 where shop = $2', ['known', shop.shop])
        await shop.repository.commit(saving(anna, 'known', more))
        return revisionOf(shop, id)
      }),
    )
    expect(revisions[0]).toBe(revisions[1])
    expect(new Set(revisions).size).toBe(3)
  })

  it('that was carried out before is answered, and its key is not taken by another', async () => {
    const shop = await shopWith([anna])
    const wanted = saving(anna, await revisionOf(shop, id))
    await shop.repository.commit(wanted)
    const next = await revisionOf(shop, id)
    const again = await shop.repository.commit({ ...wanted, expects: [{ id, revision: next }] })
    expect(again.ok && again.value.replayed).toBe(true)
    const other = await shop.repository.commit({ ...saving(anna, next), request: 'another' })
    expect(other.ok ? [] : other.problems.map(({ code }) => code)).toEqual(['commit.key-reused'])
    expect(await revisionOf(shop, id)).toBe(next)
  })

  it('takes more than one statement for somebody who is put aside, and one where several emails are one mailbox', async () => {
    const aside = await shopWith([{ ...anna, facts: { ...anna.facts, deleted: true } }])
    expect((await aside.repository.commit(saving(anna, await revisionOf(aside, id)))).ok).toBe(true)
    const tagged = await shopWith([anna], { ignoreTags: true })
    expect((await tagged.repository.commit(saving(anna, await revisionOf(tagged, id)))).ok).toBe(true)
    expect([aside.sent.statements, tagged.sent.statements]).toEqual([4, 2])
  })

  it('goes a longer way where PostgreSQL has rolled it back for the sake of somebody else, and fails where it has failed', async () => {
    const { shop } = await shopWith([anna])
    const failing = (code: string) => {
      const query = () => Promise.reject(Object.assign(new Error('failed'), { code }))
      return createPostgresRepository({ client: { ...fromPglite(db), query }, shop })
    }
    const revision = await revisionOf(
      { repository: createPostgresRepository({ client: fromPglite(db), shop }) },
      id,
    )
    const wanted = saving(anna, revision)
    await expect(failing('57P01').commit(wanted)).rejects.toMatchObject({ code: '57P01' })
    for (const code of ['40P01', '40001', '23505']) {
      const outcome = await failing(code).commit(wanted)
      expect(outcome.ok && outcome.value.replayed).toBe(code !== '40P01')
    }
  })
})
