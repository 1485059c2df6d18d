import { accept, create, refuse } from './act.js'
import { changeSet, created, edit, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual, expectThrow } from './expect.js'
import { expectEnded, findIds, listAll, loadOne, recordOf } from './observe.js'
import { anna, everybody } from './people.js'

/** Who has ended has ended for good, and their id leads where it leads (R-1, D-6). */
export const tombstoneCases: readonly CaseRow[] = [
  {
    name: 'D-6 a deleted id is deleted by every way to it',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k', { changes: [tombstone('ben', null)] }))
      await expectEnded(world, 'ben', { id: 'ben', state: 'deleted' })
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), [], 'found')
    },
  },
  {
    name: 'R-1 who was merged into somebody deleted leads there still, and is never absent again',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('anna', null)] }))
      await expectEnded(world, 'ben', { id: 'ben', state: 'merged', into: 'anna' })
      await refuse(world, changeSet('k3', { expects: [{ id: 'ben', revision: 'absent' }] }), [
        'commit.stale ben',
      ])
    },
  },
  {
    name: 'nobody is ended twice',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', null), tombstone('cleo', 'anna')] }))
      for (const id of ['ben', 'cleo'])
        for (const into of [null, 'anna'])
          await refuse(world, changeSet(`${id} ${into}`, { changes: [tombstone(id, into)] }), [
            `commit.stale ${id}`,
          ])
    },
  },
  {
    name: 'nothing is set on somebody who has ended',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', null), tombstone('cleo', 'anna')] }))
      for (const id of ['ben', 'cleo']) {
        const set = { type: 'state', id, field: 'dataRequest', value: 'pending' } as const
        const backInUse = { type: 'state', id, field: 'deleted', value: false } as const
        await refuse(world, changeSet(id, { changes: [set] }), [`commit.stale ${id}`])
        await refuse(world, changeSet(id, { changes: [backInUse] }), [`commit.stale ${id}`])
      }
    },
  },
  {
    name: 'who never was is not ended, and nobody is merged into them',
    seed: everybody,
    check: async (world) => {
      await refuse(world, changeSet('k1', { changes: [tombstone('nobody', null)] }), ['commit.stale nobody'])
      await refuse(world, changeSet('k2', { changes: [tombstone('ben', 'nobody')] }), ['commit.stale nobody'])
    },
  },
  {
    name: 'nobody is merged into themselves',
    seed: everybody,
    check: async (world) => {
      await expectThrow(
        () => world.repository.commit(changeSet('k', { changes: [tombstone('ben', 'ben')] })),
        'a merge of Ben into Ben',
      )
      expectEqual((await loadOne(world, 'ben')).state, 'present', 'Ben')
    },
  },
  {
    name: 'M-10 two are merged into one in one commit',
    seed: everybody,
    check: async (world) => {
      const changes = [tombstone('ben', 'anna'), tombstone('cleo', 'anna')]
      await accept(world, changeSet('k', { changes }))
      for (const id of ['ben', 'cleo']) await expectEnded(world, id, { id, state: 'merged', into: 'anna' })
      expectEqual((await listAll(world)).length, 1, 'living')
    },
  },
  {
    name: 'M-10 a chain of merges of one commit leads to its end',
    seed: everybody,
    check: async (world) => {
      const changes = [tombstone('ben', 'anna'), tombstone('anna', 'cleo')]
      await accept(world, changeSet('k', { changes }))
      for (const id of ['ben', 'anna']) await expectEnded(world, id, { id, state: 'merged', into: 'cleo' })
    },
  },
  {
    name: 'somebody is merged into a newcomer of the same commit',
    seed: everybody,
    check: async (world) => {
      const changes = [put(newcomer(1, { firstName: 'Both' })), tombstone('ben', 'new:1')]
      const { customer } = await create(world, 'k', { changes })
      await expectEnded(world, 'ben', { id: 'ben', state: 'merged', into: customer.id })
    },
  },
  {
    name: 'whoever comes after a deletion with the same contacts is somebody else',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('anna', null)] }))
      const { email, phone } = anna.customer
      const next = await create(world, 'k2', { changes: [put(newcomer(1, { email, phone }))] })
      expectEqual(await findIds(world, { phones: ['+48601234567'] }), [next.customer.id], 'found')
      expectEqual((await loadOne(world, 'anna')).state, 'deleted', 'the deleted id')
    },
  },
  {
    name: 'an event of somebody merged is taken, and one of somebody who never was is stale',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, changeSet('k2', { changes: [created('e1', 'ben')] }))
      await refuse(world, changeSet('k3', { changes: [created('e2', 'nobody')] }), ['commit.stale nobody'])
    },
  },
  {
    name: 'M-1 a survivor keeps its own name',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k', { changes: [tombstone('ben', 'anna')] }))
      await expectEnded(world, 'ben', { id: 'ben', state: 'merged', into: 'anna' })
      expectEqual((await recordOf(world, 'anna')).customer, anna.customer, 'Anna')
    },
  },
  {
    name: 'a survivor can be changed in the commit that merges into it',
    seed: everybody,
    check: async (world) => {
      const changes = [tombstone('ben', 'anna'), edit(anna, { note: 'after' })]
      await accept(world, changeSet('k', { changes }))
      expectEqual((await recordOf(world, 'anna')).customer.note, 'after', 'the note')
    },
  },
]
