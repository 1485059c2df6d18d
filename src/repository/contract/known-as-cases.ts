import type { Change } from '../../plan/change.js'
import { accept } from './act.js'
import { changeSet, edit, redactOrders, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { erasing } from './erasure-cases.js'
import { expectEqual, expectThrow, givenUp } from './expect.js'
import { knownAs } from './observe.js'
import { anna, ben, everybody } from './people.js'

const annas = { customers: ['anna'], emails: ['anna.nowak@example.com'], phones: ['+48601234567'] }
const nobody = { customers: ['anna'], emails: [], phones: [] }

/** Under what the host's tables may know a person (G-1): all of it until the erasure, and then for whoever still waits for it. */
export const knownAsCases: readonly CaseRow[] = [
  {
    name: 'G-1 a person is known by every id and contact, former ones and those of merged records included',
    seed: everybody,
    method: 'knownAs',
    check: async (world) => {
      expectEqual(await knownAs(world, 'anna'), annas, 'at first')
      const second = edit(ben, { email: 'Ben@second.example', phone: '+4790000009' })
      await accept(world, changeSet('k1', { changes: [second] }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, changeSet('k3', { changes: [edit(anna, { email: 'anna@second.example' })] }))
      const all = {
        customers: ['anna', 'ben'],
        emails: ['anna.nowak@example.com', 'anna@second.example', 'ben@example.com', 'ben@second.example'],
        phones: ['+4790000009', '+48601234567'],
      }
      expectEqual(await knownAs(world, 'anna'), all, 'after a merge and two edits')
    },
  },
  {
    name: 'G-1 of an id that was merged, or that nobody has, the id alone is known',
    seed: everybody,
    method: 'knownAs',
    check: async (world) => {
      await accept(world, changeSet('k', { changes: [tombstone('ben', 'anna')] }))
      for (const id of ['ben', 'nobody', '__proto__'])
        expectEqual(await knownAs(world, id), { customers: [id], emails: [], phones: [] }, id)
    },
  },
  {
    name: 'who asks under what somebody is known and has given up is told nothing',
    seed: everybody,
    method: 'knownAs',
    check: async ({ repository }) =>
      expectThrow(async () => repository.knownAs?.('anna', { signal: givenUp }), 'knownAs'),
  },
  {
    name: 'G-1 somebody erased, whom no redaction awaits, is known by the id alone',
    seed: everybody,
    method: 'knownAs',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [edit(anna, { email: 'anna@second.example' })] }))
      await accept(world, changeSet('k2', { changes: erasing, outbox: [redactOrders('o', 'ben')] }))
      expectEqual(await knownAs(world, 'anna'), nobody, 'known as')
    },
  },
  {
    name: 'G-1 somebody erased is known to the redactions that wait, and to nobody after the last',
    seed: everybody,
    method: 'knownAs',
    check: async (world) => untilTheLast(world, erasing),
  },
  {
    name: 'D-6 somebody deleted is known to the redactions that wait, and to nobody after the last',
    seed: everybody,
    method: 'knownAs',
    check: async (world) =>
      untilTheLast(world, [{ type: 'redactEvents', id: 'anna' }, tombstone('anna', null)]),
  },
]

async function untilTheLast(world: World, changes: readonly Change[]): Promise<void> {
  const outbox = [redactOrders('o1', 'anna'), redactOrders('o2', 'anna')]
  await accept(world, changeSet('k', { changes, outbox }))
  expectEqual(await knownAs(world, 'anna'), annas, 'while two redactions wait')
  await world.repository.acknowledge(['o1'])
  expectEqual(await knownAs(world, 'anna'), annas, 'while one redaction waits')
  await world.repository.acknowledge(['o2'])
  expectEqual(await knownAs(world, 'anna'), nobody, 'after the last')
}
