import type { CustomerId } from '../../value/id.js'
import { accept, create, realId, refuse } from './act.js'
import { changeSet, edit, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual } from './expect.js'
import { findIds, recordOf } from './observe.js'
import { anna, ben, everybody } from './people.js'

const inUse = (id: CustomerId, value: boolean) =>
  ({ type: 'state', id, field: 'deleted', value: !value }) as const

/** A claim is held by one living record; who holds it is decided inside the commit. */
export const uniquenessCases: readonly CaseRow[] = [
  {
    name: 'a claim that somebody else holds refuses the commit',
    seed: everybody,
    check: async (world) => {
      const byEmail = changeSet('k1', { changes: [put(newcomer(1, { email: 'ANNA.nowak@example.com' }))] })
      await refuse(world, byEmail, ['commit.identity-taken new:1'])
      const byPhone = changeSet('k2', { changes: [edit(ben, { phone: '+48601234567' })] })
      await refuse(world, byPhone, ['commit.identity-taken ben'])
    },
  },
  {
    name: 'every taken claim is named',
    seed: everybody,
    check: async (world) => {
      const changes = [
        edit(ben, { email: 'anna.nowak@example.com', phone: '+48601234567' }),
        put(newcomer(1, { phone: '+4790000001' })),
      ]
      await refuse(world, changeSet('k', { changes }), [
        'commit.identity-taken ben',
        'commit.identity-taken ben',
        'commit.identity-taken new:1',
      ])
    },
  },
  {
    name: 'a taken claim is told with its contact and with who holds it, stored or of the same change set',
    seed: everybody,
    check: async ({ repository }) => {
      const taking = edit(ben, { email: 'anna.nowak@example.com', phone: '+4790000001' })
      const twins = [1, 2].map((number) => put(newcomer(number, { email: 'same@example.com' })))
      const outcome = await repository.commit(changeSet('k', { changes: [taking, ...twins] }))
      const told = outcome.ok
        ? []
        : outcome.problems.map(({ path, params = {} }) => [...path, params['id'], params['holder']])
      const expected = [
        ['email', 'ben', 'anna'],
        ['phone', 'ben', 'cleo'],
        ['email', 'new:2', 'new:1'],
      ]
      expectEqual(told.toSorted(byText), expected.toSorted(byText), 'contact, id and holder of each problem')
    },
  },
  {
    name: 'two records of one change set cannot claim the same',
    check: async (world) => {
      const changes = [1, 2].map((number) => put(newcomer(number, { email: 'same@example.com' })))
      await refuse(world, changeSet('k', { changes }), ['commit.identity-taken new:2'])
    },
  },
  {
    name: 'a record may claim again what it holds',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k', { changes: [edit(anna, { note: 'n' })] }))
      expectEqual((await recordOf(world, 'anna')).customer.note, 'n', 'the note')
    },
  },
  {
    name: 'a claim that was given up is free',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [edit(ben, { email: 'other@example.com' })] }))
      await create(world, 'k2', { changes: [put(newcomer(1, { email: 'ben@example.com' }))] })
    },
  },
  {
    name: 'two records exchange their claims in one commit',
    seed: everybody,
    check: async (world) => {
      const [one, other] = [anna.customer.email, ben.customer.email]
      await accept(
        world,
        changeSet('k', { changes: [edit(anna, { email: other }), edit(ben, { email: one })] }),
      )
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), ['anna'], 'found')
      expectEqual(await findIds(world, { emails: ['anna.nowak@example.com'] }), ['ben'], 'found')
    },
  },
  {
    name: 'a claim passes to somebody new in the commit that frees it',
    seed: everybody,
    check: async (world) => {
      const changes = [put(newcomer(1, { email: 'ben@example.com' })), edit(ben, { email: null })]
      const { ids } = await accept(world, changeSet('k', { changes }))
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), [realId(ids, 'new:1')], 'found')
    },
  },
  {
    name: 'a survivor takes over the claims of whoever is merged into it',
    seed: everybody,
    check: async (world) => {
      const changes = [
        edit(anna, { email: 'ben@example.com', phone: '+4790000001' }),
        tombstone('ben', 'anna'),
        tombstone('cleo', 'anna'),
      ]
      await accept(world, changeSet('k1', { changes }))
      const contacts = { emails: ['ben@example.com'], phones: ['+4790000001'] }
      expectEqual(await findIds(world, contacts), ['anna'], 'found')
      const old = put(newcomer(1, { email: 'anna.nowak@example.com', phone: '+48601234567' }))
      await create(world, 'k2', { changes: [old] })
    },
  },
  {
    name: 'what a survivor does not take over is free',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna')] }))
      await create(world, 'k2', { changes: [put(newcomer(1, { email: 'ben@example.com' }))] })
    },
  },
  {
    name: 'a record that is out of use holds no claim',
    seed: everybody,
    check: async (world) => {
      const out = { type: 'state', id: 'ben', field: 'deleted', value: true } as const
      await accept(world, changeSet('k1', { changes: [out] }))
      await create(world, 'k2', { changes: [put(newcomer(1, { email: 'ben@example.com' }))] })
    },
  },
  {
    name: 'who comes back into use claims what they held, unless somebody else has it by now',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [inUse('ben', false), inUse('cleo', false)] }))
      await create(world, 'k2', { changes: [put(newcomer(1, { email: 'ben@example.com' }))] })
      await refuse(world, changeSet('k3', { changes: [inUse('ben', true)] }), ['commit.identity-taken ben'])
      await accept(world, changeSet('k4', { changes: [inUse('cleo', true)] }))
      const late = changeSet('k5', { changes: [put(newcomer(1, { phone: '+4790000001' }))] })
      await refuse(world, late, ['commit.identity-taken new:1'])
    },
  },
  {
    name: 'of two who claim the same at once one wins',
    check: async ({ repository, ...world }) => {
      const wishes = ['one', 'other'].map((key) =>
        changeSet(key, { changes: [put(newcomer(1, { email: 'same@example.com' }))] }),
      )
      const outcomes = await Promise.all(wishes.map((wish) => repository.commit(wish)))
      expectEqual(outcomes.filter(({ ok }) => ok).length, 1, 'commits carried out')
      expectEqual(
        (await findIds({ repository, ...world }, { emails: ['same@example.com'] })).length,
        1,
        'found',
      )
    },
  },
  {
    name: 'the store asks no more than the claims: contacts that the policy lets be shared are shared',
    seed: everybody,
    check: async (world) => {
      const shared = { ...put(newcomer(1, { email: 'ben@example.com' })), claims: [] }
      const { customer } = await create(world, 'k', { changes: [shared] })
      expectEqual(
        await findIds(world, { emails: ['ben@example.com'] }),
        ['ben', customer.id].toSorted(),
        'found',
      )
    },
  },
]

function byText(one: readonly unknown[], other: readonly unknown[]): number {
  return one.join() < other.join() ? -1 : 1
}
