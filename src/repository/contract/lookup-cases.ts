import { buildRecord } from '../../testing/build-record.js'
import { accept, create } from './act.js'
import { changeSet, edit, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual } from './expect.js'
import { allFacts, expectEnded, find, findIds, listAll, recordOf } from './observe.js'
import { anna, ben, everybody } from './people.js'

const idsOf = (records: readonly { readonly customer: { readonly id: string } }[]): readonly string[] =>
  records.map(({ customer }) => customer.id)

/** Records are found by what they hold, and by nothing else (C-6). */
export const lookupCases: readonly CaseRow[] = [
  {
    name: 'an email finds its record however its letters are typed',
    seed: everybody,
    check: async (world) => {
      for (const email of ['anna.nowak@example.com', 'ANNA.NOWAK@EXAMPLE.COM', 'Anna.Nowak@Example.com'])
        expectEqual(await findIds(world, { emails: [email] }), ['anna'], email)
    },
  },
  {
    name: 'an email finds its record in every alphabet, composed or not: the keys are those of emailKey',
    seed: [buildRecord({ customer: { id: 'seeded', email: 'E\u0301VA@example.com' } })],
    check: async (world) => {
      const late = newcomer(1, { email: 'I\u0307nci@\u212Bngstro\u0308m.example' })
      const { customer } = await create(world, 'k', { changes: [put(late)] })
      for (const email of ['\u00E9va@example.com', 'e\u0301va@EXAMPLE.com', '\u00C9VA@example.com'])
        expectEqual(await findIds(world, { emails: [email] }), ['seeded'], 'found')
      for (const email of ['\u0130nci@\u00E5ngstr\u00F6m.example', late.email as string])
        expectEqual(await findIds(world, { emails: [email] }), [customer.id], 'found')
    },
  },
  {
    name: 'a phone finds its record',
    seed: everybody,
    check: async (world) => expectEqual(await findIds(world, { phones: ['+4790000001'] }), ['cleo'], 'found'),
  },
  {
    name: 'a record that is found by several contacts is given once, and all in the order of ids',
    seed: everybody.toReversed(),
    check: async (world) => {
      const contacts = {
        emails: ['ben@example.com', 'anna.nowak@example.com'],
        phones: ['+48601234567', '+4790000001'],
      }
      expectEqual(await findIds(world, contacts), ['anna', 'ben', 'cleo'], 'found')
    },
  },
  {
    name: 'who asks for nobody finds nobody',
    seed: everybody,
    check: async (world) => {
      const nothing = { records: [], suppressed: { emails: [], phones: [] } }
      expectEqual(await find(world, {}), nothing, 'found by nothing')
      expectEqual(
        await find(world, { emails: ['x@example.com', '%'], phones: ['+1'] }),
        nothing,
        'found by others',
      )
    },
  },
  {
    name: 'a record is found by its new contacts at once, and no longer by the old',
    seed: everybody,
    check: async (world) => {
      const changes = [edit(ben, { email: 'Benjamin@example.com', phone: '+4790000002' })]
      await accept(world, changeSet('k', { changes }))
      const now = { emails: ['benjamin@EXAMPLE.com'], phones: ['+4790000002'] }
      expectEqual(await findIds(world, now), ['ben'], 'found by the new contacts')
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), [], 'found by the old email')
    },
  },
  {
    name: 'C-6 a deleted customer is never found, and whoever comes with the same email is new',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', null)] }))
      await expectEnded(world, 'ben', { id: 'ben', state: 'deleted' })
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), [], 'found')
      const next = await create(world, 'k2', { changes: [put(newcomer(1, { email: 'ben@example.com' }))] })
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), [next.customer.id], 'found')
    },
  },
  {
    name: 'C-6 a record that is out of use is loaded with that fact, and neither found nor listed',
    seed: everybody,
    check: async (world) => {
      await accept(
        world,
        changeSet('k', { changes: [{ type: 'state', id: 'ben', field: 'deleted', value: true }] }),
      )
      const [loaded] = await world.repository.load(['ben'])
      expectEqual(loaded.state === 'present' && loaded.record.facts.deleted, true, 'the fact')
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), [], 'found')
      expectEqual(idsOf(await listAll(world)), ['anna', 'cleo'], 'listed')
    },
  },
  {
    name: 'R-1 a merged id leads to the survivor, and only the survivor is found',
    seed: everybody,
    check: async (world) => {
      const changes = [edit(anna, { email: 'ben@example.com' }), tombstone('ben', 'anna')]
      await accept(world, changeSet('k', { changes }))
      await expectEnded(world, 'ben', { id: 'ben', state: 'merged', into: 'anna' })
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), ['anna'], 'found')
    },
  },
  {
    name: 'R-1 M-10 a merged id leads to the end of the chain',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, changeSet('k2', { changes: [tombstone('anna', 'cleo')] }))
      await expectEnded(world, 'ben', { id: 'ben', state: 'merged', into: 'cleo' })
      await expectEnded(world, 'anna', { id: 'anna', state: 'merged', into: 'cleo' })
    },
  },
  {
    name: 'list gives every living record once, in the order of ids',
    seed: everybody.toReversed(),
    check: async (world) => {
      const { customer } = await create(world, 'k', { changes: [put(newcomer(1))] })
      expectEqual(idsOf(await listAll(world)), ['anna', 'ben', 'cleo', customer.id].toSorted(), 'listed')
    },
  },
  {
    name: 'the last page says that it is the last, also when it is full',
    seed: everybody,
    check: async ({ repository }) => {
      const whole = await repository.list({ after: null, limit: 3 })
      expectEqual([whole.records.length, whole.next], [3, null], 'a page of 3 of 3 records')
      const part = await repository.list({ after: null, limit: 2 })
      expectEqual([part.records.length, part.next !== null], [2, true], 'a page of 2 of 3 records')
    },
  },
  {
    name: 'an empty repository is one empty page',
    check: async ({ repository }) =>
      expectEqual(await repository.list({ after: null, limit: 50 }), { records: [], next: null }, 'the page'),
  },
  {
    name: 'a list goes on where it was, whoever was ended in between',
    seed: everybody,
    check: async (world) => {
      const first = await world.repository.list({ after: null, limit: 2 })
      await accept(world, changeSet('k', { changes: [tombstone('ben', null)] }))
      const second = await world.repository.list({ after: first.next, limit: 2 })
      expectEqual([...idsOf(first.records), ...idsOf(second.records)], ['anna', 'ben', 'cleo'], 'listed')
    },
  },
  {
    name: 'G-1 contacts of an erased person are reported, former ones included, and no others',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [edit(anna, { email: 'anna@new.example' })] }))
      const blank = { email: null, phone: null, firstName: null, lastName: null }
      await accept(world, changeSet('k2', { changes: [{ type: 'suppress', id: 'anna' }, edit(anna, blank)] }))
      const contacts = {
        emails: ['ANNA@new.example', 'anna.nowak@example.com', 'ben@example.com'],
        phones: ['+48601234567', '+4790000001'],
      }
      const { suppressed } = await find(world, contacts)
      const expected = { emails: ['anna@new.example', 'anna.nowak@example.com'], phones: ['+48601234567'] }
      expectEqual(suppressed, expected, 'suppressed')
    },
  },
  {
    name: 'facts and statistics of a record do not depend on the way to it',
    seed: everybody,
    check: async (world) => {
      const record = await recordOf(world, 'ben')
      expectEqual(
        { facts: allFacts(record), statistics: record.statistics },
        { facts: ben.facts, statistics: ben.statistics },
        'ben',
      )
    },
  },
]
