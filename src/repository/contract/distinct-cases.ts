import type { DistinctChange } from '../../plan/change.js'
import type { CustomerId } from '../../value/id.js'
import { accept } from './act.js'
import { changeSet, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { expectEqual, expectThrow, fail, givenUp } from './expect.js'
import { everybody } from './people.js'

async function othersThan({ repository }: World, id: CustomerId): Promise<readonly CustomerId[]> {
  return (await repository.distinctFrom?.(id)) ?? fail('expected ids')
}

const apart = (...ids: readonly CustomerId[]): DistinctChange => ({ type: 'distinct', ids })

/** Who was said not to be the same person. */
export const distinctCases: readonly CaseRow[] = [
  {
    name: 'that two are different people is told of both, once each, and of nobody else',
    seed: everybody,
    method: 'distinctFrom',
    check: async (world) => {
      const changes = [apart('anna', 'ben'), apart('ben', 'anna')]
      await accept(world, changeSet('k', { changes }))
      expectEqual(await othersThan(world, 'anna'), ['ben'], 'others than Anna')
      expectEqual(await othersThan(world, 'ben'), ['anna'], 'others than Ben')
      expectEqual(await othersThan(world, 'cleo'), [], 'others than Cleo')
      expectEqual(await othersThan(world, 'nobody'), [], 'others than nobody')
    },
  },
  {
    name: 'that a merged record was somebody else is told of its survivor',
    seed: everybody,
    method: 'distinctFrom',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [apart('anna', 'ben')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'cleo')] }))
      expectEqual(await othersThan(world, 'anna'), ['cleo'], 'others than Anna')
      expectEqual(await othersThan(world, 'cleo'), ['anna'], 'others than the survivor')
    },
  },
  {
    name: 'nobody who has ended is told as somebody else',
    seed: everybody,
    method: 'distinctFrom',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [apart('anna', 'ben'), apart('anna', 'cleo')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', null)] }))
      expectEqual(await othersThan(world, 'anna'), ['cleo'], 'others than Anna')
    },
  },
  {
    name: 'who asks for other people and has given up is told nothing',
    seed: everybody,
    method: 'distinctFrom',
    check: async ({ repository }) =>
      expectThrow(async () => repository.distinctFrom?.('anna', { signal: givenUp }), 'distinctFrom'),
  },
]
