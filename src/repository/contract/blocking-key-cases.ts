import { blockingKeys, type BlockingKey } from '../../duplicates/blocking-keys.js'
import type { CustomerRecord } from '../../customer/record.js'
import { accept } from './act.js'
import { idsOf } from './ask.js'
import { changeSet, edit, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { erasing } from './erasure-cases.js'
import { expectEqual, expectThrow, fail, givenUp } from './expect.js'
import { anna, ben, everybody, home } from './people.js'

async function holders(world: World, keys: readonly BlockingKey[], limit = 100): Promise<readonly string[]> {
  return idsOf(await recordsUnder(world, keys, limit))
}

async function recordsUnder(
  { repository }: World,
  keys: readonly BlockingKey[],
  limit: number,
): Promise<readonly CustomerRecord[]> {
  return (await repository.findByBlockingKeys?.({ keys, limit })) ?? fail('expected records')
}

const mailboxOfBen: BlockingKey = 'mailbox:ben@example.com'
const zip: BlockingKey = 'name-zip:anna/nowak/31147'

/** Who may be the same person, by the keys of `clientele/duplicates`. */
export const blockingKeyCases: readonly CaseRow[] = [
  {
    name: 'everybody is found by each of their own keys',
    seed: everybody,
    method: 'findByBlockingKeys',
    check: async (world) => {
      for (const one of everybody)
        for (const key of blockingKeys(one)) {
          const expected = everybody.filter((other) => blockingKeys(other).includes(key))
          expectEqual(await holders(world, [key]), idsOf(expected), key)
        }
    },
  },
  {
    name: 'who holds several of the keys is found once, all in the order of ids, and no more than asked',
    seed: everybody.toReversed(),
    method: 'findByBlockingKeys',
    check: async (world) => {
      const keys = everybody.flatMap((one) => blockingKeys(one))
      expectEqual(await holders(world, keys), ['anna', 'ben', 'cleo'], 'found')
      expectEqual(await holders(world, keys, 2), ['anna', 'ben'], 'found among two')
    },
  },
  {
    name: 'keys that nobody holds find nobody',
    seed: everybody,
    method: 'findByBlockingKeys',
    check: async (world) => {
      expectEqual(await holders(world, []), [], 'no key')
      expectEqual(await holders(world, ['__proto__', '', '%', 'mailbox:%', "'"]), [], 'strange keys')
    },
  },
  {
    name: 'keys follow what is committed',
    seed: everybody,
    method: 'findByBlockingKeys',
    check: async (world) => {
      expectEqual(await holders(world, [mailboxOfBen]), ['ben'], 'before')
      const changes = [
        edit(ben, { email: 'other@example.com' }),
        put(newcomer(1, { id: 'new', email: 'ben+x@example.com' })),
      ]
      await accept(world, changeSet('k', { changes }))
      expectEqual(await holders(world, [mailboxOfBen]), ['new'], 'by the key before')
      expectEqual(await holders(world, ['mailbox:other@example.com']), ['ben'], 'by the new key')
    },
  },
  {
    name: 'whoever writes in characters of two units is found by each of their own keys',
    seed: everybody,
    method: 'findByBlockingKeys',
    check: async (world) => {
      const address = { ...home, address1: 'Ken\u{20BB7} 12', city: 'Na\u{20BB7}a' }
      const changes = [edit(ben, { firstName: 'Jo\u{20BB7}', addresses: [address] })]
      await accept(world, changeSet('k', { changes }))
      const [loaded] = await world.repository.load(['ben'])
      const keys = loaded.state === 'present' ? blockingKeys(loaded.record) : []
      expectEqual(keys.includes('name-street:jo/ken/12'), true, 'keys end with a whole character')
      for (const key of keys) expectEqual((await holders(world, [key])).includes('ben'), true, key)
    },
  },
  {
    name: 'nobody who has ended or is out of use is found by their keys',
    seed: everybody,
    method: 'findByBlockingKeys',
    check: async (world) => {
      const keys = everybody.flatMap((one) => blockingKeys(one))
      expectEqual((await holders(world, keys)).length, 3, 'before')
      const out = { type: 'state', id: 'cleo', field: 'deleted', value: true } as const
      await accept(world, changeSet('k', { changes: [tombstone('ben', 'anna'), out] }))
      expectEqual(await holders(world, keys), ['anna'], 'found')
    },
  },
  {
    name: 'G-1 nobody who was erased is found by their keys',
    seed: everybody,
    method: 'findByBlockingKeys',
    check: async (world) => {
      const keys = blockingKeys(anna)
      expectEqual(keys.length > 3, true, 'keys of Anna')
      await accept(world, changeSet('k', { changes: erasing }))
      expectEqual(await holders(world, [...keys, zip]), [], 'found')
    },
  },
  {
    name: 'what is told by a key is what load tells',
    seed: everybody,
    method: 'findByBlockingKeys',
    check: async (world) => {
      const [loaded] = await world.repository.load(['ben'])
      const expected = loaded.state === 'present' ? [loaded.record] : []
      expectEqual(await recordsUnder(world, [mailboxOfBen], 5), expected, 'Ben')
    },
  },
  {
    name: 'who asks for keys and has given up is told nothing',
    method: 'findByBlockingKeys',
    check: async ({ repository }) =>
      expectThrow(
        async () => repository.findByBlockingKeys?.({ keys: [], limit: 1 }, { signal: givenUp }),
        'findByBlockingKeys',
      ),
  },
]
