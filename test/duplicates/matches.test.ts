import { policies } from 'clientele'
import {
  blockingKeys,
  duplicateFinder,
  findDuplicates,
  findInTurns,
  findMatches,
  identityAudit,
  planDistinct,
} from 'clientele/duplicates'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { distinctRequest } from '../../src/duplicates/plan-distinct.js'
import { mergeRequest } from '../../src/merge/merge-write.js'
import { shopBase } from './shop-base.js'

const person = (id: string, firstName: string, email: string | null) =>
  buildRecord({
    customer: { id, firstName, lastName: 'Nowak', email, phone: null, addresses: [], defaultAddressId: null },
  })

describe('who matches one customer', () => {
  const anna = person('5', 'Anna', 'anna@example.com')

  it('is told with the evidence, the strongest first, whoever has the smaller id', () => {
    const matches = findMatches(anna, [
      person('9', 'Jan', 'anna@example.com'),
      person('1', 'Anna', 'ANNA@example.com'),
      person('2', 'Maria', 'maria@example.com'),
    ])
    expect(matches.map(({ ids, isCertain, doubt }) => [ids, isCertain, doubt])).toEqual([
      [['1', '5'], true, null],
      [['5', '9'], false, 'first-names-differ'],
    ])
  })

  it('is not the customer', () => {
    expect(findMatches(anna, [anna])).toEqual([])
  })

  it('needs more evidence in a larger base', () => {
    const [one, other] = [person('1', 'Anna', null), person('2', 'Anna', null)]
    const place = {
      id: 'a',
      firstName: null,
      lastName: null,
      company: null,
      address1: null,
      address2: null,
      city: 'Gdynia',
      provinceCode: null,
      countryCode: 'PL',
      zip: '81-001',
      phone: null,
    }
    const at = (record: typeof one) => ({
      ...record,
      customer: { ...record.customer, addresses: [place], defaultAddressId: 'a' },
    })
    expect(findMatches(at(one), [at(other)])[0]?.isCertain).toBe(true)
    expect(findMatches(at(one), [at(other)], { baseSize: 10_000_000 })[0]?.isCertain ?? false).toBe(false)
  })
})

describe("the host's own identifiers", () => {
  it('count where one customer is matched, too', () => {
    const identifiers = [{ name: 'note', read: ({ note }: { note: string | null }) => note }]
    const noted = (id: string, name: string) => {
      const { customer, ...rest } = person(id, name, null)
      return { ...rest, customer: { ...customer, note: 'card 7' } }
    }
    expect(findMatches(noted('1', 'Anna'), [noted('2', 'Jan')], { identifiers })[0]?.isCertain).toBe(true)
  })
})

describe('people of whom somebody said that they are two', () => {
  const email = 'family@example.com'
  const records = ['1', '2', '3'].map((id) => person(id, 'Anna', email))

  it('do not come into one group by a third', () => {
    const { groups, possible } = findDuplicates(records, {
      distinct: [
        ['1', '3'],
        ['3', '9'],
      ],
    })
    expect(groups.map(({ ids }) => ids)).toEqual([['1', '2']])
    expect(possible.map(({ ids }) => ids)).toEqual([['2', '3']])
  })
})

describe('exact rules', () => {
  it('find what is the same, and no typing errors', () => {
    const anna = person('1', 'Anna', 'anna@example.com')
    expect(
      findDuplicates([anna, person('2', 'Anna', 'anna@example.com')], { blocking: 'exact' }).groups,
    ).toHaveLength(1)
    expect(
      findDuplicates([anna, person('2', 'Anna', 'ana@example.com')], { blocking: 'exact' }).groups,
    ).toEqual([])
  })
})

describe('blocking keys', () => {
  const record = buildRecord({
    customer: {
      firstName: 'Zoë',
      lastName: 'Müller',
      email: 'Zoe+x@Example.com',
      phone: '+491701234567',
      addresses: [
        {
          id: 'a',
          firstName: null,
          lastName: null,
          company: null,
          address1: 'Hauptstraße 12a',
          address2: null,
          city: 'Berlin',
          provinceCode: null,
          countryCode: 'DE',
          zip: '10115',
          phone: null,
        },
      ],
      defaultAddressId: 'a',
      metafields: { 'facts.birth_date': '1984-12-24' },
    },
  })

  it('are stable', () => {
    expect(blockingKeys(record)).toEqual([
      'email:zoe+x@example.com',
      'mailbox:zoe@example.com',
      'phone:+491701234567',
      'name-zip:zoe/muller/10115',
      'birth-date:19841224',
      'sound-city:MLR+S/berl',
      'sound-zip:S/10115',
      'sound-zip:MLR/10115',
      'name-street:zoe/haup/12',
      'street:12/haup/10115',
      'street:12/haup/ber',
    ])
  })

  it('are each given once, however often they stand there', () => {
    const { customer } = record
    const addresses = customer.addresses.flatMap((address) => [address, { ...address, id: 'another' }])
    expect(blockingKeys({ customer: { ...customer, addresses } })).toEqual(blockingKeys(record))
  })

  it('forgive typing errors in names and streets', () => {
    const { customer } = record
    const typed = {
      ...record,
      customer: { ...customer, firstName: 'Zoé', lastName: 'Mueler', email: null, phone: null },
    }
    const shared = blockingKeys(typed).filter((key) => blockingKeys(record).includes(key))
    expect(shared).toEqual(expect.arrayContaining(['sound-city:MLR+S/berl', 'street:12/haup/10115']))
  })

  it('end with a whole character', () => {
    const addresses = record.customer.addresses.map((address) => ({
      ...address,
      address1: 'See\u{20BB7} 12a',
      city: 'Be\u{20BB7}',
    }))
    const keys = blockingKeys({ customer: { ...record.customer, firstName: 'Zo\u{20BB7}', addresses } })
    expect(keys).toEqual(
      expect.arrayContaining(['name-street:zo/see/12', 'street:12/see/be', 'sound-city:MLR+S/be\u{20BB7}']),
    )
    expect(Buffer.from(keys.join()).toString()).toBe(keys.join())
  })

  it('are left out where a part of them is missing', () => {
    const { customer } = record
    const addresses = customer.addresses.map((address) => ({ ...address, address1: 'Seestraße', city: null }))
    const [nowhere, anywhere] = [
      { ...customer, addresses: [] },
      { ...customer, addresses, lastName: null },
    ]
    expect(blockingKeys({ customer: nowhere }).map((key) => key.split(':')[0])).toEqual([
      'email',
      'mailbox',
      'phone',
      'birth-date',
    ])
    expect(blockingKeys({ customer: anywhere })).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^street:|^name-/)]),
    )
    const numbered = addresses.map((address) => ({ ...address, address1: '77' }))
    expect(blockingKeys({ customer: { ...customer, addresses: numbered } }).join()).not.toMatch(/street/)
    const homeless = addresses.map((address) => ({ ...address, address1: null }))
    expect(blockingKeys({ customer: { ...customer, addresses: homeless } })).toContain(
      'name-zip:zoe/muller/10115',
    )
  })

  it('leave out emails that stand for none', () => {
    expect(blockingKeys(record, { policy: { identity: { ignore: ['*@example.com'] } } })).not.toContain(
      'email:zoe+x@example.com',
    )
  })

  it('find names that no phonetic alphabet knows', () => {
    const chinese = { ...record, customer: { ...record.customer, firstName: '伟', lastName: '王' } }
    expect(blockingKeys(chinese)).toContain('sound-zip:王/10115')
  })
})

describe('a large base', () => {
  const { records } = shopBase(2000, 5)
  const finder = duplicateFinder()
  for (const { customer } of records) finder.add(customer)

  it('is searched in turns with the same result', async () => {
    const shares: number[] = []
    const found = await findInTurns(finder, { onProgress: (share) => shares.push(share) })
    expect(found).toEqual(finder.find())
    expect(await findInTurns(finder)).toEqual(found)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect([shares[0], shares.filter((share) => share === 1).length, shares.at(-1)]).toEqual([0, 1, 1])
  })

  it('says how far the search is', () => {
    const shares: number[] = []
    finder.find((share) => shares.push(share))
    expect(shares[0]).toBe(0)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBeLessThan(1)
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const search = findInTurns(finder, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    })
    await expect(search).rejects.toThrow('enough')
  })

  it('keeps the last of a customer who is told twice', () => {
    const twice = duplicateFinder()
    twice.add(person('1', 'Anna', 'anna@example.com').customer)
    twice.add(person('2', 'Anna', 'anna@example.com').customer)
    twice.add(person('2', 'Jan', 'jan@example.com').customer)
    expect(twice.find().groups).toEqual([])
  })
})

describe('a contact that hundreds share', () => {
  it.each(['', 'Anna'])('makes no group of hundreds (%s)', (name) => {
    const crowd = Array.from({ length: 300 }, (_, i) =>
      buildRecord({
        customer: {
          id: String(i),
          firstName: name,
          lastName: null,
          email: 'shop@example.com',
          addresses: [],
          defaultAddressId: null,
        },
      }),
    )
    for (const { ids } of findDuplicates(crowd).groups) expect(ids.length).toBeLessThanOrEqual(100)
  })

  it('is looked at by neighbours in the order of names, whatever their ids', () => {
    const letters = 'abcdefghijklm'
    const nameOf = (i: number): string =>
      (letters[i % 13] as string).repeat(3) + (letters[Math.floor(i / 13)] as string).repeat(3)
    const crowd = Array.from({ length: 300 }, (_, i) =>
      person(String(i), nameOf(i % 150), 'shop@example.com'),
    )
    const { groups } = findDuplicates(crowd, { blocking: 'exact' })
    expect(
      groups
        .map(({ ids }) => ids.map((id) => Number(id) % 150))
        .toSorted(([a], [b]) => Number(a) - Number(b)),
    ).toEqual(Array.from({ length: 150 }, (_, i) => [i, i]))
  })
})

describe('the audit of identities', () => {
  it('names who holds what only one may hold, and no contact', () => {
    const audit = identityAudit(policies.shopify.identity)
    for (const [id, email, phone] of [
      ['1', 'anna@example.com', '+48601234567'],
      ['2', 'ANNA@example.com', null],
      ['3', 'jan@example.com', '+48601234567'],
      ['0', 'jan@example.com', null],
      ['4', 'maria@example.com', null],
    ] as const)
      audit.add(buildRecord({ customer: { id, email, phone } }).customer)
    expect(audit.conflicts()).toEqual([
      { contact: 'email', ids: ['0', '3'] },
      { contact: 'email', ids: ['1', '2'] },
      { contact: 'phone', ids: ['1', '3'] },
    ])
  })

  it('finds nothing where nothing need be unique', () => {
    const audit = identityAudit({ email: 'not-unique', phone: 'not-unique', ignore: [] })
    for (const id of ['1', '2']) audit.add(person(id, 'Anna', 'anna@example.com').customer)
    expect(audit.conflicts()).toEqual([])
  })
})

describe('not the same person', () => {
  const [one, other] = [person('1', 'Anna', null), person('2', 'Anna', null)]

  it.each([
    [[one], [{ code: 'distinct.too-few' }]],
    [[one, one, one], [{ code: 'distinct.same-customer', params: { id: '1' } }]],
  ])('is not recorded of fewer than two', (records, problems) => {
    expect(planDistinct(records, buildContext())).toMatchObject({ ok: false, problems })
  })

  it('is recorded without touching anybody', () => {
    const outcome = planDistinct([one, other], buildContext({ key: 'k' }))
    expect(outcome).toEqual({
      ok: true,
      value: {
        planner: 'distinct',
        wish: {},
        subjects: ['1', '2'],
        touches: [],
        warnings: [],
        changeSet: {
          key: 'k',
          request: distinctRequest(['1', '2']),
          expects: [],
          guards: [],
          changes: [{ type: 'distinct', ids: ['1', '2'] }],
          outbox: [],
          summary: { planner: 'distinct', customers: ['1', '2'] },
        },
      },
      warnings: [],
    })
  })

  it('is the same request for the same people, and no other', () => {
    expect(distinctRequest(['1', '2'])).toBe(distinctRequest(['1', '2']))
    const others = [distinctRequest(['1', '3']), mergeRequest(['1', '2'], {})]
    expect(others).not.toContain(distinctRequest(['1', '2']))
  })

  it('is judged in linear time of any number, each who is named again once', () => {
    const many = (length: number) =>
      Array.from({ length }, (_, id) => ({ customer: { id: String(id % (length - 1)) } }))
    const outcome = planDistinct(many(200_000), buildContext())
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      { code: 'distinct.same-customer', path: [], params: { id: '0' } },
    ])
  })
})
