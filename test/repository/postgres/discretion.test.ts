import type { PGlite } from '@electric-sql/pglite'
import {
  createPostgresRepository,
  fromPglite,
  type PostgresClient,
  type PostgresConnection,
  type PgliteQueryable,
} from 'clientele/postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EmailKey } from '../../../src/contact/email.js'
import {
  changeSet,
  created,
  edit,
  newcomer,
  put,
  redactOrders,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { anna, ben, everybody } from '../../../src/repository/contract/people.js'
import { allCustomers } from '../../../src/segment/segment.js'
import { newShop, openPglite } from './pglite.js'

/** Somebody's data, wherever it may be. */
const CANARY = /canary/i
const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' } as const

let db: PGlite
let shop: string

beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())
beforeEach(() => {
  shop = newShop()
})

let seeds = 0

/** All that can be read of an error. */
function told(error: unknown): string {
  const { message, stack, cause } = error as Error
  return [
    message,
    stack,
    JSON.stringify(error),
    String(cause),
    JSON.stringify(Object.getOwnPropertyDescriptors(error)),
  ].join()
}

/** A client whose statements fail from the n-th on, with all that drivers tell of the data. */
function failingAt(count: number, seen: string[] = []): PostgresClient<PgliteQueryable> {
  const sound = fromPglite(db)
  let left = count
  const guard =
    (query: PostgresConnection['query']): PostgresConnection['query'] =>
    async (text, values) => {
      seen.push(text)
      if (left-- > 0) return query(text, values)
      throw Object.assign(new Error(`duplicate key value: ${JSON.stringify(values)} canary`), {
        code: '40001',
        detail: 'Key (email)=(canary@example.com) already exists.',
        where: JSON.stringify(values),
        cause: new Error('canary'),
      })
    }
  return {
    query: guard(sound.query),
    connectionOf: (transaction) => ({ query: guard(sound.connectionOf(transaction).query) }),
    transaction: sound.transaction,
  }
}

const wanted = changeSet('canary key', {
  changes: [
    put(newcomer(1, { firstName: 'Canary', email: 'canary@example.com', note: 'canary', tags: ['canary'] })),
    edit(anna, { note: 'canary' }),
    tombstone('ben', 'anna'),
    created('canary event', 'anna'),
    { type: 'suppress', id: 'ben' },
    { type: 'redactEvents', id: 'anna' },
  ],
  outbox: [redactOrders('canary effect', 'cleo')],
})

describe('what is thrown', () => {
  const calls = {
    load: (repository) => repository.load(['canary']),
    list: (repository) => repository.list({ after: 'canary', limit: 1 }),
    findByIdentity: (repository) =>
      repository.findByIdentity({ emails: ['canary@example.com' as EmailKey], phones: [] }),
    find: (repository) =>
      repository.find?.({ where: allCustomers, search: 'canary', moment, after: null, limit: 1 }),
    count: (repository) => repository.count?.({ where: allCustomers, search: 'canary', moment }),
    findByBlockingKeys: (repository) => repository.findByBlockingKeys?.({ keys: ['canary'], limit: 1 }),
    knownAs: (repository) => repository.knownAs?.('canary'),
    timeline: (repository) => repository.timeline?.('canary'),
    distinctFrom: (repository) => repository.distinctFrom(['canary']),
    outcomeOf: (repository) => repository.outcomeOf('canary'),
    outbox: (repository) => repository.outbox({ limit: 1 }),
    acknowledge: (repository) => repository.acknowledge(['canary']),
    commit: (repository) => repository.commit(wanted),
    seed: (repository) =>
      repository.seed([
        { ...ben, customer: { ...ben.customer, id: `canary ${++seeds}`, email: null, firstName: 'Canary' } },
      ]),
  } as const satisfies Record<
    string,
    (repository: ReturnType<typeof createPostgresRepository<PgliteQueryable>>) => unknown
  >

  it.each(Object.keys(calls))('says the code and nothing of anybody: %s', async (name) => {
    await createPostgresRepository({ client: fromPglite(db), shop }).seed(everybody)
    let failures = 0
    for (let count = 0; count < 4; count++) {
      const repository = createPostgresRepository({ client: failingAt(count), shop })
      const error: unknown = await Promise.resolve(calls[name as keyof typeof calls](repository)).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      if (error === null) continue
      failures++
      expect(told(error)).not.toMatch(CANARY)
      expect(error).toMatchObject({
        name: 'PostgresFailure',
        code: '40001',
        message: 'clientele: PostgreSQL has failed (40001)',
      })
    }
    expect(failures).toBeGreaterThan(0)
  })

  it('keeps no code that could be anything else', async () => {
    const client: PostgresClient<never> = {
      query: () => Promise.reject(Object.assign(new Error('canary'), { code: 'canary@example.com' })),
      connectionOf: (transaction) => transaction,
      transaction: () => Promise.reject(new Error('canary')),
    }
    const repository = createPostgresRepository({ client, shop })
    for (const call of [() => repository.load(['a']), () => repository.acknowledge(['a'])]) {
      const error: unknown = await call().then(
        () => null,
        (thrown: unknown) => thrown,
      )
      expect(error).toMatchObject({ code: null, message: 'clientele: PostgreSQL has failed' })
      expect(told(error)).not.toMatch(CANARY)
    }
  })
})

describe('a statement', () => {
  it('is the same text whatever the values are, and holds none of them', async () => {
    const texts = await Promise.all(
      ['canary', "'; drop table clientele_customers; --"].map(async (text) => {
        const seen: string[] = []
        const repository = createPostgresRepository({
          client: failingAt(1000, seen),
          shop: `${text} ${newShop()}`,
        })
        await repository.seed(
          everybody.map((record) => ({ ...record, customer: { ...record.customer, note: text } })),
        )
        await repository.commit({ ...wanted, key: text })
        await repository.load([text])
        await repository.find?.({
          where: allCustomers,
          search: text.replaceAll(' ', ''),
          moment,
          after: null,
          limit: 1,
        })
        await repository.findByIdentity({ emails: [text as EmailKey], phones: [text] })
        return seen
      }),
    )
    expect(texts[0]?.join()).not.toMatch(CANARY)
    expect(texts[1]).toEqual(texts[0])
  })
})

describe('text that the database cannot keep', () => {
  it.each(['a\u0000b', 'a\ud83d'])(
    'is refused before it is sent, and asked for, it is nobody: %j',
    async (text) => {
      const seen: string[] = []
      const repository = createPostgresRepository({ client: failingAt(1000, seen), shop })
      await repository.seed(everybody)
      const before = seen.length
      await expect(
        repository.commit(changeSet(text, { changes: [edit(ben, { note: 'n' })] })),
      ).rejects.toThrow(/cannot keep/)
      await expect(
        repository.commit(changeSet('k', { changes: [edit(ben, { note: text })] })),
      ).rejects.toThrow(/cannot keep/)
      expect(seen.slice(before).join()).not.toContain('updated_part')
      expect(await repository.load([text])).toEqual([{ id: text, state: 'unknown' }])
      expect(await repository.outcomeOf(text)).toBe(null)
      expect(
        (await repository.findByIdentity({ emails: [text as EmailKey], phones: [text] })).records,
      ).toEqual([])
      expect(await repository.findByBlockingKeys?.({ keys: [text], limit: 1 })).toEqual([])
      expect(await repository.timeline?.(text)).toEqual([])
      expect(await repository.distinctFrom([text])).toEqual([])
      await repository.acknowledge([text])
      const stale = await repository.commit(changeSet('k', { expects: [{ id: text, revision: 'r' }] }))
      expect(stale).toMatchObject({ ok: false, problems: [{ code: 'commit.stale' }] })
      expect(() => createPostgresRepository({ client: fromPglite(db), shop: text })).toThrow(/cannot keep/)
    },
  )

  it('is not taken for what only looks like it', async () => {
    const note = '\\u0000 \\\\u0000 \\ud83d'
    const repository = createPostgresRepository({ client: fromPglite(db), shop })
    await repository.seed(everybody)
    await repository.commit(changeSet('k', { changes: [edit(ben, { note })] }))
    const [loaded] = await repository.load(['ben'])
    expect(loaded.state === 'present' && loaded.record.customer.note).toBe(note)
  })
})
