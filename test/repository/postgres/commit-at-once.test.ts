import type { PGlite } from '@electric-sql/pglite'
import {
  createPostgresRepository,
  fromPglite,
  type PgliteQueryable,
  type PostgresRepository,
  type PostgresRepositoryOptions,
} from 'clientele/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeSet } from '../../../src/plan/change-set.js'
import {
  changeSet,
  created,
  edit,
  moveOrders,
  newcomer,
  put,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { anna, ben, cleo, everybody } from '../../../src/repository/contract/people.js'
import { newShop, openPglite } from './pglite.js'
import { readBackOf } from './read-back.js'

let db: PGlite
beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())

type Options = Partial<PostgresRepositoryOptions<PgliteQueryable>>

interface Shop {
  readonly shop: string
  readonly repository: PostgresRepository<PgliteQueryable>
  readonly sent: { statements: number; transactions: number }
  /** what is done before the next statement that writes */
  readonly meanwhile: { work: (() => Promise<unknown>) | null }
}

/** A shop with everybody in it; statements in transactions are not counted. */
async function open(options: Options = {}): Promise<Shop> {
  const shop = newShop()
  const driver = fromPglite(db)
  const sent = { statements: 0, transactions: 0 }
  const meanwhile: Shop['meanwhile'] = { work: null }
  const repository = createPostgresRepository({
    shop,
    statistics: 'counted',
    newId: (kind) => `${kind} ${++ids}`,
    ...options,
    client: {
      ...driver,
      query: async (text, values) => {
        sent.statements++
        const { work } = meanwhile
        if (text.includes('_part as (') && work !== null) {
          meanwhile.work = null
          await work()
        }
        return driver.query(text, values)
      },
      transaction: (work) => {
        sent.transactions++
        return driver.transaction(work)
      },
    },
  })
  await repository.seed(everybody)
  Object.assign(sent, { statements: 0, transactions: 0 })
  return { shop, repository, sent, meanwhile }
}
let ids = 0

/** What a shop holds, but for what is made anew every time. */
async function heldIn({ shop }: Shop): Promise<unknown> {
  const tables = await readBackOf(fromPglite(db), shop).everything()
  const names = new Map<string, string>()
  const nameOf = (made: string): string => {
    const name = names.get(made) ?? `made ${names.size}`
    names.set(made, name)
    return name
  }
  const text = JSON.stringify(tables, (key, value: unknown) =>
    key === 'arrived' || key === 'shop' ? '' : value,
  )
  return JSON.parse(
    text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?:customer|address) \d+/g, nameOf),
  )
}

async function noteOf({ repository }: Shop, id: string): Promise<string | null> {
  const [loaded] = await repository.load([id])
  return loaded.state === 'present' ? loaded.record.customer.note : loaded.state
}

const count = { orders: 1, spent: null, orderAt: null, abandonedCheckoutAt: null }

const wishes: Readonly<Record<string, Partial<ChangeSet>>> = {
  'somebody new': {
    changes: [put(newcomer(1, { email: 'new@example.com', note: 'n' })), created('e', 'new:1')],
  },
  'several at once': {
    changes: [put(newcomer(1)), put(newcomer(2)), edit(ben, { email: 'b@example.com' }), edit(cleo, {})],
  },
  'a merge': {
    changes: [edit(anna, { note: 'merged', tags: ['a'] }), tombstone('ben', 'anna'), created('e', 'anna')],
    outbox: [moveOrders('effect', 'ben', 'anna')],
  },
  'a claim that moves': {
    changes: [edit(ben, { email: null }), edit(cleo, { email: 'ben@example.com' })],
  },
  'a deletion': { changes: [tombstone('ben', null)] },
  'a state': { changes: [{ type: 'state', id: 'ben', field: 'deleted', value: true }] },
  'a count': { changes: [{ type: 'count', id: 'ben', activityId: 'order', delta: count }] },
  'other people': { changes: [{ type: 'distinct', ids: ['anna', 'ben'] }] },
  'a guard that holds': {
    guards: [{ id: 'ben', fact: 'vaultedCards', oneOf: [2] }],
    changes: [edit(ben, { note: 'n' })],
  },
  'an event alone': { changes: [created('e', 'ben')] },
  nothing: {},
}

describe('a commit without a transaction', () => {
  it.each(Object.entries(wishes))('writes the same as in one, in two statements: %s', async (_, wish) => {
    const [one, other] = [await open(), await open()]
    expect((await one.repository.commit(changeSet('k', wish))).ok).toBe(true)
    expect(one.sent).toEqual({ statements: 2, transactions: 0 })
    await db.transaction((transaction) => other.repository.commit(changeSet('k', wish), { transaction }))
    expect(await heldIn(one)).toEqual(await heldIn(other))
  })

  const refused: Readonly<Record<string, Partial<ChangeSet>>> = {
    'commit.stale': { expects: [{ id: 'ben', revision: 'older' }] },
    'commit.fact-changed': { guards: [{ id: 'ben', fact: 'vaultedCards', oneOf: [0] }] },
    'commit.identity-taken': { changes: [edit(cleo, { email: 'ben@example.com' })] },
  }
  it.each(Object.entries(refused))('is refused when it has read: %s', async (code, wish) => {
    const shop = await open()
    const outcome = await shop.repository.commit(changeSet('k', wish))
    expect(outcome.ok ? [] : outcome.problems.map((one) => one.code)).toEqual([code])
    expect(shop.sent).toEqual({ statements: 1, transactions: 0 })
  })

  const lines = async (shop: Shop): Promise<readonly unknown[]> => {
    const [anna_, ben_] = await shop.repository.load(['anna', 'ben'])
    return [anna_, ben_].map((loaded) =>
      loaded.state === 'present' ? loaded.record.customer.note : loaded.state,
    )
  }
  const others: Readonly<Record<string, readonly [Partial<ChangeSet>, readonly unknown[]]>> = {
    'one of them is edited': [{ changes: [edit(ben, { note: 'other' })] }, ['mine', 'merged']],
    'one of them is merged with somebody else': [
      { changes: [tombstone('ben', 'cleo')] },
      ['likes tea', 'merged'],
    ],
    'one of them ends': [{ changes: [tombstone('ben', null)] }, ['likes tea', 'deleted']],
    'one of them is counted': [
      { changes: [{ type: 'count', id: 'ben', activityId: 'order', delta: count }] },
      ['mine', 'merged'],
    ],
    'nobody of them is touched': [{ changes: [edit(cleo, { note: 'other' })] }, ['mine', 'merged']],
  }
  it.each(Object.entries(others))('that is overtaken begins anew in one: %s', async (name, [other, end]) => {
    const shop = await open()
    shop.meanwhile.work = () => shop.repository.commit(changeSet('other', other))
    await shop.repository.commit(
      changeSet('k', { changes: [edit(anna, { note: 'mine' }), tombstone('ben', 'anna')] }),
    )
    expect(await lines(shop)).toEqual(end)
    expect(shop.sent.transactions).toBe(name.startsWith('nobody') ? 0 : 1)
  })

  it('that somebody else carries out meanwhile is answered, and what they claim is taken', async () => {
    const shop = await open()
    const wanted = changeSet('k', { changes: [put(newcomer(1, { email: 'x@example.com' }))] })
    shop.meanwhile.work = () => shop.repository.commit(wanted)
    const replayed = await shop.repository.commit(wanted)
    expect(replayed.ok && replayed.value.replayed).toBe(true)
    const claiming = (key: string) =>
      changeSet(key, { changes: [put(newcomer(1, { email: 'y@example.com' }))] })
    shop.meanwhile.work = () => shop.repository.commit(claiming('k2'))
    const taken = await shop.repository.commit(claiming('k3'))
    expect(taken).toMatchObject({ ok: false, problems: [{ code: 'commit.identity-taken' }] })
    expect(shop.sent.transactions).toBe(2)
  })

  const inOne: Readonly<Record<string, readonly [Options, Partial<ChangeSet>]>> = {
    "the host's rows": [
      { relations: { orders: { mode: 'in-commit', reassign: async () => null, redact: async () => null } } },
      {
        changes: [
          tombstone('ben', 'anna'),
          { type: 'reassign', relation: 'orders', from: ['ben'], to: 'anna' },
        ],
      },
    ],
    "a guard of the host's": [
      { facts: async () => new Map([['ben', { vaultedCards: 0 }]]) },
      { guards: [{ id: 'ben', fact: 'vaultedCards', oneOf: [0] }], changes: [edit(ben, { note: 'n' })] },
    ],
    'an erasure': [{}, { changes: [{ type: 'suppress', id: 'ben' }] }],
  }
  it.each(Object.entries(inOne))('is none where it must be one: %s', async (_, [options, wish]) => {
    const shop = await open(options)
    expect((await shop.repository.commit(changeSet('k', wish))).ok).toBe(true)
    expect(shop.sent).toEqual({ statements: 0, transactions: 1 })
  })

  it("reads the host's facts outside of one where nothing is guarded", async () => {
    const shop = await open({ facts: async () => new Map() })
    expect((await shop.repository.commit(changeSet('k', { changes: [edit(ben, { note: 'n' })] }))).ok).toBe(
      true,
    )
    expect(shop.sent.transactions).toBe(0)
    expect(await noteOf(shop, 'ben')).toBe('n')
  })
})
