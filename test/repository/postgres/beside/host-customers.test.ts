import type { PGlite } from '@electric-sql/pglite'
import { createCustomers } from 'clientele'
import {
  createPostgresRepository,
  fromPglite,
  type HostCustomers,
  type PostgresRepository,
  type PostgresRepositoryOptions,
  type PgliteQueryable,
} from 'clientele/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emailKey } from '../../../../src/contact/email.js'
import { harmlessHostFacts } from '../../../../src/customer/facts.js'
import type { CustomerRecord } from '../../../../src/customer/record.js'
import { changeSet, edit, put, tombstone } from '../../../../src/repository/contract/change-sets.js'
import { anna, ben, cleo, everybody, home } from '../../../../src/repository/contract/people.js'
import { blockingKeys } from '../../../../src/duplicates/blocking-keys.js'
import { planEdit } from '../../../../src/profile/edit/plan-edit.js'
import { at, vips } from '../../../../src/repository/contract/saved.js'
import { parseSegment } from '../../../../src/segment/parse-segment.js'
import { allCustomers, type Segment } from '../../../../src/segment/segment.js'
import { buildContext } from '../../../../src/testing/build-context.js'
import { buildRecord } from '../../../../src/testing/build-record.js'
import { newShop, openPglite } from '../pglite.js'
import { hostTable, rowsOfHost, users } from './host-shop.js'

type Repository = PostgresRepository<PgliteQueryable>
type Options = Partial<PostgresRepositoryOptions<PgliteQueryable>>

let db: PGlite

beforeAll(async () => {
  db = await openPglite()
  await db.exec(hostTable)
}, 60_000)
afterAll(() => db.close())

interface Shop {
  readonly repository: Repository
  /** what the host does itself; `$1` is the shop */
  readonly behind: (text: string) => Promise<unknown>
  readonly rows: () => ReturnType<typeof rowsOfHost>
}

function openShop(customers: Partial<HostCustomers> = {}, options: Options = {}): Shop {
  const shop = newShop()
  const client = fromPglite(db)
  return {
    repository: createPostgresRepository({
      ...{ client, shop, customers: { ...users, ...customers } },
      ...options,
    }),
    behind: (text) => db.query(text, [shop]),
    rows: () => rowsOfHost(client, shop),
  }
}

const insertTea = `insert into users (shop_key, user_id, first_name, email_address, phone_no, labels, created)
  values ($1, 'tea', 'Tea', ' Tea@Example.com ', '+48 601-234 568', '{regular}', '2020-05-01T10:00:00.123456Z')`

async function recordOf(repository: Repository, id: string): Promise<CustomerRecord> {
  const [loaded] = await repository.load([id])
  if (loaded.state !== 'present') throw new Error(`${id} is ${loaded.state}`)
  return loaded.record
}

const codes = (outcome: {
  readonly ok: boolean
  readonly problems?: readonly { readonly code: string }[]
}): unknown => (outcome.ok ? 'done' : outcome.problems?.map(({ code }) => code))

const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }

const everyone = { search: null, moment, after: null, limit: 10 }

async function idsFound(repository: Repository, where: Segment): Promise<unknown> {
  const page = await repository.find({ ...everyone, where })
  return page.ok && page.value.records.map(({ customer }) => customer.id)
}

const segment = (text: string): Segment => {
  const parsed = parseSegment(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

describe('rows that the host has written', () => {
  it('are customers as soon as anybody asks: by id, by identity, in lists, in segments, in searches', async () => {
    const asked: Readonly<Record<string, (repository: Repository) => Promise<unknown>>> = {
      'by id': async (repository) => (await recordOf(repository, 'tea')).customer.id,
      'by email': async (repository) =>
        (await repository.findByIdentity({ emails: [emailKey('tea@example.com')], phones: [] })).records[0]
          ?.customer.id,
      'by phone': async (repository) =>
        (await repository.findByIdentity({ emails: [], phones: ['+48601234568'] })).records[0]?.customer.id,
      'in a list': async (repository) =>
        (await repository.list({ after: null, limit: 9 })).records[0]?.customer.id,
      'in a segment': async (repository) =>
        ((await idsFound(repository, segment("customer_tags CONTAINS 'Regular'"))) as string[])[0],
      'in a search': async (repository) => {
        const page = await repository.find({ ...everyone, where: allCustomers, search: 'TEA@ex' })
        return page.ok && page.value.records[0]?.customer.id
      },
      counted: async (repository) => {
        const outcome = await repository.count({ where: allCustomers, search: null, moment })
        return outcome.ok && outcome.value === 1 && 'tea'
      },
    }
    for (const [way, ask] of Object.entries(asked)) {
      const { repository, behind } = openShop()
      await behind(insertTea)
      expect([way, await ask(repository)]).toEqual([way, 'tea'])
    }
  })

  it('are read as the columns say, and guests without more unless the mapping says what newcomers are', async () => {
    const { repository, behind } = openShop({
      newcomers: { account: { type: 'account', state: 'ENABLED', blocked: false } },
    })
    await behind(insertTea)
    const { customer, statistics } = await recordOf(repository, 'tea')
    expect(customer).toMatchObject({
      ...{ id: 'tea', firstName: 'Tea', lastName: null, email: 'Tea@Example.com', phone: '+48601234568' },
      ...{ note: null, tags: ['regular'], addresses: [], createdAt: '2020-05-01T10:00:00.123Z' },
      account: { type: 'account', state: 'ENABLED', blocked: false },
    })
    expect(statistics.numberOfOrders).toBe(0)
  })

  it('hold their email, so that nobody else can take it, unless somebody holds it already', async () => {
    const { repository, behind, rows } = openShop()
    await behind(insertTea)
    await repository.follow()
    const other = buildRecord({ customer: { id: 'new:1', email: 'tea@example.com' } }).customer
    const taken = await repository.commit(changeSet('k', { changes: [put(other)] }))
    expect(codes(taken)).toEqual(['commit.identity-taken'])
    await behind(
      `insert into users (shop_key, user_id, email_address) values ($1, 'tea2', 'tea@example.com')`,
    )
    const { records } = await repository.findByIdentity({ emails: [emailKey('tea@example.com')], phones: [] })
    expect(records.map(({ customer }) => customer.id)).toEqual(['tea', 'tea2'])
    expect(await rows()).toHaveLength(2)
  })

  it('are found by searches only when told where the mapping says so, and by their id at once', async () => {
    const { repository, behind } = openShop({ follows: 'when-told' })
    await behind(insertTea)
    expect(await idsFound(repository, allCustomers)).toEqual([])
    await repository.follow(['nobody'])
    expect(await idsFound(repository, allCustomers)).toEqual([])
    await repository.follow(['tea'])
    expect(await idsFound(repository, allCustomers)).toEqual(['tea'])
  })

  it('are taken over however many there are', async () => {
    const { repository, behind } = openShop()
    await behind(`insert into users (shop_key, user_id) select $1, 'u' || n from generate_series(1, 1001) n`)
    const outcome = await repository.count({ where: allCustomers, search: null, moment })
    expect(outcome.ok && outcome.value).toBe(1001)
  })
})

describe('changes behind the back of the library', () => {
  it('are never overwritten: whoever has read before is stale, and reads what the host has written', async () => {
    const { repository, behind, rows } = openShop()
    await repository.seed(everybody)
    const before = await recordOf(repository, 'anna')
    await behind(`update users set last_name = 'Kowalska' where shop_key = $1 and user_id = 'anna'`)
    const wish = changeSet('k', {
      expects: [{ id: 'anna', revision: before.revision }],
      changes: [edit(before, { firstName: 'Ania' })],
    })
    expect(codes(await repository.commit(wish))).toEqual(['commit.stale'])
    const after = await recordOf(repository, 'anna')
    expect(after.revision).not.toBe(before.revision)
    expect(after.customer).toMatchObject({
      firstName: 'Anna',
      lastName: 'Kowalska',
      tags: anna.customer.tags,
    })
    expect(after.customer.addresses).toEqual(anna.customer.addresses)
    const again = changeSet('k2', {
      expects: [{ id: 'anna', revision: after.revision }],
      changes: [edit(after, { firstName: 'Ania' })],
    })
    expect(codes(await repository.commit(again))).toBe('done')
    expect((await rows())[0]).toMatchObject({ first_name: 'Ania', last_name: 'Kowalska' })
  })

  it('make nobody stale where no column of the mapping says anything else', async () => {
    const { repository, behind, rows } = openShop()
    await repository.seed(everybody)
    const before = await recordOf(repository, 'anna')
    await behind(`update users set password_hash = 'new', lang = '' where shop_key = $1`)
    expect((await recordOf(repository, 'anna')).revision).toBe(before.revision)
    const wish = changeSet('k', {
      expects: [{ id: 'anna', revision: before.revision }],
      changes: [edit(before, { firstName: 'Ania' })],
    })
    expect(codes(await repository.commit(wish))).toBe('done')
    // a column whose field stays is not written
    expect((await rows())[0]).toMatchObject({ first_name: 'Ania', password_hash: 'new', lang: '' })
  })

  it('move the email by which somebody is found, and what they were known by before is kept until erasure', async () => {
    const { repository, behind } = openShop()
    await repository.seed(everybody)
    await behind(`update users set email_address = 'b@example.com' where shop_key = $1 and user_id = 'ben'`)
    const found = async (email: string): Promise<unknown> =>
      (await repository.findByIdentity({ emails: [emailKey(email)], phones: [] })).records.length
    expect([await found('b@example.com'), await found('ben@example.com')]).toEqual([1, 0])
    expect((await repository.knownAs('ben')).emails.toSorted()).toEqual(['b@example.com', 'ben@example.com'])
  })

  it('delete whoever has no row any more; an id that was ended stays so', async () => {
    const { repository, behind } = openShop()
    await repository.seed(everybody)
    const before = await recordOf(repository, 'ben')
    await behind(`delete from users where shop_key = $1 and user_id = 'ben'`)
    const wish = changeSet('k', {
      expects: [{ id: 'ben', revision: before.revision }],
      changes: [edit(before, { firstName: 'Benedikt' })],
    })
    expect(codes(await repository.commit(wish))).toEqual(['commit.stale'])
    expect((await repository.load(['ben']))[0].state).toBe('deleted')
    expect(await idsFound(repository, allCustomers)).toEqual(['anna', 'cleo'])
    await behind(`insert into users (shop_key, user_id, first_name) values ($1, 'ben', 'Ben')`)
    expect((await repository.load(['ben']))[0].state).toBe('deleted')
    await behind(`delete from users where shop_key = $1 and user_id = 'ben'`)
    expect((await repository.load(['ben']))[0].state).toBe('deleted')
  })

  it('have the time at which they were noticed where the table has none', async () => {
    const { updatedAt: _, ...columns } = users.columns
    const { repository, behind } = openShop({ columns })
    await repository.seed([ben])
    await behind(`update users set first_name = 'Benno' where shop_key = $1`)
    const { customer } = await recordOf(repository, 'ben')
    expect(customer.updatedAt > ben.customer.updatedAt).toBe(true)
  })
})

describe('what the library writes', () => {
  it('is a row of the host: a new customer, and the columns of another one that change', async () => {
    const { repository, rows } = openShop()
    const newcomer = buildRecord({ customer: { ...ben.customer, id: 'new:1', locale: 'nb-NO' } }).customer
    const outcome = await repository.commit(changeSet('k', { changes: [put(newcomer)] }))
    const id = outcome.ok ? outcome.value.ids['new:1'] : ''
    expect(await rows()).toMatchObject([
      { user_id: id, email_address: 'ben@example.com', lang: 'nb-NO', remarks: '-', password_hash: 'secret' },
    ])
  })

  it('is rolled back with the transaction of the host', async () => {
    const { repository, rows } = openShop()
    await repository.seed([ben])
    const work = db.transaction(async (transaction) => {
      const wish = changeSet('k', { changes: [edit(ben, { firstName: 'Benno' })] })
      expect(codes(await repository.commit(wish, { transaction }))).toBe('done')
      throw new Error('undone')
    })
    await expect(work).rejects.toThrow('undone')
    expect((await rows())[0]).toMatchObject({ first_name: 'Ben' })
    expect((await recordOf(repository, 'ben')).customer.firstName).toBe('Ben')
  })

  it('blanks the row of whoever was merged or deleted, with the placeholder where a column takes no null', async () => {
    const { repository, rows } = openShop()
    await repository.seed(everybody)
    const changes = [tombstone('cleo', 'ben'), tombstone('anna', null)]
    expect(codes(await repository.commit(changeSet('k', { changes })))).toBe('done')
    const blank = { first_name: null, email_address: null, phone_no: null, remarks: '-', labels: [] }
    expect(await rows()).toMatchObject([
      { ...blank, user_id: 'anna' },
      { user_id: 'ben', email_address: 'ben@example.com' },
      { ...blank, user_id: 'cleo' },
    ])
  })

  it('deletes these rows where the mapping says so, after the relations of the host', async () => {
    const orders = newShop().replace(' ', '_')
    await db.exec(`create table ${orders} (shop_key text, user_id text,
      foreign key (shop_key, user_id) references users on delete restrict)`)
    const { repository, rows, behind } = openShop(
      { deletes: true },
      {
        relations: {
          orders: {
            mode: 'in-commit',
            reassign: (from, to, tx) =>
              tx.query(`update ${orders} set user_id = $2 where user_id = any($1)`, [[...from], to]),
            redact: async () => undefined,
          },
        },
      },
    )
    await repository.seed(everybody)
    await behind(`insert into ${orders} values ($1, 'cleo')`)
    const changes = [
      tombstone('cleo', 'ben'),
      { type: 'reassign', relation: 'orders', from: ['cleo'], to: 'ben' } as const,
      tombstone('anna', null),
    ]
    expect(codes(await repository.commit(changeSet('k', { changes })))).toBe('done')
    expect((await rows()).map((row) => row['user_id'])).toEqual(['ben'])
    expect((await repository.load(['anna', 'cleo'])).map(({ state }) => state)).toEqual(['deleted', 'merged'])
  })

  it('is what a trigger of the host makes of it', async () => {
    const { repository, rows, behind } = openShop()
    await db.exec(`create or replace function low() returns trigger language plpgsql as
      $$ begin new.email_address := lower(new.email_address); return new; end $$`)
    await db.exec('create trigger low before insert or update on users for each row execute function low()')
    try {
      await repository.seed([anna])
      expect((await recordOf(repository, 'anna')).customer.email).toBe('anna.nowak@example.com')
      expect((await recordOf(repository, 'anna')).revision).toBe(anna.revision)
      expect((await rows())[0]).toMatchObject({ email_address: 'anna.nowak@example.com' })
    } finally {
      await behind('select $1::text')
      await db.exec('drop trigger low on users')
    }
  })

  it('makes no row where the table takes none, and writes those that are there', async () => {
    const { repository, behind, rows } = openShop({ inserts: false })
    await expect(repository.seed([ben])).rejects.toThrow(/inserts/)
    await behind(insertTea)
    const tea = await recordOf(repository, 'tea')
    await repository.commit(changeSet('k', { changes: [edit(tea, { lastName: 'Leaf' })] }))
    expect(await rows()).toMatchObject([{ user_id: 'tea', last_name: 'Leaf' }])
  })

  it('gives a row to whoever came before the table was mapped', async () => {
    const { repository, rows } = openShop()
    const shop = newShop()
    const client = fromPglite(db)
    await createPostgresRepository({ client, shop }).seed([ben])
    const beside = createPostgresRepository({ client, shop, customers: users })
    expect((await recordOf(beside, 'ben')).customer.email).toBe('ben@example.com')
    await beside.commit(changeSet('k', { changes: [edit(ben, { lastName: 'Berg' })] }))
    expect(await rowsOfHost(client, shop)).toMatchObject([
      { user_id: 'ben', last_name: 'Berg', email_address: 'ben@example.com' },
    ])
    expect(await rows()).toEqual([])
    expect(await repository.load([])).toEqual([])
  })

  it('is refused as taken where a unique column holds what nobody has looked at yet', async () => {
    await db.exec(`create table members (id text primary key, mail text unique)`)
    const customers: HostCustomers = { table: 'members', id: 'id', columns: { email: 'mail' } }
    const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop(), customers })
    await db.exec(`insert into members values ('one', 'tea@example.com')`)
    const newcomer = buildRecord({ customer: { id: 'new:1', email: 'tea@example.com' } }).customer
    const wish = changeSet('k', { changes: [put(newcomer)] })
    expect(codes(await repository.commit(wish))).toEqual(['commit.identity-taken'])
    await db.exec('drop table members')
  })
})

describe('erasure', () => {
  it('empties the columns of the host, and nothing of the person is left in them or beside them', async () => {
    const facts = async (ids: readonly string[]) => new Map(ids.map((id) => [id, harmlessHostFacts]))
    const { repository, rows, behind } = openShop({}, { facts })
    await behind(insertTea)
    await behind(`update users set last_name = 'Leaf' where shop_key = $1`)
    const customers = createCustomers({
      repository,
      shop: { timeZone: 'Europe/Oslo', currency: 'NOK', country: 'NO', locale: 'nb-NO' },
    })
    const edited = await customers.runEdit({ id: 'tea', edit: { note: 'likes green' } })
    expect(codes(edited)).toBe('done')
    expect(codes(await customers.runRedactionRequest('tea'))).toBe('done')
    const outcome = await customers.runRedaction('tea', { confirmed: true })
    expect(codes(outcome)).toBe('done')
    expect(await rows()).toMatchObject([
      {
        user_id: 'tea',
        first_name: null,
        last_name: null,
        email_address: null,
        phone_no: null,
        remarks: '-',
      },
    ])
    const everything = JSON.stringify([await rows(), await recordOf(repository, 'tea')])
    expect(everything).not.toMatch(/Leaf|green|example\.com|601\D?234/)
  })
})

describe('cells of other kinds', () => {
  it('are read as what they can be: numbers of phones, JSON lists, texts of levels, moments without a zone', async () => {
    await db.exec(`create table odd (id text primary key, tel bigint, tags jsonb, codes text, level text,
      exempt text, made timestamp, changed timestamptz)`)
    const customers: HostCustomers = {
      ...{ table: 'odd', id: 'id' },
      columns: {
        ...{ phone: 'tel', tags: 'tags', taxExemptions: 'codes', priceLevel: 'level', taxExempt: 'exempt' },
        ...{ createdAt: 'made', updatedAt: 'changed' },
      },
    }
    const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop(), customers })
    await db.exec(`insert into odd values ('1', 48601234568, '["a", 7, "b"]', 'x', 'two', 'no', '2020-01-01 10:00', null),
      ('2', null, null, null, null, null, '20000-01-01 10:00', 'infinity')`)
    expect((await recordOf(repository, '1')).customer).toMatchObject({
      ...{ phone: '48601234568', tags: ['a', 'b'], taxExemptions: [], priceLevel: 0, taxExempt: false },
      ...{ createdAt: '2020-01-01T10:00:00.000Z', updatedAt: expect.stringMatching(/^20\d\d-/) },
    })
    const second = await recordOf(repository, '2')
    expect(second.customer.createdAt).toMatch(/^20\d\d-/)
    await repository.commit(changeSet('k', { changes: [edit(second, { tags: ['c'] })] }))
    const { rows } = await db.query(`select tags, changed::text from odd where id = '2'`)
    expect(rows).toEqual([{ tags: ['c'], changed: 'infinity' }])
  })

  it('hold a placeholder of their own where a column is unique and takes no null', async () => {
    await db.exec('create table strict (id text primary key, name text, mail text not null unique)')
    const customers: HostCustomers = {
      ...{ table: 'strict', id: 'id', columns: { firstName: 'name', email: 'mail' } },
      placeholders: { email: 'none-{id}@shop.example' },
    }
    const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop(), customers })
    await repository.seed([ben, { ...cleo, revision: 'r' }])
    expect((await recordOf(repository, 'cleo')).customer.email).toBe(null)
    await repository.commit(changeSet('k', { changes: [tombstone('ben', null)] }))
    const { rows } = await db.query('select * from strict order by id')
    expect(rows).toEqual([
      { id: 'ben', name: null, mail: 'none-ben@shop.example' },
      { id: 'cleo', name: 'Cleo', mail: 'none-cleo@shop.example' },
    ])
  })
})

describe('what goes on in one transaction', () => {
  it('is what is projected for a row that nobody has looked at, and what waits in lists and members', async () => {
    const { repository, behind } = openShop()
    await behind(insertTea)
    await repository.project([{ id: 'tea', statistics: { ...ben.statistics, numberOfOrders: 5 } }])
    expect((await recordOf(repository, 'tea')).statistics.numberOfOrders).toBe(5)
    const saved = await repository.segments.save({ id: null, name: 'all', query: vips, at }, 'absent')
    if (!saved.ok) throw new Error('not saved')
    await behind(`insert into users (shop_key, user_id) values ($1, 'more')`)
    const { id } = saved.value
    const change = await repository.memberships(id).replace({ where: allCustomers, search: null, moment })
    expect(change.ok && change.value.entered).toEqual(['more', 'tea'])
    expect((await repository.memberships(id).members({ after: null, limit: 9 })).ids).toEqual(['more', 'tea'])
    await behind(
      `insert into users (shop_key, user_id, email_address) values ($1, 'dupe', 'tea@example.com')`,
    )
    const keys = blockingKeys(await recordOf(repository, 'tea'))
    const alike = await repository.findByBlockingKeys({ keys, limit: 9 })
    expect(alike.map(({ customer }) => customer.id)).toEqual(['dupe', 'tea'])
  })
})

describe('ids of other types', () => {
  it.each([
    ['bigint', 'bigint generated by default as identity', '41', '007'],
    ['uuid', 'uuid', '0b1ae2dc-8c69-4e7a-9e1c-1f0f3a2b4c5d', '0B1AE2DC-8C69-4E7A-9E1C-1F0F3A2B4C5D'],
  ] as const)('are texts to the library: %s', async (idType, declared, known, unknown) => {
    const table = newShop().replace(' ', '_')
    await db.exec(`create table ${table} (id ${declared} primary key, name text, born text)`)
    const customers: HostCustomers = { table, id: 'id', idType, columns: { firstName: 'name' } }
    const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop(), customers })
    await db.query(`insert into ${table} values ($1, 'Tea')`, [known])
    const record = await recordOf(repository, known)
    expect(record.customer.firstName).toBe('Tea')
    expect((await repository.load([unknown, 'x', ''])).map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => 'unknown'),
    )
    const newcomer = buildRecord({ customer: { id: 'new:1', firstName: 'New' } }).customer
    const changes = [
      edit(record, { firstName: 'Thea' }),
      put({ ...newcomer, addresses: [{ ...home, id: 'new:2' }] }),
    ]
    const outcome = await repository.commit(changeSet('k', { changes }))
    const id = outcome.ok ? (outcome.value.ids['new:1'] as string) : ''
    expect(outcome.ok && outcome.value.ids['new:2']).toMatch(/^[0-9a-f-]{36}$/)
    expect((await recordOf(repository, id)).customer.firstName).toBe('New')
    const { rows } = await db.query(`select id::text, name from ${table} order by name`)
    expect(rows).toEqual([
      { id, name: 'New' },
      { id: known, name: 'Thea' },
    ])
    await db.query(`delete from ${table} where id::text = $1`, [id])
    expect(await idsFound(repository, allCustomers)).toEqual([known])
  })

  it('need newId where no sequence makes them', async () => {
    await db.exec('create table numbered (id bigint primary key, name text)')
    const customers: HostCustomers = {
      table: 'numbered',
      id: 'id',
      idType: 'bigint',
      columns: { firstName: 'name' },
    }
    const options = { client: fromPglite(db), shop: newShop(), customers }
    const wish = changeSet('k', { changes: [put(buildRecord({ customer: { id: 'new:1' } }).customer)] })
    await expect(createPostgresRepository(options).commit(wish)).rejects.toThrow(/newId/)
    const outcome = await createPostgresRepository({ ...options, newId: () => '77' }).commit(wish)
    expect(outcome.ok && outcome.value.ids).toEqual({ 'new:1': '77' })
  })
})

describe('fields that are kept nowhere', () => {
  it('are declared, are nothing in what is stored, and are refused by planners', async () => {
    const { note: _, ...columns } = users.columns
    const notStored = ['note', 'metafields'] as const
    const { repository, rows } = openShop({ columns, notStored })
    expect(repository.capabilities.notStored).toEqual(notStored)
    await repository.seed([anna])
    const record = await recordOf(repository, 'anna')
    expect(record.customer).toEqual({ ...anna.customer, note: null, metafields: {} })
    expect((await rows())[0]).toMatchObject({ remarks: '-' })
    const context = buildContext({ store: repository.capabilities })
    const plan = planEdit(record, { note: 'likes tea' }, context)
    expect(codes(plan)).toEqual(['capability.field-not-stored'])
  })
})

describe('a mapping that does not fit', () => {
  const columns = { firstName: 'name' } as const
  const faults: Readonly<Record<string, readonly [string, Partial<HostCustomers>, RegExp]>> = {
    'a table that is not there': ['', { table: 'nowhere' }, /no table "nowhere"/],
    'a column that is not there': ['name text', { columns: { email: 'mail' } }, /no column mail/],
    'a column for two fields': [
      'name text',
      { columns: { ...columns, lastName: 'name' } },
      /name stands twice/,
    ],
    'a field with a column that is not stored': [
      'name text',
      { notStored: ['firstName'] },
      /firstName has a column/,
    ],
    'a column that takes no null, for a field that may be missing and is erased': [
      'name text not null',
      {},
      /name takes no null, so firstName needs one of the placeholders/,
    ],
    'a moment in a column of texts': [
      'name text, made text',
      { columns: { ...columns, createdAt: 'made' } },
      /the type of made cannot hold createdAt/,
    ],
    'ids of another type': ['name text', { idType: 'uuid' }, /id is of another type than idType says/],
    'a column that a new row has to fill': [
      'name text, hash text not null',
      {},
      /hash takes no null .* inserts/,
    ],
  }

  it.each(Object.entries(faults))(
    'throws before anything is read: %s',
    async (_case, [declared, part, words]) => {
      const table = newShop().replace(' ', '_')
      await db.exec(`create table ${table} (id text primary key${declared && `, ${declared}`})`)
      const customers = { table, id: 'id', columns, ...part }
      const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop(), customers })
      await expect(repository.load(['x'])).rejects.toThrow(words)
      await expect(repository.list({ after: null, limit: 1 })).rejects.toThrow(words)
      await expect(repository.commit(changeSet('k', {}))).rejects.toThrow(words)
    },
  )

  it('is none where inserts are off, or a default fills the column', async () => {
    const table = newShop().replace(' ', '_')
    await db.exec(`create table ${table} (id text primary key, name text, hash text not null)`)
    const customers = { table, schema: 'public', id: 'id', columns, inserts: false }
    const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop(), customers })
    expect(await repository.load(['x'])).toEqual([{ id: 'x', state: 'unknown' }])
  })

  it.each([
    { table: 'a"b' },
    { table: '' },
    { id: 'id; drop' },
    { shop: "x'y" },
    { schema: 'a.b' },
    { columns: { email: 'x"' } },
  ])('takes no name that is none: %j', (part) => {
    const customers = { table: 't', id: 'id', columns, ...part }
    expect(() => createPostgresRepository({ client: fromPglite(db), shop: 'x', customers })).toThrow(
      /named by/,
    )
  })

  it('takes no field and no type that it does not know', () => {
    const open = (part: object) => () =>
      createPostgresRepository({
        ...{ client: fromPglite(db), shop: 'x' },
        customers: { table: 't', id: 'id', columns, ...part },
      })
    expect(open({ columns: { facts: 'x', email: 'mail' } })).toThrow(
      /no column can hold facts of a customer; .* email,/,
    )
    expect(open({ columns: { toString: 'x' } })).toThrow(/no column can hold toString/)
    expect(open({ idType: 'int' })).toThrow(/idType/)
  })
})

describe('without a table of the host', () => {
  it('there is nothing to follow', async () => {
    const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop() })
    expect(await repository.follow()).toBeUndefined()
  })
})
