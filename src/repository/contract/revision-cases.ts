import type { Expectation } from '../../plan/change-set.js'
import { accept, refuse } from './act.js'
import { changeSet, edit, expectation, put, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual, expectThat } from './expect.js'
import { recordOf } from './observe.js'
import { anna, ben, everybody } from './people.js'

const absent = (id: string): Expectation => ({ id, revision: 'absent' })
const note = (text: string): { readonly note: string } => ({ note: text })

/** A plan made on what is no longer true is refused (E-1, R-4). */
export const revisionCases: readonly CaseRow[] = [
  {
    name: 'a commit on what was read is carried out, and the receipt tells the revision that load tells',
    seed: everybody,
    check: async (world) => {
      const before = await recordOf(world, 'anna')
      const parts = { expects: [expectation(before)], changes: [edit(before, note('new'))] }
      const { revisions } = await accept(world, changeSet('k', parts))
      const after = await recordOf(world, 'anna')
      expectThat(after.revision !== before.revision, 'expected another revision after an edit')
      expectEqual(revisions, { anna: after.revision }, 'revisions of the receipt')
      expectEqual(after.customer, { ...before.customer, note: 'new' }, 'the customer')
    },
  },
  {
    name: 'E-1 an edit on an older revision is refused',
    seed: everybody,
    check: async (world) => {
      const read = await recordOf(world, 'anna')
      await accept(world, changeSet('k1', { changes: [edit(read, note("a colleague's"))] }))
      const late = changeSet('k2', { expects: [expectation(read)], changes: [edit(read, note('mine'))] })
      await refuse(world, late, ['commit.stale anna'])
    },
  },
  {
    name: 'every stale record is named, and no other',
    seed: everybody,
    check: async (world) => {
      const cleo = await recordOf(world, 'cleo')
      const expects = [{ id: 'anna', revision: 'old' }, expectation(cleo), { id: 'ben', revision: 'old' }]
      await refuse(world, changeSet('k', { expects, changes: [edit(cleo, note('n'))] }), [
        'commit.stale anna',
        'commit.stale ben',
      ])
    },
  },
  {
    name: 'what was deleted or merged since is stale',
    seed: everybody,
    check: async (world) => {
      const read = [await recordOf(world, 'anna'), await recordOf(world, 'ben')]
      const changes = [tombstone('anna', null), tombstone('ben', 'cleo')]
      await accept(world, changeSet('k1', { changes }))
      await refuse(world, changeSet('k2', { expects: read.map(expectation) }), [
        'commit.stale anna',
        'commit.stale ben',
      ])
    },
  },
  {
    name: 'who was merged has no revision, not even that of the survivor',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'cleo')] }))
      const { revision } = await recordOf(world, 'cleo')
      const expects = ['ben', 'cleo'].map((id) => ({ id, revision }))
      await refuse(world, changeSet('k2', { expects }), ['commit.stale ben'])
    },
  },
  {
    name: 'a revision of somebody who never was is stale',
    check: async (world) =>
      refuse(world, changeSet('k', { expects: [{ id: 'nobody', revision: 'revision-1' }] }), [
        'commit.stale nobody',
      ]),
  },
  {
    name: 'who was expected to be absent must be',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { expects: [absent('nobody')], changes: [edit(ben, note('n'))] }))
      await refuse(world, changeSet('k2', { expects: [absent('anna'), absent('nobody')] }), [
        'commit.stale anna',
      ])
    },
  },
  {
    name: 'an id that once led to a record is never absent again',
    seed: everybody,
    check: async (world) => {
      const changes = [tombstone('anna', null), tombstone('ben', 'cleo')]
      await accept(world, changeSet('k1', { changes }))
      const expects = ['anna', 'ben'].map(absent)
      await refuse(world, changeSet('k2', { expects }), ['commit.stale anna', 'commit.stale ben'])
    },
  },
  {
    name: 'nobody is brought back to life by a write',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('anna', null), tombstone('ben', 'cleo')] }))
      const unused = [
        put({ ...anna.customer, email: null, phone: null }),
        put({ ...ben.customer, email: null }),
      ]
      await refuse(world, changeSet('k2', { changes: unused }), ['commit.stale anna', 'commit.stale ben'])
    },
  },
  {
    name: 'nobody is merged into somebody who is gone',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('anna', null)] }))
      await refuse(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }), ['commit.stale anna'])
    },
  },
  {
    name: 'of two edits at once on one revision one wins, and the other is refused',
    seed: everybody,
    check: async (world) => {
      const read = await recordOf(world, 'anna')
      const wishes = ['one', 'other'].map((text) =>
        changeSet(text, { expects: [expectation(read)], changes: [edit(read, note(text))] }),
      )
      const outcomes = await Promise.all(wishes.map((wish) => world.repository.commit(wish)))
      const winner = outcomes.findIndex(({ ok }) => ok)
      expectEqual(outcomes.filter(({ ok }) => ok).length, 1, 'edits carried out')
      expectEqual((await recordOf(world, 'anna')).customer.note, ['one', 'other'][winner], 'the note')
    },
  },
  {
    name: 'a record keeps its revision while others change, and when it is only read',
    seed: everybody,
    check: async (world) => {
      const [read, cleo] = [await recordOf(world, 'anna'), await recordOf(world, 'cleo')]
      const parts = { expects: [expectation(read)], changes: [edit(cleo, note('n'))] }
      const { revisions } = await accept(world, changeSet('k', parts))
      expectEqual(
        (await recordOf(world, 'anna')).revision,
        read.revision,
        'the revision of who was only read',
      )
      expectEqual(Object.keys(revisions), ['cleo'], 'whom the receipt names')
    },
  },
  {
    name: 'the revision covers what the library keeps beside the customer',
    seed: everybody,
    check: async (world) => {
      const read = await recordOf(world, 'anna')
      const changes = [{ type: 'state', id: 'anna', field: 'dataRequest', value: 'pending' } as const]
      await accept(world, changeSet('k1', { changes }))
      expectEqual((await recordOf(world, 'anna')).facts.dataRequest, 'pending', 'the fact')
      await refuse(world, changeSet('k2', { expects: [expectation(read)] }), ['commit.stale anna'])
    },
  },
  {
    name: 'two changes of one record in one commit give it one revision, that of the receipt',
    seed: everybody,
    check: async (world) => {
      const changes = [
        edit(ben, note('n')),
        { type: 'state', id: 'ben', field: 'dataRequest', value: 'pending' } as const,
      ]
      const { revisions } = await accept(world, changeSet('k', { changes }))
      const { customer, facts, revision } = await recordOf(world, 'ben')
      expectEqual([customer.note, facts.dataRequest], ['n', 'pending'], 'both changes')
      expectEqual(revisions, { ben: revision }, 'revisions of the receipt')
    },
  },
  {
    name: 'a value that is written back does not bring an old revision back',
    seed: everybody,
    check: async (world) => {
      const seen = [(await recordOf(world, 'ben')).revision]
      for (const text of ['one', 'two', 'one', 'two']) {
        await accept(world, changeSet(`k${seen.length}`, { changes: [edit(ben, note(text))] }))
        seen.push((await recordOf(world, 'ben')).revision)
      }
      expectEqual(new Set(seen).size, 5, 'different revisions')
    },
  },
  {
    name: 'the receipt tells the revisions of those who live on',
    seed: everybody,
    check: async (world) => {
      const changes = [edit(anna, note('both')), tombstone('ben', 'anna'), tombstone('cleo', null)]
      const { revisions } = await accept(world, changeSet('k', { changes }))
      expectEqual(revisions, { anna: (await recordOf(world, 'anna')).revision }, 'revisions of the receipt')
    },
  },
]
