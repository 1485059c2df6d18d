import { describe, expect, it } from 'vitest'
import type { Effect } from '../../../src/plan/effect.js'
import {
  created,
  edit,
  moveOrders,
  put,
  newcomer,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { anna, ben, cleo } from '../../../src/repository/contract/people.js'
import { commitOn, peopled, problemsOn, recordOn } from './commit-on.js'

const begun = (id: string) => ({ type: 'state', id, field: 'mergeInProgress', value: true }) as const
const isInProgress = async (repository: ReturnType<typeof peopled>, id: string) =>
  (await recordOn(repository, id)).facts.mergeInProgress

describe('a tombstone that leads to a survivor', () => {
  it('adds the statistics, also where the host projects them: here it has nobody else to do so', async () => {
    const repository = peopled()
    await commitOn(repository, [tombstone('ben', 'anna')])
    expect((await recordOn(repository, 'anna')).statistics).toEqual({
      ...anna.statistics,
      numberOfOrders: 3,
      amountSpent: { minor: 5500, currency: 'EUR' },
    })
  })

  it('adds the stored facts of the host: whoever had a card has it afterwards', async () => {
    const repository = peopled()
    await commitOn(repository, [tombstone('ben', 'anna'), tombstone('cleo', 'anna')])
    const { facts } = await recordOn(repository, 'anna')
    expect(facts).toMatchObject({
      vaultedCards: 2,
      orderHistory: 'some',
      multipass: 'unknown',
      deleted: false,
    })
  })

  it('leaves nothing of the record but where it leads', async () => {
    const repository = peopled()
    await commitOn(repository, [tombstone('ben', 'anna')])
    expect(await repository.load(['ben'])).toEqual([{ id: 'ben', state: 'merged', into: 'anna' }])
  })

  it('follows a chain that one commit makes', async () => {
    const repository = peopled()
    await commitOn(repository, [tombstone('ben', 'anna'), tombstone('anna', 'cleo')])
    expect(await repository.load(['ben', 'anna'])).toEqual([
      { id: 'ben', state: 'merged', into: 'cleo' },
      { id: 'anna', state: 'merged', into: 'cleo' },
    ])
    expect((await recordOn(repository, 'cleo')).statistics.numberOfOrders).toBe(3)
  })

  it('M-1 brings the timeline along; what comes for the old id later stands there too', async () => {
    const repository = peopled()
    await commitOn(repository, [created('b', 'ben', '2026-02-01T00:00:00.000Z'), created('a', 'anna')])
    await commitOn(repository, [tombstone('ben', 'anna')])
    await commitOn(repository, [created('late', 'ben', '2026-01-01T00:00:00.000Z'), created('same', 'ben')])
    const names = (await repository.timeline('anna')).map(({ id }) => id)
    expect(names).toEqual(['late', 'b', 'a', 'same'])
    expect((await repository.timeline('ben')).map(({ id }) => id)).toEqual(names)
    expect(await repository.timeline('nobody')).toEqual([])
  })

  it('tells what happened at one moment in the order in which it came', async () => {
    const repository = peopled()
    await commitOn(
      repository,
      ['1', '2', '3', '4'].map((id) => created(id, Number(id) % 2 === 0 ? 'anna' : 'ben')),
    )
    await commitOn(repository, [tombstone('ben', 'anna')])
    expect((await repository.timeline('anna')).map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
  })

  it('keeps an event that comes twice once', async () => {
    const repository = peopled()
    await commitOn(repository, [created('e', 'anna'), created('e', 'anna')])
    await commitOn(repository, [created('e', 'anna')])
    expect(await repository.timeline('anna')).toHaveLength(1)
  })
})

describe('who are different people', () => {
  it('is said both ways, once each, and of survivors', async () => {
    const repository = peopled()
    await commitOn(repository, [
      { type: 'distinct', ids: ['anna', 'ben'] },
      { type: 'distinct', ids: ['ben', 'anna'] },
    ])
    expect(await repository.distinctFrom(['anna'])).toEqual([['anna', 'ben']])
    await commitOn(repository, [tombstone('ben', 'cleo')])
    expect(await repository.distinctFrom(['anna'])).toEqual([['anna', 'cleo']])
    expect(await repository.distinctFrom(['ben'])).toEqual([['anna', 'cleo']])
    await commitOn(repository, [tombstone('anna', null)])
    expect(await repository.distinctFrom(['cleo'])).toEqual([])
  })
})

describe('MB-8 a merge in progress', () => {
  it('ends with the last reassignment, whichever that is, and raises the revision then', async () => {
    const repository = peopled()
    const outbox = ['o1', 'o2'].map((id) => moveOrders(id, 'ben', 'anna'))
    await commitOn(repository, [tombstone('ben', 'anna'), begun('anna')], { outbox })
    const before = await recordOn(repository, 'anna')
    await repository.acknowledge(['o2', 'o2', 'nothing'])
    expect((await recordOn(repository, 'anna')).revision).toBe(before.revision)
    await repository.acknowledge(['o1'])
    const after = await recordOn(repository, 'anna')
    expect(after.facts.mergeInProgress).toBe(false)
    expect(after.revision).not.toBe(before.revision)
  })

  it('does not wait for effects of another kind, or of others', async () => {
    const repository = peopled()
    const redact: Effect = { id: 'r', type: 'redact', relation: 'orders', customer: 'anna' }
    const outbox = [moveOrders('o1', 'ben', 'anna'), redact, moveOrders('o2', 'anna', 'cleo')]
    await commitOn(repository, [begun('anna')], { outbox })
    await repository.acknowledge(['r'])
    expect(await isInProgress(repository, 'anna')).toBe(true)
    await repository.acknowledge(['o1'])
    expect(await isInProgress(repository, 'anna')).toBe(false)
  })

  it('is not begun by effects, and nobody who has ended is in it', async () => {
    const repository = peopled()
    const outbox = [moveOrders('o1', 'ben', 'anna'), moveOrders('o2', 'ben', 'cleo')]
    await commitOn(repository, [tombstone('cleo', null)], { outbox: outbox.slice(0, 1) })
    await commitOn(repository, [], { outbox: outbox.slice(1) })
    const { revision } = await recordOn(repository, 'anna')
    await repository.acknowledge(['o1', 'o2'])
    expect((await recordOn(repository, 'anna')).revision).toBe(revision)
    expect(await repository.load(['cleo'])).toEqual([{ id: 'cleo', state: 'deleted' }])
  })

  it('goes on in whoever the survivor was merged into since', async () => {
    const repository = peopled()
    const outbox = [moveOrders('o1', 'ben', 'anna')]
    await commitOn(repository, [tombstone('ben', 'anna'), begun('anna')], { outbox })
    await commitOn(repository, [tombstone('anna', 'cleo'), begun('cleo')], {
      outbox: [moveOrders('o2', 'anna', 'cleo')],
    })
    await repository.acknowledge(['o2'])
    expect(await isInProgress(repository, 'cleo')).toBe(true)
    await repository.acknowledge(['o1'])
    expect(await isInProgress(repository, 'cleo')).toBe(false)
  })
})

describe('claims', () => {
  it('pass in a circle of three', async () => {
    const repository = peopled()
    const changes = [
      edit(anna, { email: 'ben@example.com', phone: '+4790000001' }),
      edit(ben, { email: null, phone: '+48601234567' }),
      edit(cleo, { email: 'anna.nowak@example.com', phone: null }),
    ]
    await commitOn(repository, changes)
    const again = [put(newcomer(1, { email: 'ben@example.com', phone: '+48601234567' }))]
    expect(await problemsOn(repository, { changes: again })).toEqual([
      { code: 'commit.identity-taken', path: ['email'], params: { id: 'new:1', holder: 'anna' } },
      { code: 'commit.identity-taken', path: ['phone'], params: { id: 'new:1', holder: 'ben' } },
    ])
  })

  it('that are named twice are one', async () => {
    const claims = ['email:new@example.com', 'email:new@example.com']
    const repository = peopled()
    await commitOn(repository, [{ ...put(newcomer(1, { email: 'new@example.com' })), claims }])
    const changes = [put(newcomer(1, { email: 'new@example.com' }))]
    expect(await problemsOn(repository, { changes })).toHaveLength(1)
  })

  it('name the one in the change set who keeps what another wants', async () => {
    const changes = [edit(anna, { note: 'n' }), edit(ben, { phone: '+48601234567' })]
    expect(await problemsOn(peopled(), { changes })).toEqual([
      { code: 'commit.identity-taken', path: ['phone'], params: { id: 'ben', holder: 'anna' } },
    ])
  })

  it('that are no kind of contact are kept apart all the same, and never shown', async () => {
    const [one, other] = [newcomer(1), newcomer(2)].map((customer) => ({
      ...put(customer),
      claims: ['anna@example.com'],
    }))
    expect(await problemsOn(peopled(), { changes: [one!, other!] })).toEqual([
      { code: 'commit.identity-taken', path: [], params: { id: 'new:2', holder: 'new:1' } },
    ])
  })

  it('are free in the very commit that puts their holder out of use', async () => {
    const repository = peopled()
    const out = { type: 'state', id: 'ben', field: 'deleted', value: true } as const
    await commitOn(repository, [put(newcomer(1, { email: 'ben@example.com' })), out])
    await commitOn(repository, [edit(ben, { note: 'edited while out of use' })])
    expect((await recordOn(repository, 'ben')).customer.note).toBe('edited while out of use')
  })

  it('are free in the very commit that ends their holder, and in none that says anything else of them', async () => {
    const wanted = put(newcomer(1, { email: 'ben@example.com' }))
    for (const into of [null, 'anna']) await commitOn(peopled(), [wanted, tombstone('ben', into)])
    const asked = { type: 'state', id: 'ben', field: 'dataRequest', value: 'pending' } as const
    expect(await problemsOn(peopled(), { changes: [asked, wanted] })).toEqual([
      { code: 'commit.identity-taken', path: ['email'], params: { id: 'new:1', holder: 'ben' } },
    ])
  })

  it('of a record are nobody’s from the moment that it is put out of use, whatever is written to it then', async () => {
    const repository = peopled()
    const out = { type: 'state', id: 'ben', field: 'deleted', value: true } as const
    await commitOn(repository, [out, edit(ben, { phone: '+48601234567' })])
    expect((await recordOn(repository, 'ben')).customer.phone).toBe('+48601234567')
    const back = { ...out, value: false } as const
    expect(await problemsOn(repository, { changes: [back] })).toMatchObject([
      { params: { id: 'ben', holder: 'anna' } },
    ])
  })

  it('come back with a record that is put to use again', async () => {
    const repository = peopled()
    await commitOn(repository, [{ type: 'state', id: 'ben', field: 'deleted', value: true }])
    await commitOn(repository, [{ type: 'state', id: 'ben', field: 'deleted', value: false }])
    const changes = [put(newcomer(1, { email: 'ben@example.com' }))]
    expect(await problemsOn(repository, { changes })).toHaveLength(1)
  })
})
