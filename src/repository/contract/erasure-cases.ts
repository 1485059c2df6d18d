import { accept } from './act.js'
import { changeSet, edit, moveOrders } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual, expectThat } from './expect.js'
import { outboxIds, recordOf } from './observe.js'
import { anna, everybody } from './people.js'

const blank = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  note: null,
  tags: [],
  addresses: [],
  defaultAddressId: null,
  metafields: {},
}

const erase = (key: string) =>
  changeSet(key, {
    changes: [
      edit(anna, blank),
      { type: 'redactEvents', id: 'anna' },
      { type: 'state', id: 'anna', field: 'redaction', value: 'done' },
    ],
    outbox: [{ id: `${key}/effect`, type: 'redact', relation: 'orders', customer: 'anna' }],
  })

/** What erasure takes from the memory of keys (G-1): what names the subject, and nothing else. */
export const erasureCases: readonly CaseRow[] = [
  {
    name: 'G-1 erasure drops the stored requests that name the subject, and no others',
    seed: everybody,
    check: async (world) => {
      const { repository } = world
      await accept(world, changeSet('of anna', { changes: [edit(anna, { note: 'n' })] }))
      await accept(
        world,
        changeSet('of ben', {
          changes: [{ type: 'state', id: 'ben', field: 'dataRequest', value: 'pending' }],
        }),
      )
      await accept(world, erase('erasure'))
      expectEqual(await repository.outcomeOf('of anna'), null, 'the outcome of a request that names her')
      expectThat((await repository.outcomeOf('of ben')) !== null, "expected another person's request to stay")
    },
  },
  {
    name: 'G-1 the erasure itself is answered again as before',
    seed: everybody,
    check: async (world) => {
      const first = await accept(world, erase('k'))
      expectEqual(await accept(world, erase('k')), { ...first, replayed: true }, 'the receipt')
    },
  },
  {
    name: 'G-1 erasure drops the waiting effects that name the subject, and keeps its own',
    seed: everybody,
    check: async (world) => {
      const outbox = [moveOrders('of anna', 'anna', 'cleo'), moveOrders('of ben', 'ben', 'cleo')]
      await accept(world, changeSet('k', { outbox }))
      await accept(world, erase('erasure'))
      expectEqual(await outboxIds(world), ['of ben', 'erasure/effect'], 'the outbox')
    },
  },
  {
    name: 'G-1 an erased record stays, and says no more than the plan left',
    seed: everybody,
    check: async (world) => {
      await accept(world, erase('k'))
      const { customer, facts } = await recordOf(world, 'anna')
      expectEqual(customer, { ...anna.customer, ...blank }, 'the customer')
      expectEqual(facts.redaction, 'done', 'the fact')
      const text = JSON.stringify([await recordOf(world, 'anna'), await world.repository.outcomeOf('k')])
      expectThat(!/Kraków|Nowak|4860123/i.test(text), 'expected nothing of her to be left')
    },
  },
]
