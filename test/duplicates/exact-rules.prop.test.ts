import fc from 'fast-check'
import { definePolicy, policies, type CustomerRecord } from 'clientele'
import {
  blockingKeys,
  duplicateFinder,
  findDuplicates,
  findMatches,
  type DuplicateMatch,
  type FindDuplicatesOptions,
} from 'clientele/duplicates'
import { buildRecord } from 'clientele/testing'
import { expect, it } from 'vitest'

/** Few values, many of them one by some rule, so that most records share something with another. */
const emails = [
  null,
  'anna@example.com',
  'Anna@Example.COM',
  ' anna+shop@example.com',
  'anna+@example.com',
  'an.na@example.com',
  '+anna@example.com',
  'noreply@shop.example',
  'NoReply+7@Shop.example',
  'ŻÓŁĆ@example.com',
  'z\u0307o\u0301łc\u0301@example.com',
  'nobody',
  '',
]
const phones = [null, null, '+48601234567', '+48601234568', '+1']
const firstNames = [null, '', 'Anna', 'ANNA', 'Ánna', 'A-n.na', 'Jan', '王', '--', '\0', '\ud800']
const lastNames = [null, 'Nowak', 'NOWAK', 'Nowa k', 'Nówak', 'ﬁsher', 'Fisher']
const zips = [null, '00-950', '00 950', '００950', '81-001']

const address = fc
  .record({ zip: fc.constantFrom(...zips), phone: fc.constantFrom(...phones) })
  .map((parts) => ({
    id: 'a',
    firstName: null,
    lastName: null,
    company: null,
    address1: 'ul. Długa 5',
    address2: null,
    city: 'Warszawa',
    provinceCode: null,
    countryCode: 'PL',
    ...parts,
  }))

const record: fc.Arbitrary<CustomerRecord> = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }).map(String),
    email: fc.constantFrom(...emails),
    phone: fc.constantFrom(...phones),
    firstName: fc.constantFrom(...firstNames),
    lastName: fc.constantFrom(...lastNames),
    addresses: fc.array(address, { maxLength: 3 }),
    note: fc.constantFrom(null, null, null, 'card 7', 'card 8'),
  })
  .map((customer) => buildRecord({ customer: { ...customer, defaultAddressId: null } }))

const ignoring = (ignore: readonly string[], emailKey = {}) =>
  definePolicy(policies.shopify, { identity: { ...policies.shopify.identity, ignore, emailKey } })

const options: fc.Arbitrary<FindDuplicatesOptions> = fc.record({
  policy: fc.constantFrom(undefined, ignoring(['noreply*@*']), ignoring([], { ignoreDots: true })),
  identifiers: fc.constantFrom(undefined, [
    { name: 'card', read: ({ note }: { note: string | null }) => note },
  ]),
  distinct: fc.constantFrom(
    undefined,
    [['1', '2', '3']],
    [
      ['4', '5'],
      ['5', '6', '7'],
    ],
  ),
})

const exactRules = ['email:', 'mailbox:', 'phone:', 'name-zip:']

function exactKeys(one: CustomerRecord, { policy }: FindDuplicatesOptions): readonly string[] {
  return blockingKeys(one, { policy }).filter((key) => exactRules.some((rule) => key.startsWith(rule)))
}

const nameOf = (one: string, other: string): string => [one, other].toSorted().join('/')

/** Every pair that shares an exact key, one after the other compared with findMatches: plain, and slow. */
function plainMatches(records: readonly CustomerRecord[], options: FindDuplicatesOptions) {
  const last = [...new Map(records.map((one) => [one.customer.id, one])).values()]
  const matches = new Map<string, DuplicateMatch>()
  for (const [place, one] of last.entries()) {
    const keys = exactKeys(one, options)
    const sharers = last
      .slice(place + 1)
      .filter((other) => exactKeys(other, options).some((key) => keys.includes(key)))
    for (const match of findMatches(one, sharers, { ...options, baseSize: last.length }))
      matches.set(nameOf(...match.ids), match)
  }
  return matches
}

it('finds by exact rules what a plain comparison of all who share a key finds, and gives the same evidence', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), options, (records, options) => {
      const matches = plainMatches(records, options)
      const { groups, possible } = findDuplicates(records, { ...options, blocking: 'exact' })
      const groupOf = new Map(groups.flatMap(({ ids }) => ids.map((id) => [id, ids[0] as string])))
      const sideOf = (id: string): string => groupOf.get(id) ?? id
      const offered = new Map(
        possible.map(({ ids: [one, other], score }) => [
          nameOf(sideOf(one as string), sideOf(other as string)),
          score,
        ]),
      )

      for (const { evidence } of [...groups, ...possible])
        for (const pair of evidence) expect(matches.get(nameOf(...pair.ids))).toMatchObject(pair)
      const grouped = new Set(groups.flatMap(({ evidence }) => evidence.map(({ ids }) => nameOf(...ids))))
      for (const [
        name,
        {
          ids: [one, other],
          isCertain,
          score,
        },
      ] of matches) {
        const isTogether = sideOf(one) === sideOf(other)
        expect(grouped.has(name)).toBe(isTogether && isCertain)
        // of what is not together, the strongest pair between two sides is offered
        if (!isTogether) expect(offered.get(nameOf(sideOf(one), sideOf(other)))).toBeGreaterThanOrEqual(score)
      }
    }),
  )
})

it('finds by exact rules the same in whatever order, and told one by one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(record, { selector: ({ customer }) => customer.id }),
      options,
      (records, options) => {
        const exact = { ...options, blocking: 'exact' } as const
        const found = findDuplicates(records, exact)
        expect(findDuplicates(records.toReversed(), exact)).toEqual(found)
        const finder = duplicateFinder(exact)
        for (const { customer } of records) finder.add(customer)
        const { groups, possible } = finder.find()
        const told = [...groups, ...possible]
        expect(
          [...found.groups, ...found.possible].map(({ ids, score, evidence }) => ({ ids, score, evidence })),
        ).toEqual(told)
      },
    ),
  )
})

it('says the same of two people whoever is named first, and the evidence adds up to the score exactly', () => {
  fc.assert(
    fc.property(record, record, options, (one, other, options) => {
      const found = findMatches(one, [other], options)
      expect(findMatches(other, [one], options)).toEqual(found)
      for (const { score, attributes } of found)
        expect(attributes.reduce((sum, { weight }) => sum + weight, 0)).toBe(score)
    }),
  )
})

it('finds the same in a crowd of more than fifty, whatever the order, by numbers and by keys', () => {
  const crowd = Array.from({ length: 120 }, (_, i) =>
    buildRecord({
      customer: {
        id: String((i * 37) % 120),
        firstName: ['Anna', 'Jan', 'Ewa', 'Ola'][i % 4] as string,
        lastName: `N${i % 60}`,
        email: i < 90 ? 'shop@example.com' : `${i % 15}@example.com`,
        phone: i % 3 === 0 ? '+48601234567' : null,
        addresses: [],
        defaultAddressId: null,
      },
    }),
  )
  const finder = duplicateFinder({ blocking: 'exact' })
  for (const { customer } of crowd) finder.add(customer)
  const { groups, possible } = findDuplicates(crowd.toReversed(), { blocking: 'exact' })
  expect(findDuplicates(crowd, { blocking: 'exact' })).toEqual({ groups, possible })
  expect({ groups, possible }).toMatchObject(finder.find())
  expect(groups.length).toBeGreaterThan(0)
})
