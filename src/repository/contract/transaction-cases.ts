import type { ChangeSet } from '../../plan/change-set.js'
import type { CustomerRepository } from '../port.js'
import type { CallOptions } from '../call-options.js'
import { filterOf } from './ask.js'
import { changeSet, edit, moveOrders, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow, InTransaction, World } from './contract-case.js'
import { expectEqual, expectThat, fail } from './expect.js'
import { everything, listAll, recordOf } from './observe.js'
import { anna, ben, cleo, everybody } from './people.js'

type Call = CallOptions<never>

/** One transaction of the host, in which something is done. */
async function within(
  world: World,
  end: Parameters<InTransaction>[1],
  work: (call: Call, repository: CustomerRepository) => Promise<unknown>,
): Promise<void> {
  const { inTransaction = () => fail('the suite was given no way to a transaction') } = world
  await inTransaction(async (transaction) => void (await work({ transaction }, world.repository)), end)
}

async function accept(repository: CustomerRepository, wanted: ChangeSet, call: Call): Promise<void> {
  const outcome = await repository.commit(wanted, call)
  if (!outcome.ok) fail(`refused: ${outcome.problems.map(({ code }) => code).join(', ')}`)
}

const noteOf = (key: string, note: string) => changeSet(key, { changes: [edit(ben, { note })] })

const needs = ({ transactions }: { readonly transactions: boolean }): boolean => transactions

/** The host's own transaction: what is done in it is done with it, or not at all. */
export const transactionCases: readonly CaseRow[] = [
  {
    name: 'a commit in the host’s transaction is kept with it',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) => {
      await within(world, 'commit', async (call, repository) => accept(repository, noteOf('k', 'n'), call))
      expectEqual((await recordOf(world, 'ben')).customer.note, 'n', 'the note')
      expectThat((await world.repository.outcomeOf('k')) !== null, 'expected the outcome to be kept')
    },
  },
  {
    name: 'a commit in the host’s transaction is undone with it, in every table',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) => {
      const before = await everything(world)
      await within(world, 'rollback', async (call, repository) => {
        const changes = [put(newcomer(1)), edit(anna, { email: 'x@example.com' }), tombstone('ben', 'anna')]
        await accept(repository, changeSet('k', { changes, outbox: [moveOrders('o', 'ben', 'anna')] }), call)
      })
      expectEqual(await everything(world), before, 'the store')
      expectEqual(await world.repository.outcomeOf('k'), null, 'the outcome under the key')
      await accept(world.repository, noteOf('k', 'n'), {})
    },
  },
  {
    name: 'what is done in a transaction is seen in it',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) =>
      within(world, 'commit', async (call, repository) => {
        await accept(repository, noteOf('k', 'seen'), call)
        const [loaded] = await repository.load(['ben'], call)
        expectEqual(loaded.state === 'present' && loaded.record.customer.note, 'seen', 'loaded')
        const { records } = await repository.list({ after: null, limit: 100 }, call)
        expectEqual(records.find(({ customer }) => customer.id === 'ben')?.customer.note, 'seen', 'listed')
        expectThat((await repository.outcomeOf('k', call)) !== null, 'expected the outcome')
      }),
  },
  {
    name: 'two commits of one transaction are both kept, and the second sees the first',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) => {
      await within(world, 'commit', async (call, repository) => {
        await accept(repository, changeSet('k1', { changes: [edit(ben, { email: null })] }), call)
        const heir = edit(cleo, { email: 'ben@example.com' })
        await accept(repository, changeSet('k2', { changes: [heir] }), call)
      })
      expectEqual((await recordOf(world, 'cleo')).customer.email, 'ben@example.com', 'the email')
    },
  },
  {
    name: 'a refusal leaves the host’s transaction usable, with what was done in it before',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) => {
      await within(world, 'commit', async (call, repository) => {
        await accept(repository, noteOf('k1', 'before'), call)
        for (const refused of [
          changeSet('k2', {
            expects: [{ id: 'anna', revision: 'old' }],
            changes: [edit(anna, { note: 'x' })],
          }),
          changeSet('k3', { changes: [put(newcomer(1, { phone: '+4790000001' }))] }),
          { ...noteOf('k4', 'x'), confirmed: false },
          { ...noteOf('k1', 'x'), request: 'another' as ChangeSet['request'] },
        ])
          expectEqual(
            (await repository.commit(refused, call)).ok,
            false,
            `whether ${refused.key} is carried out`,
          )
        await accept(repository, changeSet('k5', { changes: [edit(cleo, { note: 'after' })] }), call)
      })
      const notes = [
        await recordOf(world, 'ben'),
        await recordOf(world, 'cleo'),
        await recordOf(world, 'anna'),
      ]
      expectEqual(
        notes.map(({ customer }) => customer.note),
        ['before', 'after', 'likes tea'],
        'notes',
      )
    },
  },
  {
    name: 'a key that was rolled back is free, and one that was kept is answered in a later transaction',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) => {
      for (const [end, replayed] of [
        ['rollback', false],
        ['commit', false],
        ['commit', true],
      ] as const)
        await within(world, end, async (call, repository) => {
          const outcome = await repository.commit(noteOf('k', 'n'), call)
          expectEqual(outcome.ok && outcome.value.replayed, replayed, 'whether it was carried out before')
        })
    },
  },
  {
    name: 'ids of a transaction that was rolled back lead to nobody',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) => {
      let id = ''
      await within(world, 'rollback', async (call, repository) => {
        const outcome = await repository.commit(changeSet('k', { changes: [put(newcomer(1))] }), call)
        id = (outcome.ok ? outcome.value.ids['new:1'] : undefined) ?? fail('expected an id')
      })
      const [loaded] = await world.repository.load([id])
      expectEqual(loaded.state, 'unknown', 'what it leads to')
      expectEqual((await listAll(world)).length, 3, 'listed')
    },
  },
  {
    name: 'effects are acknowledged with the host’s transaction, or not at all',
    seed: everybody,
    needs,
    inTransaction: true,
    check: async (world) => {
      const { repository } = world
      await accept(repository, changeSet('k', { outbox: [moveOrders('o', 'ben', 'anna')] }), {})
      await within(world, 'rollback', async (call) => repository.acknowledge(['o'], call))
      expectEqual((await repository.outbox({ limit: 5 })).length, 1, 'waiting after a rollback')
      await within(world, 'commit', async (call) => repository.acknowledge(['o'], call))
      expectEqual((await repository.outbox({ limit: 5 })).length, 0, 'waiting after a commit')
    },
  },
  {
    name: 'find and count in a transaction see what was done in it',
    seed: everybody,
    needs,
    inTransaction: true,
    method: 'find',
    check: async (world) =>
      within(world, 'rollback', async (call, repository) => {
        await accept(repository, changeSet('k', { changes: [edit(ben, { tags: ['fresh'] })] }), call)
        const filter = filterOf({ where: "customer_tags CONTAINS 'fresh'" })
        const outcome = await repository.find?.({ ...filter, after: null, limit: 5 }, call)
        const found = outcome?.ok === true ? outcome.value.records : fail('expected a page')
        expectEqual(
          found.map(({ customer }) => customer.id),
          ['ben'],
          'found',
        )
        const counted = await repository.count?.(filter, call)
        if (counted !== undefined) expectEqual(counted.ok && counted.value, 1, 'counted')
      }),
  },
  {
    name: 'S-1 a saved segment is kept or undone with the host’s transaction',
    seed: everybody,
    needs,
    inTransaction: true,
    method: 'segments',
    check: async (world) => {
      const wish = {
        id: null,
        name: 'VIPs',
        query: "customer_tags CONTAINS 'vip'",
        at: '2026-11-22T12:00:00.000Z',
      }
      const { segments } = world.repository
      await within(world, 'rollback', async (call) => segments?.save(wish, 'absent', call))
      expectEqual(await segments?.list(), [], 'listed after a rollback')
      await within(world, 'commit', async (call) => segments?.save(wish, 'absent', call))
      expectEqual((await segments?.list())?.length, 1, 'listed after a commit')
    },
  },
]
