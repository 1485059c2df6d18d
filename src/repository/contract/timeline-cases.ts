import type { CustomerId } from '../../value/id.js'
import { accept } from './act.js'
import { changeSet, created, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { erasing } from './erasure-cases.js'
import { expectEqual, expectThrow, givenUp } from './expect.js'
import { everybody } from './people.js'

const first = '2026-01-01T00:00:00.000Z'
const second = '2026-01-02T00:00:00.000Z'
const third = '2026-01-03T00:00:00.000Z'

/** What happened to a customer, in order (T-3); only where an adapter keeps it. */
export const timelineCases: readonly CaseRow[] = [
  {
    name: 'T-3 the timeline is told oldest first, in whatever order it was written',
    seed: everybody,
    method: 'timeline',
    check: async (world) => {
      await accept(
        world,
        changeSet('k1', { changes: [created('c', 'anna', third), created('a', 'anna', first)] }),
      )
      await accept(world, changeSet('k2', { changes: [created('b', 'anna', second)] }))
      expectEqual(await timelineIds(world, 'anna'), ['a', 'b', 'c'], 'the timeline')
    },
  },
  {
    name: 'T-3 events of one moment are told in the order in which they came',
    seed: everybody,
    method: 'timeline',
    check: async (world) => {
      await accept(
        world,
        changeSet('k1', { changes: [created('z', 'anna', first), created('m', 'anna', first)] }),
      )
      await accept(world, changeSet('k2', { changes: [created('a', 'anna', first)] }))
      expectEqual(await timelineIds(world, 'anna'), ['z', 'm', 'a'], 'the timeline')
    },
  },
  {
    name: 'T-3 an event that comes again, under whatever key, is the same event',
    seed: everybody,
    method: 'timeline',
    check: async (world) => {
      const event = created('a', 'anna', first)
      await accept(world, changeSet('k1', { changes: [event, event, created('b', 'anna', second)] }))
      await accept(world, changeSet('k2', { changes: [event] }))
      expectEqual(await timelineIds(world, 'anna'), ['a', 'b'], 'the timeline')
    },
  },
  {
    name: 'T-3 an event is told as it was written, and to no other timeline',
    seed: everybody,
    method: 'timeline',
    check: async (world) => {
      const { type: _type, ...entry } = created('a', 'anna', first)
      await accept(
        world,
        changeSet('k', { changes: [created('a', 'anna', first), created('b', 'ben', second)] }),
      )
      expectEqual(await world.repository.timeline?.('anna'), [entry], "Anna's timeline")
      expectEqual(await timelineIds(world, 'ben'), ['b'], "Ben's timeline")
      for (const id of ['cleo', 'nobody', '__proto__'])
        expectEqual(await timelineIds(world, id), [], `the timeline of ${id}`)
    },
  },
  {
    name: 'M-1 M-10 the timelines of all who were merged are told with the survivor, each event once and in its place',
    seed: everybody,
    method: 'timeline',
    check: async (world) => {
      const changes = [created('c', 'cleo', first), created('a', 'anna', second), created('b', 'ben', third)]
      await accept(world, changeSet('k1', { changes }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, changeSet('k3', { changes: [tombstone('anna', 'cleo')] }))
      expectEqual(await timelineIds(world, 'cleo'), ['c', 'a', 'b'], 'the timeline')
    },
  },
  {
    name: 'G-1 the timeline that is told of an erased person begins with the erasure',
    seed: everybody,
    method: 'timeline',
    check: async (world) => {
      await accept(
        world,
        changeSet('k1', { changes: [created('a', 'anna', first), created('b', 'ben', first)] }),
      )
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, changeSet('k3', { changes: [...erasing, created('c', 'anna', second)] }))
      expectEqual(await timelineIds(world, 'anna'), ['c'], 'the timeline')
    },
  },
  {
    name: 'who asks for a timeline and has given up is told nothing',
    seed: everybody,
    method: 'timeline',
    check: async ({ repository }) =>
      expectThrow(async () => repository.timeline?.('anna', { signal: givenUp }), 'timeline'),
  },
]

async function timelineIds({ repository }: World, id: CustomerId): Promise<readonly string[]> {
  return ((await repository.timeline?.(id)) ?? []).map((event) => event.id)
}
