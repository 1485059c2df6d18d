import type { CustomerRecord } from '../../customer/record.js'
import type { DistinctChange } from '../../plan/change.js'
import { buildRecord } from '../../testing/build-record.js'
import type { CustomerId } from '../../value/id.js'
import type { DistinctPair } from '../port.js'
import { accept } from './act.js'
import { changeSet, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { expectEqual, expectThrow, fail, givenUp } from './expect.js'
import { everybody } from './people.js'

async function pairsOf({ repository }: World, ids: readonly CustomerId[]): Promise<readonly DistinctPair[]> {
  return (await repository.distinctFrom?.(ids)) ?? fail('expected pairs of ids')
}

const named = (...ids: readonly CustomerId[]): readonly CustomerRecord[] =>
  ids.map((id) => buildRecord({ customer: { id, email: null } }))

const apart = (...ids: readonly CustomerId[]): DistinctChange => ({ type: 'distinct', ids })

/** Who was said not to be the same person. */
export const distinctCases: readonly CaseRow[] = [
  {
    name: 'that two are different people is told of both, once, and of nobody else',
    seed: everybody,
    method: 'distinctFrom',
    check: async (world) => {
      const changes = [apart('anna', 'ben'), apart('ben', 'anna')]
      await accept(world, changeSet('k', { changes }))
      expectEqual(await pairsOf(world, ['anna']), [['anna', 'ben']], 'who is not Anna')
      expectEqual(await pairsOf(world, ['ben']), [['anna', 'ben']], 'who is not Ben')
      expectEqual(await pairsOf(world, ['cleo']), [], 'who is not Cleo')
      expectEqual(await pairsOf(world, ['nobody', '__proto__']), [], 'who is not nobody')
      expectEqual(await pairsOf(world, []), [], 'who is not anybody of none')
    },
  },
  {
    name: 'of many asked for at once each pair is told once, in the order of ids',
    seed: named('b', 'a', '\u{1f600}', '\ufb00', 'c'),
    method: 'distinctFrom',
    check: async (world) => {
      const changes = [apart('\u{1f600}', 'b', '\ufb00'), apart('c', 'a'), apart('c', 'b')]
      await accept(world, changeSet('k', { changes }))
      const pairs = [
        ['a', 'c'],
        ['b', 'c'],
        ['b', '\ufb00'],
        ['b', '\u{1f600}'],
        ['\ufb00', '\u{1f600}'],
      ]
      const everyone = ['\u{1f600}', 'c', 'b', '\ufb00', 'a', 'c']
      expectEqual(await pairsOf(world, everyone), pairs, 'the pairs of all')
      expectEqual(await pairsOf(world, ['\ufb00', 'a']), [pairs[0], pairs[2], pairs[4]], 'the pairs of two')
    },
  },
  {
    name: 'that a merged record was somebody else is told of its survivor',
    seed: everybody,
    method: 'distinctFrom',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [apart('anna', 'ben')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'cleo')] }))
      expectEqual(await pairsOf(world, ['anna']), [['anna', 'cleo']], 'who is not Anna')
      expectEqual(await pairsOf(world, ['cleo']), [['anna', 'cleo']], 'who is not the survivor')
      expectEqual(await pairsOf(world, ['ben', 'cleo']), [['anna', 'cleo']], 'of who was merged, too')
    },
  },
  {
    name: 'what was said of a merged record holds for the end of a chain of merges, and of nobody against themselves',
    seed: named('p1', 'p2', 'p3', 'p4'),
    method: 'distinctFrom',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [apart('p1', 'p2'), apart('p2', 'p3')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('p2', 'p4')] }))
      await accept(world, changeSet('k3', { changes: [tombstone('p4', 'p3')] }))
      expectEqual(await pairsOf(world, ['p1']), [['p1', 'p3']], 'who is not the first')
      expectEqual(await pairsOf(world, ['p2', 'p4']), [['p1', 'p3']], 'who is not the last of the chain')
    },
  },
  {
    name: 'nobody who has ended is told as somebody else',
    seed: everybody,
    method: 'distinctFrom',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [apart('anna', 'ben'), apart('anna', 'cleo')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', null)] }))
      expectEqual(await pairsOf(world, ['anna']), [['anna', 'cleo']], 'who is not Anna')
      expectEqual(await pairsOf(world, ['ben']), [], 'who is not somebody who has ended')
    },
  },
  {
    name: 'C-6 that two are different people stands while one of them is out of use',
    seed: everybody,
    method: 'distinctFrom',
    check: async (world) => {
      const out = { type: 'state', id: 'ben', field: 'deleted', value: true } as const
      await accept(world, changeSet('k', { changes: [apart('anna', 'ben'), out] }))
      expectEqual(await pairsOf(world, ['anna']), [['anna', 'ben']], 'who is not Anna')
      expectEqual(await pairsOf(world, ['ben']), [['anna', 'ben']], 'who is not Ben')
    },
  },
  {
    name: 'who asks for other people and has given up is told nothing',
    seed: everybody,
    method: 'distinctFrom',
    check: async ({ repository }) =>
      expectThrow(async () => repository.distinctFrom?.(['anna'], { signal: givenUp }), 'distinctFrom'),
  },
]
