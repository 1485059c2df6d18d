import type { Customer } from '../../customer/customer.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { Change } from '../../plan/change.js'
import type { Capabilities } from '../capabilities.js'
import { accept, create, refuse } from './act.js'
import {
  askForLink,
  changeSet,
  created,
  edit,
  expectation,
  moveOrders,
  newcomer,
  put,
  redactOrders,
  sendEmail,
  tellBlocked,
  tombstone,
  written,
} from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { expectEqual, expectThat } from './expect.js'
import { allFacts, everything, find, findIds, knownAs, outboxIds, recordOf } from './observe.js'
import { anna, ben, everybody } from './people.js'

const blank: Partial<Customer> = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  note: null,
  tags: [],
  addresses: [],
  defaultAddressId: null,
  metafields: {},
}

/** What erases Anna's profile; it stays as a record of nobody. */
export const erasing: readonly Change[] = [
  edit(anna, blank),
  { type: 'redactEvents', id: 'anna' },
  { type: 'suppress', id: 'anna' },
  { type: 'state', id: 'anna', field: 'redaction', value: 'done' },
]

const erase = (key: string, parts: Partial<ChangeSet> = {}): ChangeSet =>
  changeSet(key, { changes: erasing, ...parts })

const pending: readonly Change[] = [
  { type: 'state', id: 'anna', field: 'redaction', value: 'pending' },
  { type: 'state', id: 'anna', field: 'relationRedaction', value: 'pending' },
]

/** Only where tables of the host follow by the outbox is anything of theirs ever outstanding. */
const hasOutbox = ({ relations }: Capabilities): boolean => Object.values(relations).includes('outbox')

const noteOf = (id: string): ChangeSet =>
  changeSet(`of ${id}`, { changes: [{ type: 'state', id, field: 'dataRequest', value: 'pending' }] })

/** Erasure leaves nothing (G-1, D-6): neither in what it drops, nor by any way to what stays. */
export const erasureCases: readonly CaseRow[] = [
  {
    name: 'G-1 erasure drops the stored requests that name the subject, and no others',
    seed: everybody,
    check: async (world) => {
      const { repository } = world
      await accept(world, noteOf('anna'))
      await accept(world, noteOf('ben'))
      await accept(world, erase('erasure'))
      expectEqual(await repository.outcomeOf('of anna'), null, 'the outcome of a request that names her')
      expectThat((await repository.outcomeOf('of ben')) !== null, "expected another person's request to stay")
    },
  },
  {
    name: 'G-1 erasure drops the stored requests that name a record merged into the subject',
    seed: everybody,
    check: async (world) => {
      await accept(world, noteOf('ben'))
      await accept(world, changeSet('merge', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, erase('erasure'))
      expectEqual(await world.repository.outcomeOf('of ben'), null, 'the outcome of a request that names him')
    },
  },
  {
    name: 'G-1 a stored request for others too stays for them, until the last is erased',
    seed: everybody,
    check: async (world) => {
      const { repository } = world
      const changes = ['anna', 'ben'].map(
        (id): Change => ({ type: 'state', id, field: 'dataRequest', value: 'pending' }),
      )
      const first = await accept(world, changeSet('of both', { changes }))
      await accept(world, erase('k1'))
      expectEqual(
        await accept(world, changeSet('of both', { changes })),
        { ...first, replayed: true },
        'the receipt',
      )
      await accept(
        world,
        changeSet('k2', { changes: [{ type: 'state', id: 'ben', field: 'redaction', value: 'done' }] }),
      )
      expectEqual(
        await repository.outcomeOf('of both'),
        null,
        'the outcome of a request that names nobody else',
      )
    },
  },
  {
    name: 'G-1 the erasure itself is answered again as before',
    seed: everybody,
    check: async (world) => {
      const first = await accept(world, erase('k'))
      expectEqual(await accept(world, erase('k')), { ...first, replayed: true }, 'the receipt')
    },
  },
  {
    name: 'G-1 erasure drops the waiting effects that name the subject, and keeps its own',
    seed: everybody,
    check: async (world) => {
      const outbox = [moveOrders('of anna', 'anna', 'cleo'), moveOrders('of ben', 'ben', 'cleo')]
      await accept(world, changeSet('k', { outbox }))
      await accept(world, erase('erasure', { outbox: [redactOrders('own', 'anna')] }))
      expectEqual(await outboxIds(world), ['of ben', 'own'], 'the outbox')
    },
  },
  {
    name: 'G-1 a redaction that waits outlives a further erasure of the same person',
    seed: everybody,
    needs: hasOutbox,
    check: async (world) => {
      await accept(world, erase('k1', { outbox: [redactOrders('o', 'anna')] }))
      const before = await knownAs(world, 'anna')
      await accept(world, changeSet('k2', { changes: [{ type: 'redactEvents', id: 'anna' }] }))
      expectEqual(await outboxIds(world), ['o'], 'the outbox')
      expectEqual(await knownAs(world, 'anna'), before, 'known as')
    },
  },
  {
    name: 'G-1 an erased record stays, and says no more than the plan left',
    seed: everybody,
    check: async (world) => {
      await accept(world, erase('k'))
      const { customer, facts, statistics } = await recordOf(world, 'anna')
      expectEqual(customer, { ...anna.customer, ...blank }, 'the customer')
      expectEqual(statistics, anna.statistics, 'the statistics')
      expectEqual(facts.redaction, 'done', 'the fact')
    },
  },
  {
    name: 'G-1 nothing of an erased person is left, by any way',
    seed: everybody,
    check: async (world) => {
      const contacts = { email: 'nowak.a@example.com', phone: '+48601234599' }
      await accept(world, changeSet('before', { changes: [edit(anna, contacts), created('event', 'anna')] }))
      await accept(world, erase('k', { outbox: [redactOrders('o', 'anna')] }))
      await world.repository.acknowledge(['o'])
      await nothingLeft(world)
    },
  },
  {
    name: 'T-4 G-1 an email that waits to be sent goes with the person, and what it says',
    seed: everybody,
    check: async (world) => {
      await accept(
        world,
        changeSet('of ben', {
          changes: [written('b', 'ben', 'Dear Ben')],
          outbox: [sendEmail('b', 'ben')],
        }),
      )
      await accept(
        world,
        changeSet('of anna', {
          changes: [written('a', 'anna', 'Anna likes tea')],
          outbox: [sendEmail('a', 'anna')],
        }),
      )
      await accept(world, erase('k'))
      expectEqual(await outboxIds(world), ['b'], 'the outbox')
      await nothingLeft(world)
    },
  },
  ...[tellBlocked, askForLink].map(
    (effectOf): CaseRow => ({
      name: `G-1 what waits of the type ${effectOf('x', 'anna').type} goes with the person`,
      seed: everybody,
      check: async (world) => {
        const outbox = [effectOf('a', 'anna'), effectOf('b', 'ben')]
        await accept(world, changeSet('of both', { outbox }))
        await accept(world, erase('k'))
        expectEqual(await outboxIds(world), ['b'], 'the outbox')
      },
    }),
  ),
  {
    name: 'D-6 nothing of a deleted person is left, by any way',
    seed: everybody,
    check: async (world) => {
      await accept(world, noteOf('anna'))
      const changes: readonly Change[] = [{ type: 'redactEvents', id: 'anna' }, tombstone('anna', null)]
      await accept(world, changeSet('k', { changes, outbox: [redactOrders('o', 'anna')] }))
      await world.repository.acknowledge(['o'])
      await nothingLeft(world)
    },
  },
  {
    name: 'G-1 an erased contact finds nobody, and is free for somebody new',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [edit(anna, { email: 'nowak.a@example.com' })] }))
      await accept(world, erase('k2'))
      const emails = ['anna.nowak@example.com', 'nowak.a@example.com']
      expectEqual(await findIds(world, { emails, phones: ['+48601234567'] }), [], 'found')
      const changes = [put(newcomer(1, { email: 'anna.nowak@example.com', phone: '+48601234567' }))]
      const { customer } = await create(world, 'k3', { changes })
      expectEqual(await findIds(world, { emails }), [customer.id], 'found')
    },
  },
  {
    name: 'G-1 contacts of a record merged into an erased person are reported as well',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, erase('k2'))
      const { suppressed } = await find(world, { emails: ['ben@example.com'], phones: ['+4790000001'] })
      expectEqual(suppressed, { emails: ['ben@example.com'], phones: [] }, 'suppressed')
    },
  },
  {
    name: 'G-1 the timeline of an erased person says only what the erasure itself says',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [created('1', 'anna'), created('2', 'ben')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, erase('k3', { changes: [...erasing, created('3', 'anna')] }))
      const timeline = await world.readBack.timeline?.('anna')
      if (timeline === undefined) return
      expectEqual(
        timeline.map(({ id }) => id),
        ['3'],
        'the timeline',
      )
    },
  },
  {
    name: "G-1 the host's tables are done when the last redaction of the person is acknowledged",
    seed: everybody,
    needs: hasOutbox,
    check: async (world) => {
      const outbox = [redactOrders('o1', 'anna'), redactOrders('o2', 'anna'), redactOrders('other', 'ben')]
      await accept(world, changeSet('k1', { changes: pending, outbox }))
      const read = await recordOf(world, 'anna')
      await world.repository.acknowledge(['o1'])
      expectEqual((await recordOf(world, 'anna')).facts.relationRedaction, 'pending', 'after one of two')
      await world.repository.acknowledge(['o2'])
      expectEqual((await recordOf(world, 'anna')).facts.relationRedaction, 'done', 'after both')
      await refuse(world, changeSet('k2', { expects: [expectation(read)] }), ['commit.stale anna'])
    },
  },
  {
    name: 'G-1 a redaction that nobody awaits changes nothing when it is acknowledged',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k', { outbox: [redactOrders('o', 'ben')] }))
      await world.repository.acknowledge(['o'])
      const record = await recordOf(world, 'ben')
      expectEqual({ ...record, facts: allFacts(record) }, ben, 'the record')
    },
  },
]

/** Of Anna's data, canaries: her name, her street, her contacts of before and after, what she likes, when she was born. */
const CANARIES = /anna\.nowak|nowak\.a|krak|d\u0142uga|31-147|48601234|likes tea|wholesale|1990-04-01/i

async function nothingLeft(world: World): Promise<void> {
  const { repository, readBack } = world
  const keys = ['before', 'of anna', 'k']
  const outcomes = await Promise.all(keys.map((key) => repository.outcomeOf(key)))
  const stored = (await readBack.everything?.()) ?? null
  const [canary] = CANARIES.exec(JSON.stringify([await everything(world), outcomes, stored])) ?? []
  expectThat(canary === undefined, `expected nothing of her to be left, found ${canary}`)
}
