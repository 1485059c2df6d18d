import { noLibraryFacts } from '../../customer/facts.js'
import { isNewId } from '../../value/id.js'
import { accept, create, realId } from './act.js'
import { changeSet, created, edit, expectation, moveOrders, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual, expectThat } from './expect.js'
import { allFacts, listAll, loadOne, recordOf } from './observe.js'
import { ben, everybody, home } from './people.js'

/** A new address, which the store has yet to number. */
const place = { ...home, id: 'new:2', city: 'Gdańsk' }

/** What is stored comes back, and new things get ids. */
export const identityCases: readonly CaseRow[] = [
  {
    name: 'the repository declares what the suite was told of it',
    check: async ({ repository, capabilities }) =>
      expectEqual(repository.capabilities, capabilities, 'capabilities'),
  },
  {
    name: 'a record comes back as it was stored, its statistics and facts included',
    seed: everybody,
    check: async (world) => {
      for (const { customer, statistics, facts } of everybody) {
        const record = await recordOf(world, customer.id)
        expectEqual(record.customer, customer, customer.id)
        expectEqual(record.statistics, statistics, `statistics of ${customer.id}`)
        expectEqual(allFacts(record), facts, `facts of ${customer.id}`)
      }
    },
  },
  {
    name: 'load answers every id in the order asked, repeats included',
    seed: everybody,
    check: async ({ repository }) => {
      const loaded = await repository.load(['cleo', 'nobody', 'anna', 'cleo'])
      const answers = loaded.map(({ id, state }) => `${id} ${state}`)
      expectEqual(answers, ['cleo present', 'nobody unknown', 'anna present', 'cleo present'], 'answers')
    },
  },
  {
    name: 'where no id is asked, none is answered',
    seed: everybody,
    check: async ({ repository }) => expectEqual(await repository.load([]), [], 'answers'),
  },
  {
    name: 'an id that nobody has is unknown, even one that every object has',
    check: async (world) => {
      for (const id of ['nobody', '__proto__', 'constructor', 'toString', ''])
        expectEqual(await loadOne(world, id), { id, state: 'unknown' }, 'what it leads to')
    },
  },
  {
    name: 'a new customer gets an id from the store, and the receipt tells it',
    check: async (world) => {
      const { ids, revisions } = await accept(world, changeSet('k', { changes: [put(newcomer(1))] }))
      const id = realId(ids, 'new:1')
      expectThat(!isNewId(id), 'expected a real id')
      const record = await recordOf(world, id)
      expectEqual(record.customer, { ...newcomer(1), id }, 'the new customer')
      expectEqual(revisions, { [id]: record.revision }, 'revisions of the receipt')
    },
  },
  {
    name: 'nothing is going on with a new customer',
    check: async (world) => {
      const facts = allFacts(await create(world, 'k', { changes: [put(newcomer(1))] }))
      const begun = Object.keys(noLibraryFacts) as (keyof typeof noLibraryFacts)[]
      const found = Object.fromEntries(begun.map((name) => [name, facts[name]]))
      expectEqual(found, noLibraryFacts, 'facts')
    },
  },
  {
    name: 'two new customers of one change set are two',
    check: async (world) => {
      const changes = [put(newcomer(1, { firstName: 'One' })), put(newcomer(2, { firstName: 'Two' }))]
      const { ids } = await accept(world, changeSet('k', { changes }))
      const names = [realId(ids, 'new:1'), realId(ids, 'new:2')].map(
        async (id) => (await recordOf(world, id)).customer,
      )
      expectEqual(
        (await Promise.all(names)).map(({ firstName }) => firstName),
        ['One', 'Two'],
        'first names',
      )
    },
  },
  {
    name: 'new:1 of another change set is another customer',
    check: async (world) => {
      const one = await create(world, 'k1', { changes: [put(newcomer(1))] })
      const other = await create(world, 'k2', { changes: [put(newcomer(1))] })
      expectThat(one.customer.id !== other.customer.id, 'expected two ids')
      expectEqual((await listAll(world)).length, 2, 'records')
    },
  },
  {
    name: 'ids that are given one after another are all different',
    check: async (world) => {
      const seen = new Set<string>()
      for (let number = 1; number <= 12; number++)
        seen.add((await create(world, `k${number}`, { changes: [put(newcomer(1))] })).customer.id)
      expectEqual(seen.size, 12, 'different ids')
    },
  },
  {
    name: 'new addresses get ids of their own, and what points at them follows',
    seed: everybody,
    check: async (world) => {
      const addresses = [place, { ...place, id: 'new:3' }]
      const billingDetails = [{ ...place, id: 'new:4', taxId: 'PL1' }]
      const customer = newcomer(1, { addresses, defaultAddressId: 'new:3', billingDetails })
      const { customer: stored } = await create(world, 'k', { changes: [put(customer)] })
      const ids = [...stored.addresses, ...stored.billingDetails].map(({ id }) => id)
      expectEqual(new Set([...ids, 'anna-home']).size, 4, 'different ids of addresses')
      expectThat(!ids.some(isNewId), 'expected real ids of addresses')
      expectEqual(stored.defaultAddressId, ids[1], 'the default address')
      expectEqual(stored.defaultBillingDetailsId, ids[2], 'the default billing details')
    },
  },
  {
    name: 'an address keeps its id through an edit, beside a new one',
    seed: everybody,
    check: async (world) => {
      const { customer } = await recordOf(world, 'anna')
      const addresses = [...customer.addresses, place]
      const { ids } = await accept(world, changeSet('k', { changes: [put({ ...customer, addresses })] }))
      const stored = (await recordOf(world, 'anna')).customer.addresses.map(({ id }) => id)
      expectEqual(stored, ['anna-home', realId(ids, 'new:2')], 'ids of addresses')
    },
  },
  {
    name: 'events and effects of a new customer carry the real id',
    seed: everybody,
    check: async (world) => {
      const parts = {
        changes: [created('e', 'new:1'), put(newcomer(1))],
        outbox: [moveOrders('o', 'ben', 'new:1')],
      }
      const { customer } = await create(world, 'k', parts)
      const outbox = await world.repository.outbox({ limit: 10 })
      expectEqual(outbox, [moveOrders('o', 'ben', customer.id)], 'the outbox')
      const { type: _, ...event } = created('e', customer.id)
      const timeline = await world.readBack.timeline?.(customer.id)
      if (timeline !== undefined) expectEqual(timeline, [event], 'the timeline')
    },
  },
  {
    name: 'an event names other newcomers by their real ids, wherever it names them',
    method: 'timeline',
    check: async (world) => {
      const by = { type: 'staff', id: 'staff-1' } as const
      const merged = { ...created('e', 'new:1'), event: { kind: 'merged', by, absorbed: ['new:2'] } } as const
      const changes = [put(newcomer(1)), put(newcomer(2)), merged]
      const { ids } = await accept(world, changeSet('k', { changes }))
      const [told] = (await world.repository.timeline?.(realId(ids, 'new:1'))) ?? []
      expectEqual(told?.event, { kind: 'merged', by, absorbed: [realId(ids, 'new:2')] }, 'the event')
    },
  },
  {
    name: 'what people wrote stays as it is, also where it reads like a new id',
    check: async (world) => {
      const metafields = { 'a.b': { id: 'new:1', to: ['new:1'], customer: 'new:2' }, id: 'new:1' }
      const wanted = newcomer(1, { firstName: 'new:1', note: 'new:1', tags: ['new:1', 'new:2'], metafields })
      const { customer } = await create(world, 'k', { changes: [put(wanted)] })
      expectEqual(customer, { ...wanted, id: customer.id }, 'the customer')
    },
  },
  {
    name: 'an edit leaves statistics and facts as they are',
    seed: everybody,
    check: async (world) => {
      const asked = { type: 'state', id: 'ben', field: 'dataRequest', value: 'pending' } as const
      await accept(world, changeSet('k1', { changes: [asked] }))
      await accept(world, changeSet('k2', { changes: [edit(ben, { note: 'n' })] }))
      const record = await recordOf(world, 'ben')
      expectEqual(allFacts(record), { ...ben.facts, dataRequest: 'pending' }, 'the facts')
      expectEqual(record.statistics, ben.statistics, 'the statistics')
    },
  },
  {
    name: 'the id of a deleted customer is not given again',
    check: async (world) => {
      const { customer } = await create(world, 'k1', { changes: [put(newcomer(1))] })
      await accept(world, changeSet('k2', { changes: [tombstone(customer.id, null)] }))
      const next = await create(world, 'k3', { changes: [put(newcomer(1))] })
      expectThat(next.customer.id !== customer.id, 'expected another id')
      expectEqual((await loadOne(world, customer.id)).state, 'deleted', 'the deleted id')
    },
  },
  {
    name: 'text is kept to the character',
    seed: everybody,
    check: async (world) => {
      const texts = [
        'Zoë',
        'Zoe\u0308',
        '👩‍👩‍👧',
        '𐐀 ﬀ',
        "O'Neil\\; -- %_",
        '"quoted"\r\n\tnext',
        'שלום',
        ' outer ',
        'null',
      ]
      const metafields = { ['__proto__']: { constructor: 'kept' }, 'a.b': [1, null, { c: false }] }
      const wanted = { ...ben.customer, tags: texts, note: texts.join('|'), metafields }
      await accept(world, changeSet('k', { expects: [], changes: [put(wanted)] }))
      expectEqual((await recordOf(world, 'ben')).customer, wanted, 'the customer')
    },
  },
  {
    name: 'the order of tags and of addresses is kept',
    seed: everybody,
    check: async (world) => {
      const record = await recordOf(world, 'anna')
      const addresses = ['c', 'a', 'b'].map((id) => ({ ...place, id }))
      const wanted = { ...record.customer, tags: ['z', 'a', 'M'], addresses, defaultAddressId: 'a' }
      await accept(world, changeSet('k', { expects: [expectation(record)], changes: [put(wanted)] }))
      expectEqual((await recordOf(world, 'anna')).customer, wanted, 'the customer')
    },
  },
]
