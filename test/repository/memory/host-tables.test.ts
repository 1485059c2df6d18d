import { createMemoryRepository, type InCommitRelation, type Person } from 'clientele/memory'
import { describe, expect, it } from 'vitest'
import { emailKey } from '../../../src/contact/email.js'
import { noRelations } from '../../../src/plan/store-traits.js'
import {
  changeSet,
  edit,
  moveOrders,
  newcomer,
  put,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { policies } from '../../../src/policy/policies.js'
import { anna, ben, everybody } from '../../../src/repository/contract/people.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { commitOn, everythingOn, peopled, problemsOn, recordOn } from './commit-on.js'

/** A table of the host's that writes down what it is told. */
function table(): InCommitRelation & { readonly told: unknown[] } {
  const told: unknown[] = []
  return {
    mode: 'in-commit',
    told,
    reassign: (from, to) => told.push({ from, to }),
    redact: (person) => told.push(person),
  }
}

describe('relations', () => {
  it('are declared as plain data: every kind answered, handlers left out', () => {
    const { capabilities } = peopled({
      relations: { orders: table(), discounts: 'outbox', wishlists: 'in-commit' },
    })
    const relations = { ...noRelations, orders: 'in-commit', discounts: 'outbox', wishlists: 'in-commit' }
    expect(capabilities).toEqual({
      statistics: 'projected',
      relations,
      notStored: [],
      guards: 'in-commit',
      transactions: false,
    })
    expect(peopled().capabilities.relations).toEqual(noRelations)
    expect(JSON.parse(JSON.stringify(capabilities))).toEqual(capabilities)
  })

  it('M-1 follow a merge inside the commit, in the order of the changes', async () => {
    const orders = table()
    const repository = peopled({ relations: { orders, discounts: 'in-commit' } })
    await commitOn(repository, [
      { type: 'reassign', relation: 'orders', from: ['ben'], to: 'new:1' },
      { type: 'reassign', relation: 'orders', from: ['cleo'], to: 'anna' },
      { type: 'reassign', relation: 'discounts', from: ['cleo'], to: 'anna' },
      put(newcomer(1)),
    ])
    expect(orders.told).toEqual([
      { from: ['ben'], to: 'customer-1' },
      { from: ['cleo'], to: 'anna' },
    ])
  })

  it('are told nothing by a refusal', async () => {
    const orders = table()
    const repository = peopled({ relations: { orders } })
    const changes = [{ type: 'reassign', relation: 'orders', from: ['ben'], to: 'anna' } as const]
    await problemsOn(repository, { changes, expects: [{ id: 'anna', revision: 'old' }] })
    expect(orders.told).toEqual([])
  })

  it('that throw leave the repository as it was, and the same change set can be sent again', async () => {
    const orders = table()
    const fails = { ...table(), reassign: () => expect.fail('no connection') }
    const broken = { orders, discounts: fails as InCommitRelation }
    const repository = peopled({ relations: broken })
    const wanted = changeSet('k', {
      changes: [
        { type: 'reassign', relation: 'orders', from: ['ben'], to: 'anna' },
        { type: 'reassign', relation: 'discounts', from: ['ben'], to: 'anna' },
        tombstone('ben', 'anna'),
      ],
    })
    const before = await everythingOn(repository, ['k'])
    await expect(repository.commit(wanted)).rejects.toThrow('no connection')
    expect(await everythingOn(repository, ['k'])).toEqual(before)
    fails.reassign = (() => undefined) as never
    expect(await repository.commit(wanted)).toMatchObject({ ok: true, value: { replayed: false } })
    expect(orders.told).toEqual([
      { from: ['ben'], to: 'anna' },
      { from: ['ben'], to: 'anna' },
    ])
  })
})

describe('G-1 erasure', () => {
  it('reaches the host’s rows by every id and contact, former ones and those of merged records included', async () => {
    const orders = table()
    const repository = peopled({ relations: { orders, discounts: 'in-commit' } })
    await commitOn(repository, [edit(ben, { email: 'ben@second.example', phone: '+4790000009' })])
    await commitOn(repository, [tombstone('ben', 'anna')])
    await commitOn(repository, [edit(anna, { email: 'anna@second.example' })])
    await commitOn(repository, [
      edit(anna, { email: null, phone: null }),
      { type: 'redact', relation: 'orders', id: 'anna' },
      { type: 'redact', relation: 'discounts', id: 'anna' },
      tombstone('anna', null),
    ])
    const person = orders.told[0] as Person
    expect(person.customers).toEqual(['anna', 'ben'])
    expect(person.emails.toSorted()).toEqual([
      'anna.nowak@example.com',
      'anna@second.example',
      'ben@example.com',
      'ben@second.example',
    ])
    expect(person.phones.toSorted()).toEqual(['+4790000009', '+48601234567'])
  })

  it('forgets former contacts: a second erasure knows no more than the id', async () => {
    const orders = table()
    const repository = peopled({ relations: { orders } })
    const redact = { type: 'redact', relation: 'orders', id: 'anna' } as const
    await commitOn(repository, [edit(anna, { email: null, phone: null }), redact])
    await commitOn(repository, [redact])
    expect(orders.told[1]).toEqual({ customers: ['anna'], emails: [], phones: [] })
  })

  it('knows a whole chain of merged ids', async () => {
    const orders = table()
    const repository = peopled({ relations: { orders } })
    await commitOn(repository, [tombstone('ben', 'anna')])
    await commitOn(repository, [tombstone('anna', 'cleo')])
    await commitOn(repository, [{ type: 'redact', relation: 'orders', id: 'cleo' }])
    expect((orders.told[0] as Person).customers).toEqual(['cleo', 'anna', 'ben'])
  })

  it('of a merged or a deleted id knows the ids', async () => {
    const orders = table()
    const repository = peopled({ relations: { orders } })
    await commitOn(repository, [tombstone('ben', 'anna')])
    await commitOn(repository, [{ type: 'redact', relation: 'orders', id: 'ben' }, tombstone('anna', null)])
    await commitOn(repository, [{ type: 'redact', relation: 'orders', id: 'anna' }])
    expect(orders.told).toEqual([
      { customers: ['ben'], emails: [], phones: [] },
      { customers: ['anna', 'ben'], emails: [], phones: [] },
    ])
  })

  it('erases the timelines of all merged records, before the events of its own commit', async () => {
    const repository = peopled()
    const event = (id: string, customer: string) => ({
      ...({
        type: 'event',
        at: '2026-01-01T00:00:00.000Z',
        event: { kind: 'deleted', by: { type: 'staff', id: null } },
      } as const),
      id,
      customer,
    })
    await commitOn(repository, [event('1', 'ben'), event('2', 'anna'), event('3', 'cleo')])
    await commitOn(repository, [tombstone('ben', 'anna')])
    await commitOn(repository, [
      { type: 'redactEvents', id: 'anna' },
      event('4', 'anna'),
      tombstone('anna', null),
    ])
    expect((await repository.timeline('anna')).map(({ id }) => id)).toEqual(['4'])
    expect(await repository.timeline('cleo')).toHaveLength(1)
    await commitOn(repository, [event('1', 'anna')])
    expect((await repository.timeline('anna')).map(({ id }) => id)).toEqual(['4'])
  })

  it('C-6 suppresses a mailbox under every email, and erases by the email that the host knows', async () => {
    const orders = table()
    const identity = { ...policies.shopify.identity, emailKey: { ignoreTags: true } }
    const records = [buildRecord({ customer: { id: 'anna', email: 'Anna+1@example.com' } })]
    const repository = createMemoryRepository({ records, identity, relations: { orders } })
    await commitOn(repository, [
      { type: 'redact', id: 'anna', relation: 'orders' },
      { type: 'suppress', id: 'anna' },
    ])
    const asked = ['anna@example.com', 'anna+2@example.com', 'an.na@example.com'].map((email) =>
      emailKey(email),
    )
    const { suppressed } = await repository.findByIdentity({ emails: asked, phones: [] })
    expect(suppressed.emails).toEqual(asked.slice(0, 2))
    expect(orders.told).toMatchObject([{ emails: ['anna+1@example.com'] }])
  })

  it('keeps no contact for the suppression, only a digest of it', async () => {
    const repository = peopled()
    await commitOn(repository, [edit(anna, { email: null, phone: null }), { type: 'suppress', id: 'anna' }])
    const asked = {
      emails: ['anna.nowak@example.com', 'anna.nowak@example.com'] as never,
      phones: ['+48601234567', '+1'],
    }
    expect((await repository.findByIdentity(asked)).suppressed).toEqual({
      emails: ['anna.nowak@example.com'],
      phones: ['+48601234567'],
    })
  })

  it('by a state alone drops stored requests too, of merged records as well; a mere request for it does not', async () => {
    const repository = peopled()
    const of = async (key: string, id: string) => {
      const found = everybody.find(({ customer }) => customer.id === id)!
      await repository.commit(changeSet(key, { expects: [{ id, revision: found.revision }] }))
    }
    await of('ben', 'ben')
    await of('cleo', 'cleo')
    await commitOn(repository, [tombstone('ben', 'anna')])
    await commitOn(repository, [{ type: 'state', id: 'anna', field: 'redaction', value: 'pending' }])
    expect(await repository.outcomeOf('ben')).not.toBeNull()
    await commitOn(repository, [{ type: 'state', id: 'anna', field: 'redaction', value: 'done' }])
    expect(await repository.outcomeOf('ben')).toBeNull()
    expect(await repository.outcomeOf('cleo')).not.toBeNull()
    expect((await recordOn(repository, 'anna')).facts.redaction).toBe('done')
  })

  it('frees the key of a dropped request, and a later request under it is nobody else’s', async () => {
    const repository = peopled()
    const key = 'same key'
    const forget = (id: string): Promise<unknown> => commitOn(repository, [{ type: 'redactEvents', id }])
    await repository.commit(changeSet(key, { changes: [{ type: 'distinct', ids: ['anna', 'ben'] }] }))
    await forget('anna')
    expect(await repository.outcomeOf(key)).not.toBeNull()
    await forget('ben')
    expect(await repository.outcomeOf(key)).toBeNull()
    await repository.commit(changeSet(key, { changes: [edit(everybody[2]!, { note: 'n' })] }))
    await forget('anna')
    await forget('ben')
    expect(await repository.outcomeOf(key)).not.toBeNull()
  })

  it('ends a merge whose waiting reassignments it drops', async () => {
    const repository = peopled()
    const begun = { type: 'state', id: 'anna', field: 'mergeInProgress', value: true } as const
    await commitOn(repository, [tombstone('ben', 'anna'), begun], {
      outbox: [moveOrders('o', 'ben', 'anna')],
    })
    await commitOn(repository, [{ type: 'redactEvents', id: 'anna' }])
    expect(await repository.outbox({ limit: 9 })).toEqual([])
    expect((await recordOn(repository, 'anna')).facts.mergeInProgress).toBe(false)
  })
})
