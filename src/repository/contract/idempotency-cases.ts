import { accept, create, realId, refuse } from './act.js'
import { changeSet, created, edit, expectation, moveOrders, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual } from './expect.js'
import { everything, listAll, outboxIds, recordOf } from './observe.js'
import { anna, ben, everybody } from './people.js'

const somebody = changeSet('k', {
  changes: [put(newcomer(1, { email: 'new@example.com' })), created('e', 'new:1')],
  outbox: [moveOrders('o', 'ben', 'new:1')],
  summary: { planner: 'create', count: 1, nested: { list: ['a', null] } },
})

/** The same key is carried out once, and answers the same ever after. */
export const idempotencyCases: readonly CaseRow[] = [
  {
    name: 'a change set that is sent again is answered as before, and says that it is a replay',
    seed: everybody,
    check: async (world) => {
      const first = await accept(world, somebody)
      expectEqual(first.replayed, false, 'replayed, the first time')
      expectEqual(first.summary, somebody.summary, 'the summary')
      expectEqual(await accept(world, somebody), { ...first, replayed: true }, 'the second receipt')
      expectEqual(await accept(world, somebody), { ...first, replayed: true }, 'the third receipt')
    },
  },
  {
    name: 'a replay writes nothing',
    seed: everybody,
    check: async (world) => {
      const { ids } = await accept(world, somebody)
      const before = [await everything(world), await recordOf(world, realId(ids, 'new:1'))]
      await accept(world, somebody)
      expectEqual([await everything(world), await recordOf(world, realId(ids, 'new:1'))], before, 'the store')
      expectEqual((await listAll(world)).length, 4, 'records')
    },
  },
  {
    name: 'another request under a key that was used is refused',
    seed: everybody,
    check: async (world) => {
      await accept(world, somebody)
      await refuse(world, { ...somebody, request: 'another' }, ['commit.key-reused'])
    },
  },
  {
    name: 'the request decides, not what a plan made of it',
    seed: everybody,
    check: async (world) => {
      const first = await accept(world, somebody)
      const replanned = { ...somebody, changes: [edit(anna, { note: 'n' })], summary: {} }
      expectEqual(await accept(world, replanned), { ...first, replayed: true }, 'the receipt')
      expectEqual((await recordOf(world, 'anna')).customer.note, anna.customer.note, 'the note')
    },
  },
  {
    name: 'a replay asks for nothing: no revision, no claim, no confirmation',
    seed: everybody,
    check: async (world) => {
      const read = await recordOf(world, 'anna')
      const parts = { expects: [expectation(read)], confirmed: true, changes: [edit(read, { note: 'n' })] }
      const first = await accept(world, changeSet('k', parts))
      await accept(world, changeSet('k2', { changes: [edit(read, { note: 'later' })] }))
      const again = await accept(world, changeSet('k', { ...parts, confirmed: false }))
      expectEqual(again, { ...first, replayed: true }, 'the receipt')
      expectEqual((await recordOf(world, 'anna')).customer.note, 'later', 'the note')
    },
  },
  {
    name: 'a change set is replayed after its records have ended',
    seed: everybody,
    check: async (world) => {
      const wanted = changeSet('k', { changes: [edit(ben, { note: 'n' })] })
      const first = await accept(world, wanted)
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }))
      expectEqual(await accept(world, wanted), { ...first, replayed: true }, 'the receipt')
    },
  },
  {
    name: 'a refusal is not kept: the key is free for the same wish, planned again',
    seed: everybody,
    check: async (world) => {
      const read = await recordOf(world, 'anna')
      const late = changeSet('k', {
        expects: [{ id: 'anna', revision: 'old' }],
        changes: [edit(anna, { note: 'n' })],
      })
      await refuse(world, late, ['commit.stale anna'])
      const { replayed } = await accept(world, { ...late, expects: [expectation(read)] })
      expectEqual(replayed, false, 'replayed')
      expectEqual((await recordOf(world, 'anna')).customer.note, 'n', 'the note')
    },
  },
  {
    name: 'M-2b the key that was refused for want of a word is carried out with it',
    seed: everybody,
    check: async (world) => {
      await refuse(world, { ...somebody, confirmed: false }, ['commit.not-confirmed'])
      expectEqual((await accept(world, { ...somebody, confirmed: true })).replayed, false, 'replayed')
    },
  },
  {
    name: 'the refusal of a reused key leaves what was carried out under it',
    seed: everybody,
    check: async (world) => {
      const first = await accept(world, somebody)
      await refuse(world, { ...somebody, request: 'another' }, ['commit.key-reused'])
      expectEqual(await accept(world, somebody), { ...first, replayed: true }, 'the receipt')
    },
  },
  {
    name: 'outcomeOf tells the request and the receipt of a key, and nothing of others',
    seed: everybody,
    check: async (world) => {
      const { repository } = world
      expectEqual(await repository.outcomeOf('k'), null, 'before')
      const receipt = await accept(world, somebody)
      expectEqual(await repository.outcomeOf('k'), { request: somebody.request, receipt }, 'after')
      expectEqual(await repository.outcomeOf('K'), null, 'of another key')
    },
  },
  {
    name: 'a key is any text, and as it was written',
    check: async (world) => {
      const keys = ['__proto__', 'constructor', '', ' ', 'a', 'A', 'ä', 'a\u0308', "'; --", 'k'.repeat(255)]
      for (const key of keys) {
        expectEqual(await world.repository.outcomeOf(key), null, `the outcome under ${key}`)
        await create(world, key, { changes: [put(newcomer(1))] })
      }
      expectEqual((await listAll(world)).length, keys.length, 'records')
    },
  },
  {
    name: 'a change set that is sent twice at once is carried out once',
    seed: everybody,
    check: async (world) => {
      const outcomes = await Promise.all([1, 2, 3].map(() => world.repository.commit(somebody)))
      const replays = outcomes.map((outcome) => outcome.ok && outcome.value.replayed)
      expectEqual(
        outcomes.every(({ ok }) => ok),
        true,
        'all answered',
      )
      expectEqual(replays.filter((replayed) => !replayed).length, 1, 'carried out')
      expectEqual((await listAll(world)).length, 4, 'records')
    },
  },
  {
    name: 'an effect that was acknowledged does not come back with a replay',
    seed: everybody,
    check: async (world) => {
      await accept(world, somebody)
      await world.repository.acknowledge(['o'])
      await world.repository.acknowledge(['o'])
      await accept(world, somebody)
      expectEqual(await outboxIds(world), [], 'the outbox')
    },
  },
  {
    name: 'an empty change set is carried out, and once',
    check: async (world) => {
      const empty = { revisions: {}, ids: {}, summary: {} }
      expectEqual(await accept(world, changeSet('k', {})), { ...empty, replayed: false }, 'the receipt')
      expectEqual(await accept(world, changeSet('k', {})), { ...empty, replayed: true }, 'the second receipt')
    },
  },
]
