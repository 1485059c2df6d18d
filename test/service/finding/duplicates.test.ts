import { createCustomers, type CustomersPorts, definePolicy, policies } from 'clientele'
import { findMatches } from 'clientele/duplicates'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

const shop = { timeZone: 'Europe/Warsaw', currency: 'PLN', country: 'PL', locale: 'pl-PL' }
const identity = { email: 'not-unique', phone: 'not-unique', ignore: [] } as const

/** A store that was filled before anybody asked for unique contacts. */
function customersOf(
  records: readonly ReturnType<typeof buildRecord>[],
  ports: Partial<CustomersPorts> = {},
) {
  const repository = createMemoryRepository({ records, identity })
  return { repository, customers: createCustomers({ repository, shop, ...ports }) }
}

const person = (id: string, email: string | null, phone: string | null) =>
  buildRecord({ customer: { id, email, phone } })

describe('what stands in the way of unique contacts', () => {
  it('is named, with the merge that would clear it', async () => {
    const blocked = {
      ...person('3', 'jan@example.com', '+48601234567'),
      facts: { ...person('3', null, null).facts, vaultedCards: 1 },
    }
    const { customers } = customersOf([
      person('1', 'anna@example.com', '+48601234567'),
      person('2', 'ANNA@example.com', null),
      blocked,
      person('4', 'maria@example.com', null),
    ])
    const { read, conflicts } = await customers.auditIdentities()
    expect(read).toBe(4)
    expect(conflicts).toMatchObject([
      { contact: 'email', ids: ['1', '2'], distinct: [], blockers: [] },
      {
        contact: 'phone',
        ids: ['1', '3'],
        blockers: [{ code: 'merge.vaulted-card', params: { customers: ['3'] } }],
      },
    ])
    for (const { ids, survivor } of conflicts) expect(ids).toContain(survivor)
    expect(JSON.stringify(conflicts)).not.toMatch(/@|\+48/)
  })

  it('says how far it is, and can be stopped', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => person(String(i), `c${i}@example.com`, null))
    const { customers } = customersOf(many)
    const told: number[] = []
    await customers.auditIdentities({ onProgress: ({ read }) => told.push(read) })
    expect(told).toEqual([500, 1000])
    const stop = new AbortController()
    const audit = customers.auditIdentities({
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    })
    await expect(audit).rejects.toThrow('enough')
  })

  it('leaves out whoever is gone before the audit is over', async () => {
    const { repository } = customersOf([
      person('1', 'anna@example.com', null),
      person('2', 'anna@example.com', null),
    ])
    const gone = (...ids: string[]): MemoryRepository => ({
      ...repository,
      load: (async (asked: readonly string[]) =>
        (await repository.load(asked)).map((one) =>
          ids.includes(one.id) ? { id: one.id, state: 'unknown' } : one,
        )) as unknown as MemoryRepository['load'],
    })
    for (const fading of [gone('1', '2'), gone('1'), gone('2')]) {
      const customers = createCustomers({ repository: fading, shop })
      expect((await customers.auditIdentities()).conflicts).toEqual([])
    }
  })
})

describe('duplicates of one customer', () => {
  const named = (id: string, firstName: string, email: string | null, phone: string | null = null) =>
    buildRecord({ customer: { id, firstName, lastName: 'Nowak', email, phone, addresses: [] } })
  const people = [
    named('1', 'Anna', 'an.na@example.com', '+48601234567'),
    named('2', 'Ania', 'a.nna@example.com'),
    named('3', 'Anna', 'other@example.com', '+48601234567'),
    // of the same name, but under no key of hers
    named('4', 'Anna', null),
    ...Array.from({ length: 40 }, (_, n) => named(`x${n}`, `X${n}`, `x${n}@example.com`)),
  ]
  const policy = definePolicy(policies.shopify, {
    identity: { ...identity, emailKey: { ignoreTags: true, ignoreDots: true } },
  })

  /** A store that keeps the keys of duplicates, and one that must be read. */
  function both(records: readonly ReturnType<typeof buildRecord>[]) {
    const repository = createMemoryRepository({ records, identity: policy.identity })
    const { findByBlockingKeys: _, ...unkeyed } = repository
    return [repository, unkeyed].map((store) => createCustomers({ repository: store, shop, policy }))
  }

  it('are those under her keys by the policy, whatever the store can answer', async () => {
    const [anna, ...others] = people
    const expected = findMatches(anna!, others.slice(0, 2), { policy })
    expect(expected.map(({ ids }) => ids.join('/')).toSorted()).toEqual(['1/2', '1/3'])
    for (const customers of both(people))
      expect(await customers.duplicatesOf('1')).toMatchObject({ ok: true, value: expected })
  })

  it('need the more evidence, the more customers there are', async () => {
    const anna = named('1', 'Anna', null, '+48601234567')
    const nameless = buildRecord({
      customer: { id: '2', firstName: null, lastName: null, email: null, phone: anna.customer.phone },
    })
    const possible = 0.975
    const town = Array.from({ length: 2000 }, (_, n) => person(`x${n}`, `x${n}@example.com`, null))
    for (const others of [[], town]) {
      const expected = findMatches(anna, [nameless], { possible, baseSize: others.length + 2 })
      expect(expected).toHaveLength(others.length === 0 ? 1 : 0)
      for (const customers of both([anna, nameless, ...others]))
        expect(await customers.duplicatesOf('1', { possible })).toMatchObject({ ok: true, value: expected })
    }
  })

  it('are the same many in a crowd, whatever the store can answer', async () => {
    const crowd = Array.from({ length: 1100 }, (_, n) => named(`c${n + 1000}`, 'Anna', 'anna@example.com'))
    const [keyed, read] = both(crowd)
    const found = await keyed!.duplicatesOf('c1000')
    expect(found.ok && found.value.length).toBeLessThan(1000)
    expect(await read!.duplicatesOf('c1000')).toMatchObject({ ok: true, value: found.ok && found.value })
  })
})

describe('the decision that people are different', () => {
  it('is kept, once under a key', async () => {
    const { repository, customers } = customersOf([person('1', null, null), person('2', null, null)])
    const first = await customers.runDistinct(['1', '2'], { key: 'k' })
    const again = await customers.runDistinct(['1', '2'], { key: 'k' })
    expect(first).toMatchObject({ ok: true, value: { receipt: { replayed: false }, subjects: ['1', '2'] } })
    expect(again).toMatchObject({ ok: true, value: { receipt: { replayed: true } } })
    expect(await repository.distinctFrom(['1'])).toEqual([['1', '2']])
  })

  it('holds where duplicates of one are looked for, and says nothing of two others', async () => {
    const { customers, repository } = customersOf(
      ['1', '2', '3'].map((id) => person(id, 'anna@example.com', null)),
    )
    await customers.runDistinct(['1', '2'])
    await customers.runDistinct(['1', '3'])
    const offered = async (id: string, from = customers) => {
      const matches = await from.duplicatesOf(id)
      return matches.ok ? matches.value.map(({ ids }) => ids.join('/')) : matches.problems
    }
    expect(await offered('1')).toEqual([])
    expect(await offered('2')).toEqual(['2/3'])
    const { distinctFrom: _unasked, ...forgetful } = repository
    expect(await offered('1', createCustomers({ repository: forgetful, shop }))).toEqual(['1/2', '1/3'])
    const told = await customers.duplicatesOf('2', { distinct: [['2', '3']] })
    expect(told).toMatchObject({ ok: true, value: [] })
  })

  it('holds where contacts are audited: the conflict stands, but no merge is offered', async () => {
    const { customers, repository } = customersOf(
      ['1', '2', '3'].map((id) => person(id, 'anna@example.com', id === '3' ? null : '+48601234567')),
    )
    await customers.runDistinct(['2', '3'])
    const { conflicts } = await customers.auditIdentities()
    expect(conflicts).toMatchObject([
      { contact: 'phone', ids: ['1', '2'], survivor: expect.any(String), distinct: [] },
      { contact: 'email', ids: ['1', '2', '3'], survivor: null, distinct: [['2', '3']] },
    ])
    const { distinctFrom: _unasked, ...forgetful } = repository
    const audited = await createCustomers({ repository: forgetful, shop }).auditIdentities()
    expect(audited.conflicts.map(({ distinct }) => distinct)).toEqual([[], []])
  })

  it('is asked for some hundred people at a time, whether a crowd shares an email or many pairs do', async () => {
    const crowd = Array.from({ length: 1203 }, (_, n) => person(`c${n}`, 'anna@example.com', null))
    const pairs = Array.from({ length: 1200 }, (_, n) => person(`p${n}`, `pair${n % 600}@example.com`, null))
    const { repository, customers } = customersOf([...crowd, ...pairs])
    // across turns and within one; who shares no email with whom they are not, is told of nobody
    for (const ids of [
      ['c1202', 'c0'],
      ['p599', 'p1199'],
      ['p0', 'c3'],
    ])
      await customers.runDistinct(ids)
    const asked: number[] = []
    const { load, distinctFrom } = repository
    const counting = {
      ...repository,
      load: ((ids, options) => (asked.push(ids.length), load(ids, options))) as typeof load,
      distinctFrom: ((ids, options) => (
        asked.push(ids.length), distinctFrom(ids, options)
      )) as typeof distinctFrom,
    }
    const { conflicts } = await createCustomers({ repository: counting, shop }).auditIdentities()
    expect(conflicts).toHaveLength(601)
    expect(conflicts.flatMap(({ distinct }) => distinct)).toEqual([
      ['c0', 'c1202'],
      ['p1199', 'p599'],
    ])
    expect(conflicts.filter(({ survivor }) => survivor === null)).toHaveLength(2)
    expect(Math.max(...asked)).toBe(500)
    // 3 for the crowd, 3 for the pairs, of load and of distinctFrom
    expect(asked).toHaveLength(12)
  })

  it.each([
    [['1'], 'distinct.too-few'],
    [['1', '1'], 'distinct.same-customer'],
    [['1', '9'], 'load.unknown'],
  ])('of %j is refused: %s', async (ids, code) => {
    const { customers } = customersOf([person('1', null, null)])
    expect(await customers.runDistinct(ids)).toMatchObject({ ok: false, problems: [{ code }] })
  })
})
