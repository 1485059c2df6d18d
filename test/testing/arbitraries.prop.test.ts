import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressProblems } from '../../src/address/address-problems.js'
import { isMilitaryAddress } from '../../src/address/military/is-military-address.js'
import { militaryAddressProblems } from '../../src/address/military/military-address-problems.js'
import { parsePhone } from '../../src/contact/phone-parser.js'
import { judgeCustomer } from '../../src/customer/customer-problems.js'
import { parseCustomer } from '../../src/customer/parse-customer.js'
import { policies } from '../../src/policy/policies.js'
import { compileSegment, parseSegment, segmentCatalog, type Catalog } from '../../src/segment/index.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { militaryFaults } from '../../src/testing/military-faults.js'
import { isInstant } from '../../src/value/instant.js'

/** The problem that each fault leaves, at an APO. */
const faultCodes = [
  ['nobody is named', 'military.name-missing'],
  ['no box', 'military.box-missing'],
  ['a box alone', 'military.psc-missing'],
  ['the number of the other post office', 'military.psc-missing'],
  ['a slip in the first word', 'military.designator-misspelled'],
  ['a slip in the second word', 'military.box-misspelled'],
  ['the state within the city', 'military.city-extra-text'],
  ['points in the city', 'military.city-nonstandard-spelling'],
  ['the city of the base', 'military.city-not-military'],
  ['no state', 'military.state-missing'],
  ['a state of the mainland', 'military.state-not-military'],
  ['the country of the base', 'military.country-not-us'],
  ['no country', 'military.country-missing'],
] as const satisfies readonly (readonly [keyof typeof militaryFaults, string])[]

const { record, customer, address, militaryAddress, segment, history } = arbitraries(fc)
const strict = { ...policies.shopify, military: { level: 'postal', severity: 'refuse' } } as const
const merchant = { ...policies.shopify, military: { level: 'merchant', severity: 'refuse' } } as const
const runs = { numRuns: 1000 }

/** Everything that is asked for occurs in so many samples. */
const samplesOf = <T>(arbitrary: fc.Arbitrary<T>): T[] => fc.sample(arbitrary, { numRuns: 1000, seed: 1 })

describe('arbitraries', () => {
  it('make records of customers against whom nothing is to be said, at either military level', () => {
    fc.assert(
      fc.property(record, (made) => {
        expect(judgeCustomer(made.customer, strict)).toEqual({ problems: [], warnings: [] })
        expect(judgeCustomer(made.customer, merchant)).toEqual({ problems: [], warnings: [] })
        expect(parseCustomer(made.customer, strict)).toEqual({ ok: true, value: made.customer, warnings: [] })
      }),
      runs,
    )
  })

  it('make records and addresses that survive JSON', () => {
    fc.assert(
      fc.property(record, address, (made, place) => {
        expect(JSON.parse(JSON.stringify([made, place]))).toStrictEqual([made, place])
      }),
      runs,
    )
  })

  it('make records whose statistics, facts and consents never contradict one another', () => {
    fc.assert(
      fc.property(record, ({ customer: { email, phone, ...who }, statistics, facts }) => {
        const { numberOfOrders, amountSpent, firstOrderAt, lastOrderAt } = statistics
        const hasOrders = numberOfOrders > 0
        expect([amountSpent !== null, firstOrderAt !== null, lastOrderAt !== null]).toEqual([
          hasOrders,
          hasOrders,
          hasOrders,
        ])
        if (hasOrders) expect(facts.orderHistory).not.toBe('none')
        if (hasOrders) expect((firstOrderAt ?? '') <= (lastOrderAt ?? '')).toBe(true)
        expect(facts.redactionRequest !== null).toBe(facts.redaction === 'pending')
        if (facts.redaction === 'none') expect(facts.relationRedaction).toBe('none')
        expect(who.createdAt <= who.updatedAt && isInstant(who.createdAt) && isInstant(who.updatedAt)).toBe(
          true,
        )
        for (const [contact, consent] of [
          [email, who.emailMarketingConsent],
          [phone, who.smsMarketingConsent],
        ] as const) {
          if (contact === null) expect(consent.state).toBe('NOT_SUBSCRIBED')
          if (consent.state === 'SUBSCRIBED') expect(consent.optInLevel).not.toBe(null)
          if (consent.state === 'PENDING') expect(consent.optInLevel).toBe('CONFIRMED_OPT_IN')
        }
      }),
      runs,
    )
  })

  it('make phone numbers that the numbering plans know', () => {
    fc.assert(
      fc.property(customer, ({ phone }) => {
        if (phone !== null) expect(parsePhone(phone, null)).toEqual({ ok: true, value: phone, warnings: [] })
      }),
      runs,
    )
  })

  it('A-1 … A-7 make military addresses of each kind that are right at both levels', () => {
    fc.assert(
      fc.property(militaryAddress({ valid: true }), (made) => {
        expect(addressProblems(made, { policy: strict })).toEqual([])
        expect(addressProblems(made, { policy: merchant })).toEqual([])
      }),
      runs,
    )
    const kinds = samplesOf(militaryAddress({ valid: true })).map(
      ({ city, provinceCode }) => `${city} ${provinceCode}`,
    )
    expect(new Set(kinds).size).toBe(9)
  })

  it('A-2 … A-7 make military addresses that are wrong at the merchant level, and are judged as military all the same', () => {
    fc.assert(
      fc.property(militaryAddress({ valid: false }), (made) => {
        expect(militaryAddressProblems(made, 'merchant')).not.toEqual([])
        expect(addressProblems(made, { policy: merchant })).toEqual(militaryAddressProblems(made, 'merchant'))
        expect(isMilitaryAddress(made)).toBe(true)
        expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made)
      }),
      runs,
    )
  })

  it('make wrong military addresses in every way of the table, one or several at once', () => {
    const samples = samplesOf(militaryAddress({ valid: false }))
    const found = samples.map((made) => militaryAddressProblems(made, 'merchant').map(({ code }) => code))
    expect(new Set(found.flat())).toEqual(
      new Set([...faultCodes.map(([, code]) => code), 'military.unit-missing']),
    )
    expect(new Set(found.map(({ length }) => length))).toContain(3)
  })

  it('make right and wrong military addresses where nothing is asked for', () => {
    for (const made of [militaryAddress(), militaryAddress({}), militaryAddress({ valid: undefined })]) {
      const right = samplesOf(made).filter((one) => militaryAddressProblems(one, 'merchant').length === 0)
      expect(right.length).toBeGreaterThan(300)
      expect(right.length).toBeLessThan(700)
    }
  })

  it.each(faultCodes)('spoil a military address by: %s', (name, code) => {
    fc.assert(
      fc.property(militaryAddress({ valid: true }), (right) => {
        const found = militaryAddressProblems({ ...right, ...militaryFaults[name](right) }, 'merchant')
        expect(found.map((one) => one.code)).toContain(
          code === 'military.psc-missing' && right.city !== 'APO' ? 'military.unit-missing' : code,
        )
      }),
    )
  })

  it('make everything there is', () => {
    const records = samplesOf(record)
    const customers = records.map((made) => made.customer)
    const addresses = customers.flatMap((made) => made.addresses)
    const states = new Set(
      customers.flatMap((made) => [made.emailMarketingConsent.state, made.smsMarketingConsent.state]),
    )
    expect(new Set(addresses.map(({ countryCode }) => countryCode)).size).toBeGreaterThanOrEqual(10)
    expect(addresses.some(({ city }) => city === 'APO')).toBe(true)
    expect([...states].toSorted()).toEqual(['NOT_SUBSCRIBED', 'PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'])
    expect(customers.some(({ account }) => account.type === 'account' && account.blocked)).toBe(true)
    expect(customers.some(({ firstName }) => firstName !== null && /\p{sc=Cyrillic}/u.test(firstName))).toBe(
      true,
    )
    expect(customers.some(({ tags }) => tags.length > 3)).toBe(true)
    expect(customers.some(({ note }) => note?.includes('\r\n'))).toBe(true)
    expect(customers.some(({ metafields }) => Object.keys(metafields).length === 3)).toBe(true)
    expect(
      customers.some(({ defaultAddressId, addresses: [first] }) => defaultAddressId !== (first?.id ?? null)),
    ).toBe(true)
    expect(records.some(({ facts }) => facts.vaultedCards === 'unknown')).toBe(true)
    expect(records.some(({ facts }) => facts.redaction === 'pending')).toBe(true)
    expect(records.some(({ statistics }) => statistics.amountSpent?.currency === 'JPY')).toBe(true)
  })

  it('make segments that the catalog allows, of every kind, which can be asked of a record with its history', () => {
    fc.assert(
      fc.property(segment(), record, history, (made, customer, known) => {
        expect(parseSegment(made)).toEqual({ ok: true, value: made, warnings: made.assumptions })
        expect(JSON.parse(JSON.stringify([made, known]))).toStrictEqual([made, known])
        const related = {
          orders: () => known.orders,
          products: () => known.products,
          checkouts: () => known.checkouts,
          emails: () => known.emails,
          views: () => known.views,
          credit: () => known.credit,
          companies: () => known.companies,
          origin: () => known.origin,
          location: () => known.location,
        }
        const isMember = compileSegment(made, { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC', related })
        expect(typeof isMember(customer)).toBe('boolean')
      }),
      runs,
    )
  })

  it('make segments with every attribute, function, operator and kind', () => {
    const text = samplesOf(segment())
      .map((made) => made.text)
      .join('\n')
    for (const { name } of [...segmentCatalog.attributes, ...(segmentCatalog.functions ?? [])]) {
      expect(text).toContain(name)
    }
    for (const word of [
      'IN (',
      'NOT IN (',
      'CONTAINS ALL',
      'BETWEEN',
      'IS NULL',
      'NOT MATCHES',
      'MATCHES ()',
    ]) {
      expect(text).toContain(word)
    }
    for (const word of ['anniversary (', 'random_bucket(', 'AND', 'OR', 'NOT (']) expect(text).toContain(word)
  })

  it('make segments of a host’s own catalog', () => {
    const catalog: Catalog<{ points: number }> = {
      attributes: [{ name: 'points', type: 'integer', operators: ['='], read: (member) => member.points }],
    }
    fc.assert(
      fc.property(segment(catalog), (made) => {
        expect(made.text.replace(/NOT |[()]/g, '')).toMatch(/^points = -?\d+(?: (?:AND|OR) points = -?\d+)*$/)
      }),
    )
  })

  it('make histories in which something happened', () => {
    const histories = samplesOf(history)
    for (const name of [
      'orders',
      'products',
      'checkouts',
      'emails',
      'views',
      'credit',
      'companies',
    ] as const) {
      expect(histories.some((known) => known[name].length > 1)).toBe(true)
      expect(histories.some((known) => known[name].length === 0)).toBe(true)
    }
    expect(histories.some(({ origin, location }) => origin === null && location !== null)).toBe(true)
  })

  it('shrink to a customer with little', () => {
    const found = fc.check(
      fc.property(customer, () => false),
      { seed: 1, numRuns: 1 },
    )
    const [least] = found.counterexample ?? []
    expect(least).toMatchObject({ tags: [], addresses: [], billingDetails: [], note: null })
  })
})
