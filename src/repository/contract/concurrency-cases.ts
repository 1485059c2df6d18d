import type { Outcome } from '../../outcome/outcome.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { Guard } from '../../plan/change.js'
import type { StatisticsDelta } from '../../plan/statistics-delta.js'
import type { CustomerId } from '../../value/id.js'
import type { Capabilities } from '../capabilities.js'
import { changeSet, edit, expectation, moveOrders, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { expectEqual, expectThat, fail } from './expect.js'
import { listAll, loadOne, outboxIds, recordOf } from './observe.js'
import { ben, cleo, everybody } from './people.js'

/** Commits of several people, all under way at once. */
function atOnce({ repository }: World, wishes: readonly ChangeSet[]): Promise<Outcome<Receipt>[]> {
  return Promise.all(wishes.map((wish) => repository.commit(wish)))
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const carriedOut = (outcomes: readonly Outcome<Receipt>[]): number => outcomes.filter(({ ok }) => ok).length

const oneOrder: StatisticsDelta = {
  orders: 1,
  spent: { minor: 100, currency: 'EUR' },
  orderAt: '2026-03-03T00:00:00.000Z',
  abandonedCheckoutAt: null,
}

const counted = (id: CustomerId, activityId: string) =>
  ({ type: 'count', id, activityId, delta: oneOrder }) as const

const asked = (id: CustomerId) => ({ type: 'state', id, field: 'dataRequest', value: 'pending' }) as const

const notAsked = (id: CustomerId): Guard => ({ id, fact: 'dataRequest', oneOf: ['none'] })

const inCommit = ({ guards }: Capabilities): boolean => guards === 'in-commit'

/** What happens at once happens one after the other, whole. */
export const concurrencyCases: readonly CaseRow[] = [
  {
    name: 'of ten edits at once on one revision exactly one wins',
    seed: everybody,
    check: async (world) => {
      const read = await recordOf(world, 'anna')
      const wishes = numbers(10).map((number) =>
        changeSet(`k${number}`, {
          expects: [expectation(read)],
          changes: [edit(read, { note: `note ${number}` })],
        }),
      )
      const outcomes = await atOnce(world, wishes)
      expectEqual(carriedOut(outcomes), 1, 'edits carried out')
      const winner = outcomes.findIndex(({ ok }) => ok)
      expectEqual((await recordOf(world, 'anna')).customer.note, `note ${winner}`, 'the note')
    },
  },
  {
    name: 'edits at once that are planned again when they are refused are all kept, none lost',
    seed: everybody,
    check: async (world) => {
      await Promise.all(numbers(6).map((writer) => appendTags(world, writer, 3)))
      const { tags } = (await recordOf(world, 'ben')).customer
      const wanted = numbers(6).flatMap((writer) => numbers(3).map((number) => `${writer}-${number}`))
      expectEqual(tags.toSorted(), wanted.toSorted(), 'tags')
    },
  },
  {
    name: 'commits at once on different people are all carried out',
    seed: everybody,
    check: async (world) => {
      const wishes = everybody.map((one) =>
        changeSet(one.customer.id, { changes: [edit(one, { note: 'n' })] }),
      )
      expectEqual(carriedOut(await atOnce(world, wishes)), 3, 'carried out')
      for (const { customer } of everybody)
        expectEqual((await recordOf(world, customer.id)).customer.note, 'n', customer.id)
    },
  },
  {
    name: 'commits at once on the same two people, named in either order, all end',
    seed: everybody,
    check: async (world) => {
      const pair = [edit(ben, { note: 'n' }), edit(cleo, { note: 'n' })]
      const wishes = numbers(8).map((number) =>
        changeSet(`k${number}`, { changes: number % 2 === 0 ? pair : pair.toReversed() }),
      )
      expectEqual(carriedOut(await atOnce(world, wishes)), 8, 'carried out')
    },
  },
  {
    name: 'newcomers at once get ids of their own',
    check: async (world) => {
      const wishes = numbers(8).map((number) => changeSet(`k${number}`, { changes: [put(newcomer(1))] }))
      const outcomes = await atOnce(world, wishes)
      const ids = outcomes.map((outcome) => (outcome.ok ? outcome.value.ids['new:1'] : null))
      expectEqual(new Set(ids).size, 8, 'different ids')
      expectEqual((await listAll(world)).length, 8, 'records')
    },
  },
  {
    name: 'one change set that is sent five times at once is carried out once, and all are told the same',
    seed: everybody,
    check: async (world) => {
      const wish = changeSet('k', { changes: [put(newcomer(1))] })
      const outcomes = await atOnce(
        world,
        numbers(5).map(() => wish),
      )
      expectEqual(carriedOut(outcomes), 5, 'answers')
      const receipts = outcomes.map((outcome) => (outcome.ok ? outcome.value : fail('refused')))
      expectEqual(new Set(receipts.map(({ ids }) => ids['new:1'])).size, 1, 'ids told')
      expectEqual(receipts.filter(({ replayed }) => !replayed).length, 1, 'told as new')
      expectEqual((await listAll(world)).length, everybody.length + 1, 'records')
    },
  },
  {
    name: 'of eight who claim one email at once one gets it, and the others are told whose it is',
    check: async (world) => {
      const wishes = numbers(8).map((number) =>
        changeSet(`k${number}`, { changes: [put(newcomer(1, { email: 'same@example.com' }))] }),
      )
      const outcomes = await atOnce(world, wishes)
      expectEqual(carriedOut(outcomes), 1, 'carried out')
      const codes = outcomes.flatMap((outcome) =>
        outcome.ok ? [] : outcome.problems.map(({ code }) => code),
      )
      expectEqual(new Set(codes), new Set(['commit.identity-taken']), 'codes')
      expectEqual((await listAll(world)).length, 1, 'records')
    },
  },
  {
    name: 'M-10 of a merge and an edit at once on one revision one wins',
    seed: everybody,
    check: async (world) => {
      const [anna, read] = [await recordOf(world, 'anna'), await recordOf(world, 'ben')]
      const expects = [expectation(anna), expectation(read)]
      const outcomes = await atOnce(world, [
        changeSet('merge', { expects, changes: [tombstone('ben', 'anna')] }),
        changeSet('edit', { expects: expects.slice(1), changes: [edit(read, { note: 'n' })] }),
      ])
      expectEqual(carriedOut(outcomes), 1, 'carried out')
      const { state } = await loadOne(world, 'ben')
      expectEqual(state, outcomes[0]?.ok === true ? 'merged' : 'present', 'what became of Ben')
    },
  },
  {
    name: 'M-10 merges that cross leave no ring and no orphan: one wins',
    seed: everybody,
    check: async (world) => {
      const expects = [await recordOf(world, 'anna'), await recordOf(world, 'ben')].map(expectation)
      const outcomes = await atOnce(world, [
        changeSet('k1', { expects, changes: [tombstone('anna', 'ben')] }),
        changeSet('k2', { expects: expects.toReversed(), changes: [tombstone('ben', 'anna')] }),
      ])
      expectEqual(carriedOut(outcomes), 1, 'merges carried out')
      await expectWholeFamily(world, 2)
    },
  },
  {
    name: 'M-10 merges in a ring, not knowing of each other, leave somebody to whom all lead',
    seed: everybody,
    check: async (world) => {
      const ring = [
        ['anna', 'ben'],
        ['ben', 'cleo'],
        ['cleo', 'anna'],
      ] as const
      const outcomes = await atOnce(
        world,
        ring.map(([id, into]) => changeSet(id, { changes: [tombstone(id, into)] })),
      )
      const merged = carriedOut(outcomes)
      expectThat(merged >= 1 && merged <= 2, `expected one merge or two, got ${merged}`)
      await expectWholeFamily(world, 3 - merged)
    },
  },
  {
    name: 'D-6 of a deletion and an edit at once on one revision one wins',
    seed: everybody,
    check: async (world) => {
      const expects = [expectation(await recordOf(world, 'cleo'))]
      const outcomes = await atOnce(world, [
        changeSet('k1', { expects, changes: [tombstone('cleo', null)] }),
        changeSet('k2', { expects, changes: [edit(cleo, { note: 'n' })] }),
      ])
      expectEqual(carriedOut(outcomes), 1, 'carried out')
    },
  },
  {
    name: 'of eight who rely on one fact and change it at once one wins, and the others are told so',
    seed: everybody,
    needs: inCommit,
    check: async (world) => {
      const parts = { guards: [notAsked('anna')], changes: [asked('anna')] }
      const outcomes = await atOnce(
        world,
        numbers(8).map((number) => changeSet(`k${number}`, parts)),
      )
      expectEqual(carriedOut(outcomes), 1, 'carried out')
      const codes = outcomes.flatMap((outcome) =>
        outcome.ok ? [] : outcome.problems.map(({ code }) => code),
      )
      expectEqual(new Set(codes), new Set(['commit.fact-changed']), 'codes')
    },
  },
  {
    name: 'of two at once who each rely on what the other changes one wins',
    seed: everybody,
    needs: inCommit,
    check: async (world) => {
      const outcomes = await atOnce(world, [
        changeSet('k1', { guards: [notAsked('anna')], changes: [asked('ben')] }),
        changeSet('k2', { guards: [notAsked('ben')], changes: [asked('anna')] }),
      ])
      expectEqual(carriedOut(outcomes), 1, 'carried out')
    },
  },
  {
    name: 'effects of commits at once are all in the outbox, and who acknowledges at once removes each once',
    seed: everybody,
    check: async (world) => {
      const wishes = numbers(5).map((number) =>
        changeSet(`k${number}`, { outbox: [moveOrders(`o${number}`, 'ben', 'anna')] }),
      )
      await atOnce(world, wishes)
      const waiting = await outboxIds(world)
      expectEqual(waiting.toSorted(), ['o0', 'o1', 'o2', 'o3', 'o4'], 'the outbox')
      await Promise.all([world.repository.acknowledge(waiting), world.repository.acknowledge(waiting)])
      expectEqual(await outboxIds(world), [], 'the outbox afterwards')
    },
  },
  {
    name: 'ten activities that are counted at once are all counted, and one that comes twice is counted once',
    seed: everybody,
    needs: ({ statistics }) => statistics === 'counted',
    check: async (world) => {
      const { numberOfOrders } = (await recordOf(world, 'ben')).statistics
      const wishes = numbers(11).map((number) =>
        changeSet(`k${number}`, { changes: [counted('ben', `activity-${number % 10}`)] }),
      )
      expectEqual(carriedOut(await atOnce(world, wishes)), 11, 'carried out')
      expectEqual((await recordOf(world, 'ben')).statistics.numberOfOrders, numberOfOrders + 10, 'orders')
    },
  },
]

/** Reads, appends a tag, and where somebody was faster reads again. */
async function appendTags(world: World, writer: number, count: number): Promise<void> {
  for (const number of numbers(count))
    for (let attempt = 0; ; attempt++) {
      if (attempt > 100) fail('an edit was refused a hundred times')
      const loaded = await loadOne(world, 'ben')
      if (loaded.state !== 'present') return fail('expected Ben to be present')
      const { record } = loaded
      const tags = [...record.customer.tags, `${writer}-${number}`]
      const parts = { expects: [expectation(record)], changes: [edit(record, { tags })] }
      const outcome = await world.repository.commit(changeSet(`k ${writer} ${number} ${attempt}`, parts))
      if (outcome.ok) break
    }
}

/** That so many live, and that every id leads to one of them. */
async function expectWholeFamily(world: World, living: number): Promise<void> {
  const listed = (await listAll(world)).map(({ customer }) => customer.id)
  expectEqual(listed.length, living, 'living')
  for (const { customer } of everybody) {
    const loaded = await loadOne(world, customer.id)
    const end = loaded.state === 'merged' ? loaded.into : customer.id
    expectThat(listed.includes(end), `${customer.id} leads to ${end}, who does not live`)
  }
}
