import { describe, expect, it } from 'vitest'
import {
  edit,
  moveOrders,
  newcomer,
  put,
  redactOrders,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { anna } from '../../../src/repository/contract/people.js'
import { commitOn, peopled, recordOn } from './commit-on.js'

const erased = [
  { type: 'redactEvents', id: 'anna' },
  { type: 'state', id: 'anna', field: 'redaction', value: 'done' },
  edit(anna, { email: null, phone: null }),
] as const

const contactsOf = async (
  repository: ReturnType<typeof peopled>,
  id = 'anna',
): Promise<readonly string[]> => {
  const { emails, phones } = await repository.knownAs(id)
  return [...emails, ...phones]
}

describe('G-1 whoever is erased while redactions wait', () => {
  it('is known by what they were, and by what the record was given since', async () => {
    const repository = peopled()
    await commitOn(repository, erased, { outbox: [redactOrders('o', 'anna')] })
    await commitOn(repository, [edit(anna, { email: 'new@example.com', phone: null })])
    expect(await contactsOf(repository)).toEqual([
      'new@example.com',
      'anna.nowak@example.com',
      '+48601234567',
    ])
  })

  it('is remembered by a second erasure as well', async () => {
    const repository = peopled()
    await commitOn(repository, erased, { outbox: [redactOrders('o1', 'anna')] })
    await commitOn(repository, [tombstone('anna', null), { type: 'redactEvents', id: 'anna' }], {
      outbox: [redactOrders('o2', 'anna')],
    })
    await repository.acknowledge(['o1'])
    expect(await contactsOf(repository)).toEqual(['anna.nowak@example.com', '+48601234567'])
    await repository.acknowledge(['o2'])
    expect(await contactsOf(repository)).toEqual([])
  })

  it.each([
    ['nothing', []],
    ['a redaction of somebody else', [redactOrders('o', 'ben')]],
    ['a reassignment', [moveOrders('o', 'anna', 'ben')]],
  ])('is not remembered for %s', async (_what, outbox) => {
    const repository = peopled()
    await commitOn(repository, erased, { outbox })
    expect(await contactsOf(repository)).toEqual([])
  })

  it('is not remembered where the commit erases nobody: the record itself knows', async () => {
    const repository = peopled()
    await commitOn(repository, [], { outbox: [redactOrders('o', 'anna')] })
    await commitOn(repository, [tombstone('anna', null)])
    expect(await contactsOf(repository)).toEqual([])
  })

  it('is forgotten by an acknowledgement of all at once, in any order and with what is not there', async () => {
    const repository = peopled()
    await commitOn(repository, erased, { outbox: [redactOrders('o1', 'anna'), redactOrders('o2', 'anna')] })
    await repository.acknowledge(['o2', 'nothing', 'o1'])
    expect(await contactsOf(repository)).toEqual([])
  })

  it('waits for no reassignment', async () => {
    const repository = peopled()
    const pending = { type: 'state', id: 'anna', field: 'relationRedaction', value: 'pending' } as const
    const outbox = [redactOrders('o1', 'anna'), moveOrders('o2', 'ben', 'anna')]
    await commitOn(repository, [pending], { outbox })
    await repository.acknowledge(['o1'])
    expect((await recordOn(repository, 'anna')).facts.relationRedaction).toBe('done')
  })

  it('is one thing, and whoever is new another: they are known by what they were given', async () => {
    const repository = peopled()
    const { ids } = await commitOn(repository, [put(newcomer(1, { email: 'new@example.com' }))])
    const id = ids['new:1']!
    expect(await repository.knownAs(id)).toEqual({ customers: [id], emails: ['new@example.com'], phones: [] })
    await commitOn(repository, [tombstone('ben', id)])
    expect((await repository.knownAs(id)).customers).toEqual([id, 'ben'])
  })

  it('tells it to nobody who could change it', async () => {
    const repository = peopled()
    const person = await repository.knownAs('anna')
    expect(() => (person.emails as unknown as string[]).push('x')).toThrow(TypeError)
  })
})

describe('an acknowledged redaction', () => {
  it('raises the revision where it finishes an erasure, and only there', async () => {
    const repository = peopled()
    const pending = { type: 'state', id: 'anna', field: 'relationRedaction', value: 'pending' } as const
    await commitOn(repository, [pending], { outbox: [redactOrders('o1', 'anna'), redactOrders('o2', 'ben')] })
    const before = (await recordOn(repository, 'anna')).revision
    await repository.acknowledge(['o2'])
    expect((await recordOn(repository, 'anna')).revision).toBe(before)
    await repository.acknowledge(['o1'])
    expect((await recordOn(repository, 'anna')).revision).not.toBe(before)
  })

  it('of somebody who is gone meanwhile brings nobody back', async () => {
    const repository = peopled()
    await commitOn(repository, [tombstone('anna', null)], { outbox: [redactOrders('o', 'anna')] })
    await repository.acknowledge(['o'])
    expect((await repository.load(['anna']))[0].state).toBe('deleted')
  })
})
