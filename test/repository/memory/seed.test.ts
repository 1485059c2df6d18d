import { createMemoryRepository } from 'clientele/memory'
import { describe, expect, it } from 'vitest'
import { emailKey } from '../../../src/contact/email.js'
import { harmlessHostFacts } from '../../../src/customer/facts.js'
import { noStatistics } from '../../../src/customer/statistics.js'
import { policies } from '../../../src/policy/policies.js'
import { edit, newcomer, put } from '../../../src/repository/contract/change-sets.js'
import { anna, ben } from '../../../src/repository/contract/people.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { commitOn, idsOn, peopled, problemsOn, recordOn } from './commit-on.js'

const personWith = (id: string, email: string | null) => buildRecord({ customer: { id, email } })

describe('the records that a repository begins with', () => {
  it('are there, with the revision they have', async () => {
    const repository = peopled()
    expect(await idsOn(repository)).toEqual(['anna', 'ben', 'cleo'])
    expect(await recordOn(repository, 'anna')).toEqual(anna)
  })

  it('are copied: what the host does to its own objects changes nothing, and they are not frozen', async () => {
    const tags = ['one']
    const record = buildRecord({ customer: { id: 'x', tags } })
    const repository = createMemoryRepository({ records: [record] })
    expect(Object.isFrozen(record) || Object.isFrozen(record.customer) || Object.isFrozen(tags)).toBe(false)
    tags.push('two')
    expect((await recordOn(repository, 'x')).customer.tags).toEqual(['one'])
  })

  it('keep ids and revisions clear of those that are given later', async () => {
    const home = { ...anna.customer.addresses[0]!, id: 'address-4' }
    const records = [
      buildRecord({
        customer: { id: 'customer-7', email: null, billingDetails: [{ ...home, taxId: null }] },
        revision: 'revision-9',
      }),
      buildRecord({ customer: { id: 'customer-99999999999999999', email: null } }),
    ]
    const repository = createMemoryRepository({ records })
    const addresses = [{ ...home, id: 'new:2' }]
    const { ids, revisions } = await commitOn(repository, [
      put(newcomer(1, { addresses, defaultAddressId: 'new:2' })),
    ])
    expect(ids).toEqual({ 'new:1': 'customer-8', 'new:2': 'address-5' })
    expect(revisions).toEqual({ 'customer-8': 'revision-10' })
  })

  it('keep clear only of names that are made here, the highest of them', async () => {
    const ids = ['customer-7', 'customer-3', 'old-customer-20', 'customer-20-old', 'customer-', 'patron-30']
    const repository = createMemoryRepository({ records: ids.map((id) => personWith(id, null)) })
    expect((await commitOn(repository, [put(newcomer(1))])).ids).toEqual({ 'new:1': 'customer-8' })
  })

  it('must have ids of their own', () => {
    expect(() => createMemoryRepository({ records: [personWith('new:1', null)] })).toThrow('an id of its own')
    expect(() => createMemoryRepository({ records: [personWith('a', null), personWith('a', null)] })).toThrow(
      'two records',
    )
  })

  it('claim by the default policy: the first of two with one email holds it, both are found by it', async () => {
    const repository = createMemoryRepository({
      records: [personWith('a', 'same@example.com'), personWith('b', 'Same@example.com')],
    })
    const { records } = await repository.findByIdentity({
      emails: [emailKey('same@example.com')],
      phones: [],
    })
    expect(records.map(({ customer }) => customer.id)).toEqual(['a', 'b'])
    const changes = [put(newcomer(1, { email: 'same@example.com' }))]
    expect(await problemsOn(repository, { changes })).toEqual([
      { code: 'commit.identity-taken', path: ['email'], params: { id: 'new:1', holder: 'a' } },
    ])
  })

  it('claim by another rule where one is given', async () => {
    const identity = { ...policies.shopify.identity, email: 'not-unique' } as const
    const repository = peopled({ identity })
    const { ids } = await commitOn(repository, [put(newcomer(1, { email: 'ben@example.com' }))])
    expect(ids).toEqual({ 'new:1': 'customer-1' })
  })

  it('C-6 are found under every email of a mailbox where the rule takes them for one', async () => {
    const identity = { ...policies.shopify.identity, emailKey: { ignoreTags: true } }
    const repository = createMemoryRepository({ records: [personWith('a', 'anna+1@example.com')], identity })
    await commitOn(repository, [put(newcomer(1, { email: 'bo+1@example.com' }))])
    const found = await repository.findByIdentity({
      emails: ['anna@example.com', 'anna+2@example.com', 'bo@example.com', 'b.o@example.com'].map((email) =>
        emailKey(email),
      ),
      phones: [],
    })
    expect(found.records.map(({ customer }) => customer.email)).toEqual([
      'anna+1@example.com',
      'bo+1@example.com',
    ])
  })

  it('neither claim nor are found when they are out of use', async () => {
    const gone = buildRecord({ customer: { id: 'gone', email: 'x@example.com' }, facts: { deleted: true } })
    const repository = createMemoryRepository({ records: [gone] })
    expect(await idsOn(repository)).toEqual([])
    await commitOn(repository, [put(newcomer(1, { email: 'x@example.com' }))])
    const back = { type: 'state', id: 'gone', field: 'deleted', value: false } as const
    expect(await problemsOn(repository, { changes: [back] })).toMatchObject([
      { code: 'commit.identity-taken', params: { id: 'gone', holder: 'customer-1' } },
    ])
  })
})

describe('the facts of the host', () => {
  it('are those of the records, and unknown of new customers, where the host has no tables', async () => {
    const repository = peopled()
    const { ids } = await commitOn(repository, [put(newcomer(1))])
    expect((await recordOn(repository, 'ben')).facts.vaultedCards).toBe(2)
    expect((await recordOn(repository, ids['new:1']!)).facts.vaultedCards).toBe('unknown')
  })

  it('are read anew at every load, list and search', async () => {
    let cards = 1
    const repository = peopled({ facts: () => ({ vaultedCards: cards }) })
    for (cards of [2, 3]) {
      expect((await recordOn(repository, 'ben')).facts).toMatchObject({
        vaultedCards: cards,
        multipass: 'unknown',
      })
      const { records } = await repository.list({ after: 'anna', limit: 1 })
      expect(records[0]?.facts.vaultedCards).toBe(cards)
      const found = await repository.findByIdentity({ emails: [emailKey('ben@example.com')], phones: [] })
      expect(found.records[0]?.facts.vaultedCards).toBe(cards)
    }
  })

  it('are read again inside the commit for the guards, once a record', async () => {
    const asked: string[] = []
    let cards = 0
    const repository = peopled({
      facts: (id) => {
        asked.push(id)
        return { ...harmlessHostFacts, vaultedCards: cards }
      },
    })
    const guards = [
      { id: 'ben', fact: 'vaultedCards', oneOf: [0] },
      { id: 'ben', fact: 'multipass', oneOf: [false] },
    ] as const
    await commitOn(repository, [edit(ben, { note: 'n' })], { guards })
    expect(asked).toEqual(['ben'])
    cards = 1
    expect(await problemsOn(repository, { guards })).toEqual([
      { code: 'commit.fact-changed', path: [], params: { id: 'ben', fact: 'vaultedCards' } },
    ])
  })

  it('never tell what the library owns, and their objects are neither frozen nor handed out', async () => {
    const custom = { loyalty: 'gold' }
    const repository = peopled({ facts: () => ({ custom, deleted: true }) as never })
    const { facts } = await recordOn(repository, 'ben')
    expect(facts.deleted).toBe(false)
    expect(facts.custom).toEqual(custom)
    expect(facts.custom).not.toBe(custom)
    expect(Object.isFrozen(custom)).toBe(false)
  })

  it('that the host cannot read refuse nothing: the call throws, and nothing is done', async () => {
    const repository = peopled({
      facts: () => {
        throw new Error('no connection')
      },
    })
    await expect(repository.load(['anna'])).rejects.toThrow('no connection')
    const guards = [{ id: 'anna', fact: 'multipass', oneOf: [false] }] as const
    await expect(problemsOn(repository, { guards })).rejects.toThrow('no connection')
  })
})

describe('the statistics of the host', () => {
  it('are read from its orders at every load, where it projects them, and copied', async () => {
    const ofHost = { ...noStatistics, numberOfOrders: 7, amountSpent: { minor: 1, currency: 'EUR' } }
    const repository = peopled({ projected: (id) => (id === 'ben' ? ofHost : noStatistics) })
    expect(await recordOn(repository, 'ben')).toEqual({ ...ben, statistics: ofHost })
    expect((await recordOn(repository, 'anna')).statistics).toEqual(noStatistics)
    expect((await recordOn(repository, 'ben')).statistics.amountSpent).not.toBe(ofHost.amountSpent)
    expect(Object.isFrozen(ofHost.amountSpent)).toBe(false)
    ofHost.numberOfOrders = 8
    expect((await recordOn(repository, 'ben')).statistics.numberOfOrders).toBe(8)
  })

  it('stand beside facts that are read', async () => {
    const repository = peopled({ projected: () => noStatistics, facts: () => ({ multipass: true }) })
    const { facts, statistics } = await recordOn(repository, 'ben')
    expect([facts.multipass, facts.vaultedCards, statistics]).toEqual([true, 'unknown', noStatistics])
  })
})
