import { describe, expect, it } from 'vitest'
import {
  allCustomers,
  compileSegment,
  segmentCatalog,
  segmentRequirements,
  type AttributeOf,
  type Catalog,
  type Related,
  type Segment,
  type SegmentNode,
} from '../../../src/segment/index.js'
import { guestAccount } from '../../../src/customer/account.js'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { buildRecord, type RecordOverrides } from '../../../src/testing/build-record.js'
import { matches, parsed, relatedOf, shop } from '../matching.js'

type Statistics = NonNullable<RecordOverrides['statistics']>

const bought = (statistics: Statistics): RecordOverrides => ({ statistics })
const spent = (minor: number, currency = 'EUR'): RecordOverrides =>
  bought({ amountSpent: { minor, currency } })
const field = (name: string, value: unknown): RecordOverrides => ({
  customer: { metafields: { [name]: value as never } },
})

describe('every operator, with a value below, at and above, and with none (two-valued logic)', () => {
  const day = '2026-05-10'
  const moments = ['2026-05-09T23:59:59.999Z', '2026-05-10T12:00:00.000Z', '2026-05-11T00:00:00.000Z']
  const numbers = [49, 50, 51]
  // what is compared, with what, and records below, at and above it; a missing one where it can be missing
  const attributes: [string, string, RecordOverrides[]][] = [
    ['last_order_date', day, [...moments.map((lastOrderAt) => bought({ lastOrderAt })), {}]],
    ['first_order_date', day, [...moments.map((firstOrderAt) => bought({ firstOrderAt })), {}]],
    [
      'abandoned_checkout_date',
      day,
      [...moments.map((abandonedCheckoutAt) => bought({ abandonedCheckoutAt })), {}],
    ],
    ['customer_added_date', day, moments.map((createdAt) => ({ customer: { createdAt } }))],
    ['number_of_orders', '50', numbers.map((numberOfOrders) => bought({ numberOfOrders }))],
    ['amount_spent', '50', [spent(4999), spent(5000), spent(5001), {}]],
    ['metafields.a.n', '50', [...numbers.map((number) => field('a.n', number)), {}]],
    [
      'metafields.a.d',
      day,
      ['2026-05-09', '2026-05-10', '2026-05-11', null].map((date) => field('a.d', date)),
    ],
  ]
  const rows = attributes.flatMap(([attribute, value, records]) => {
    // operator, what follows it, and what each of the records answers
    const operators: [string, string, string][] = [
      ['=', value, 'no yes no no'],
      ['!=', value, 'yes no yes yes'],
      ['>', value, 'no no yes no'],
      ['>=', value, 'no yes yes no'],
      ['<', value, 'yes no no no'],
      ['<=', value, 'yes yes no no'],
      ['BETWEEN', `${value} AND ${value}`, 'no yes no no'],
      ['IN', `(${value}, 7)`.replace('-10, 7)', '-10, 2020-01-01)'), 'no yes no no'],
      ['NOT IN', `(${value})`, 'yes no yes yes'],
      ['IS NULL', '', 'no no no yes'],
      ['IS NOT NULL', '', 'yes yes yes no'],
    ]
    return operators.map(([operator, values, answers]) => {
      const expected = answers.split(' ').slice(0, records.length).join(' ')
      return [attribute, operator, values, records, expected] as const
    })
  })

  it.each(rows)('%s %s %s', (attribute, operator, values, records, answers) => {
    const query = `${attribute} ${operator} ${values}`
    expect(records.map((record) => (matches(query, record) ? 'yes' : 'no')).join(' ')).toBe(answers)
  })

  it.each<[string, RecordOverrides[], string]>([
    // another, the same, missing
    ["rfm_group = 'LOYAL'", [bought({ rfmGroup: 'NEW' }), bought({ rfmGroup: 'LOYAL' }), {}], 'no yes no'],
    ["rfm_group != 'LOYAL'", [bought({ rfmGroup: 'NEW' }), bought({ rfmGroup: 'LOYAL' }), {}], 'yes no yes'],
    [
      "rfm_group IN ('LOYAL', 'AT_RISK')",
      [bought({ rfmGroup: 'NEW' }), bought({ rfmGroup: 'LOYAL' }), {}],
      'no yes no',
    ],
    [
      "rfm_group NOT IN ('LOYAL', 'AT_RISK')",
      [bought({ rfmGroup: 'NEW' }), bought({ rfmGroup: 'LOYAL' }), {}],
      'yes no yes',
    ],
    [
      "product_subscription_status IN ('PAUSED', 'SUBSCRIBED')",
      [{}, bought({ productSubscriberStatus: 'ACTIVE' }), {}],
      'no yes no',
    ],
    [
      "source IN ('web', 'pos')",
      [{ customer: { source: 'Web' } }, { customer: { source: 'pos' } }, {}],
      'no yes no',
    ],
    [
      "source NOT IN ('web')",
      [{ customer: { source: 'Web' } }, { customer: { source: 'web' } }, {}],
      'yes no yes',
    ],
    ['metafields.a.b IN (true)', [field('a.b', false), field('a.b', true), {}], 'no yes no'],
    ['metafields.a.b NOT IN (true)', [field('a.b', false), field('a.b', true), {}], 'yes no yes'],
    ["metafields.a.b IN ('x', 'y')", [field('a.b', 'X'), field('a.b', 'y'), {}], 'no yes no'],
    [
      "customer_tags CONTAINS ANY ('VIP', 'new')",
      [{ customer: { tags: ['vip2'] } }, { customer: { tags: ['a', 'vip'] } }, {}],
      'no yes no',
    ],
    [
      "customer_tags CONTAINS ALL ('VIP', 'a', 'vip')",
      [{ customer: { tags: ['vip'] } }, { customer: { tags: ['A', 'b', 'vip'] } }, {}],
      'no yes no',
    ],
    ['rfm_group IS NULL', [bought({ rfmGroup: 'NEW' }), bought({ rfmGroup: 'LOYAL' }), {}], 'no no yes'],
    ['rfm_group IS NOT NULL', [bought({ rfmGroup: 'NEW' }), bought({ rfmGroup: 'LOYAL' }), {}], 'yes yes no'],
    ["source = 'web'", [{ customer: { source: 'Web' } }, { customer: { source: 'web' } }, {}], 'no yes no'],
    ["source != 'web'", [{ customer: { source: 'Web' } }, { customer: { source: 'web' } }, {}], 'yes no yes'],
    ['source IS NULL', [{ customer: { source: '' } }, { customer: { source: 'web' } }, {}], 'no no yes'],
    ['source IS NOT NULL', [{ customer: { source: '' } }, { customer: { source: 'web' } }, {}], 'yes yes no'],
    [
      "customer_tags CONTAINS 'vip'",
      [{ customer: { tags: ['vip2'] } }, { customer: { tags: ['a', 'vip'] } }, {}],
      'no yes no',
    ],
    [
      "customer_tags NOT CONTAINS 'vip'",
      [{ customer: { tags: ['vip2'] } }, { customer: { tags: ['a', 'vip'] } }, {}],
      'yes no yes',
    ],
    [
      'customer_tags IS NULL',
      [{ customer: { tags: ['vip2'] } }, { customer: { tags: ['a', 'vip'] } }, {}],
      'no no yes',
    ],
    [
      'customer_tags IS NOT NULL',
      [{ customer: { tags: ['vip2'] } }, { customer: { tags: ['a', 'vip'] } }, {}],
      'yes yes no',
    ],
    ['metafields.a.b = true', [field('a.b', false), field('a.b', true), {}], 'no yes no'],
    ['metafields.a.b != true', [field('a.b', false), field('a.b', true), {}], 'yes no yes'],
    ["metafields.a.b = 'x'", [field('a.b', 'X'), field('a.b', 'x'), {}], 'no yes no'],
    ["metafields.a.b != 'x'", [field('a.b', 'X'), field('a.b', 'x'), {}], 'yes no yes'],
  ])('%s', (query, records, answers) => {
    expect(records.map((record) => (matches(query, record) ? 'yes' : 'no')).join(' ')).toBe(answers)
  })
})

describe('joined conditions', () => {
  const answers = (query: string): string =>
    [0, 1, 2, 3].map((numberOfOrders) => (matches(query, bought({ numberOfOrders })) ? 1 : 0)).join('')

  it.each([
    ['number_of_orders > 0 AND number_of_orders < 2', '0100'],
    ['number_of_orders < 1 OR number_of_orders > 2', '1001'],
    ['NOT number_of_orders = 1', '1011'],
    ['NOT NOT number_of_orders = 1', '0100'],
    ['number_of_orders = 0 OR number_of_orders = 1 OR number_of_orders = 3', '1101'],
    ['number_of_orders != 0 AND number_of_orders != 1 AND number_of_orders != 3', '0010'],
    ['number_of_orders = 0 OR number_of_orders = 1 AND number_of_orders = 2', '1000'],
    ['(number_of_orders = 0 OR number_of_orders = 1) AND number_of_orders < 1', '1000'],
    ['NOT (number_of_orders = 0 OR number_of_orders = 1)', '0011'],
  ])('%s', (query, expected) => {
    expect(answers(query)).toBe(expected)
  })

  it.each([2, 3, 4, 5, 6, 9, 10, 11, 16, 17, 65, 100, 101, 999])('each of %i alone decides', (count) => {
    const numbers = Array.from({ length: count }, (_, number) => number)
    const joined = (kind: 'and' | 'or', operator: '=' | '!='): ((record: CustomerRecord) => boolean) => {
      const nodes = numbers.map((number) => ({
        kind: 'clause',
        attribute: 'number_of_orders',
        operator,
        values: [{ type: 'number', text: `${number}` }],
      }))
      return compileSegment(parsed({ kind, nodes }), shop)
    }
    const [isAny, isNone] = [joined('or', '='), joined('and', '!=')]
    for (let numberOfOrders = 0; numberOfOrders <= count; numberOfOrders++) {
      const record = buildRecord(bought({ numberOfOrders }))
      expect(isAny(record)).toBe(numberOfOrders < count)
      expect(isNone(record)).toBe(numberOfOrders === count)
    }
  })

  it('take little of the stack, however many they are and through however many names', () => {
    const often: SegmentNode[] = Array.from({ length: 990 }, () => ({
      kind: 'clause',
      attribute: 'number_of_orders',
      operator: '>=',
      values: [{ type: 'number', text: '1' }],
    }))
    const named = (name: string): Segment => {
      const nodes: SegmentNode[] = [...often, { kind: 'segment', name: `${Number(name) + 1}` }]
      return { ...allCustomers, root: name === '60' ? { kind: 'all' } : { kind: 'and', nodes } }
    }
    const test = compileSegment(named('0'), { ...shop, segments: named })
    expect(test(buildRecord(bought({ numberOfOrders: 1 })))).toBe(true)
    expect(test(buildRecord())).toBe(false)
  })

  it('are tested cheap ones first, whatever stands first, and no further than needed', () => {
    const asked: string[] = []
    const related: Related<unknown> = {
      orders: () => {
        asked.push('orders')
        return []
      },
      companies: () => {
        asked.push('companies')
        return []
      },
    }
    const asks = (query: string): string => {
      asked.length = 0
      matches(query, {}, { related })
      return asked.join(' ')
    }
    const costly = 'orders_placed MATCHES ()'
    expect(asks(`${costly} AND number_of_orders > 0`)).toBe('')
    expect(asks(`${costly} AND number_of_orders = 0`)).toBe('orders')
    expect(asks(`${costly} OR NOT number_of_orders > 0`)).toBe('')
    expect(asks(`${costly} OR companies IS NULL`)).toBe('companies')
    expect(asks(`${costly} AND companies = 5`)).toBe('companies')
    expect(asks(`(${costly} OR ${costly}) AND (companies = 5 OR source = 'x')`)).toBe('companies')
    expect(asks(`${costly} AND random_bucket(0, 'x')`)).toBe('')
    expect(asks(`${costly} AND anniversary ('last_order_date') = today`)).toBe('')
    expect(asks(`${costly} OR companies = 5`)).toBe('companies orders')
    expect(asks(`companies = 5 OR ${costly} OR companies = 6`)).toBe('companies companies orders')
  })

  it('everybody is one of all customers (S-1)', () => {
    expect(compileSegment(allCustomers, shop)(buildRecord())).toBe(true)
  })
})

describe('money', () => {
  it.each<[string, RecordOverrides, string | undefined, boolean]>([
    ['amount_spent = 10.99', spent(1099), 'EUR', true],
    ['amount_spent = 10.990', spent(1099), 'EUR', true],
    ['amount_spent = 1099', spent(1099, 'JPY'), 'JPY', true],
    ['amount_spent = 1.099', spent(1099, 'KWD'), 'KWD', true],
    ['amount_spent = 0.1099', spent(1099, 'CLF'), 'CLF', true],
    ['amount_spent >= -5', spent(0), 'EUR', true],
    // finer than the currency: never equal, but still in order
    ['amount_spent = 10.995', spent(1099), 'EUR', false],
    ['amount_spent > 10.995', spent(1100), 'EUR', true],
    ['amount_spent > 10.995', spent(1099), 'EUR', false],
    // without a currency of the shop, in the record's own
    ['amount_spent = 10.99', spent(1099), undefined, true],
    ['amount_spent = 1099', spent(1099, 'JPY'), undefined, true],
    ['amount_spent = 1.099', spent(1099, 'KWD'), undefined, true],
    ['amount_spent > 10.98', spent(1099, 'USD'), undefined, true],
    // another currency than the shop's counts as missing
    ['amount_spent > 1', spent(1099, 'USD'), 'EUR', false],
    ['amount_spent <= 100', spent(1099, 'USD'), 'EUR', false],
    ['amount_spent != 10.99', spent(1099, 'USD'), 'EUR', true],
    ['amount_spent IS NULL', spent(1099, 'USD'), 'EUR', true],
    ['amount_spent IS NOT NULL', spent(1099, 'USD'), 'EUR', false],
    ['amount_spent IS NULL', spent(1099, 'EUR'), 'EUR', false],
    ['amount_spent IS NULL', spent(1099, 'USD'), undefined, false],
    ['amount_spent IN (5, 10.99)', spent(1099, 'USD'), 'EUR', false],
    ['amount_spent NOT IN (5, 10.99)', spent(1099, 'USD'), 'EUR', true],
    ['amount_spent > 99999999999999999999', spent(1099), 'EUR', false],
    ['amount_spent < 99999999999999999999', spent(1099), 'EUR', true],
  ])('%s of %j in a shop of %s: %s', (query, record, currency, expected) => {
    expect(matches(query, record, currency === undefined ? {} : { currency })).toBe(expected)
  })
})

describe('tags (E-3, S-4)', () => {
  it.each([
    ['VIP', 'vip'],
    ['vip', 'VIP'],
    ['Ça', 'C\u0327A'],
    ['CAFE\u0301', 'café'],
    ['ΟΔΟΣ', 'οδος'],
    ['\u212a', 'k'],
  ])('%s is found as %s', (tag, query) => {
    expect(matches(`customer_tags CONTAINS '${query}'`, { customer: { tags: [tag] } })).toBe(true)
  })

  it.each([
    ['vip ', 'vip'],
    ['vip', 'vi'],
    ['vi', 'vip'],
    ['cafe', 'café'],
    ['e\u0301', 'e'],
    ['ß', 'ss'],
  ])('%s is not found as %s', (tag, query) => {
    expect(matches(`customer_tags CONTAINS '${query}'`, { customer: { tags: [tag] } })).toBe(false)
  })
})

describe('places (L-3)', () => {
  const address = {
    id: 'a',
    firstName: null,
    lastName: null,
    company: null,
    address1: null,
    address2: null,
    zip: null,
    phone: null,
  }
  const ny = { ...address, countryCode: 'US', provinceCode: 'NY', city: 'New York City' }
  const berlin = { ...address, countryCode: 'DE', provinceCode: null, city: 'Berlin' }
  const tokyo = { ...address, countryCode: 'JP', provinceCode: 'JP-13', city: '千代田区' }
  const nowhere = { ...address, countryCode: null, provinceCode: 'NY', city: 'New York City' }
  const cityless = { ...address, countryCode: 'US', provinceCode: 'NY', city: null }

  it.each([
    ["customer_countries CONTAINS 'US'", ny, true],
    ["customer_countries CONTAINS 'US'", berlin, false],
    ["customer_countries CONTAINS 'US'", nowhere, false],
    ['customer_countries IS NULL', nowhere, true],
    ["customer_regions CONTAINS 'US-NY'", ny, true],
    ["customer_regions CONTAINS 'NY'", ny, true],
    ["customer_regions CONTAINS 'US-NJ'", ny, false],
    ["customer_regions CONTAINS 'NY'", nowhere, false],
    ["customer_regions CONTAINS 'JP-13'", tokyo, true],
    ['customer_regions IS NULL', berlin, true],
    ["customer_cities CONTAINS 'US-NY-NewYorkCity'", ny, true],
    ["customer_cities CONTAINS 'US-NY-newyorkcity'", ny, false],
    ["customer_cities CONTAINS 'US-NewYorkCity'", ny, true],
    ["customer_cities CONTAINS 'US-NJ-NewYorkCity'", ny, false],
    ["customer_cities CONTAINS 'DE-Berlin'", berlin, true],
    ["customer_cities CONTAINS 'DE-Berlin'", { ...berlin, provinceCode: 'BE' }, true],
    ["customer_cities CONTAINS 'DE-BE-Berlin'", { ...berlin, provinceCode: 'BE' }, true],
    ["customer_cities CONTAINS 'DE-BE-Berlin'", berlin, false],
    ["customer_cities CONTAINS 'JP-13-千代田区'", tokyo, true],
    ['customer_cities IS NULL', nowhere, true],
    ['customer_cities IS NULL', cityless, true],
  ])('%s', (query, place, expected) => {
    expect(matches(query, { customer: { addresses: [place] } })).toBe(expected)
    expect(matches(query, { customer: { billingDetails: [{ ...place, taxId: null }] } })).toBe(expected)
  })

  it('any address counts', () => {
    const record = { customer: { addresses: [berlin, ny] } }
    expect(matches("customer_countries CONTAINS 'US' AND customer_cities CONTAINS 'DE-Berlin'", record)).toBe(
      true,
    )
    expect(matches("customer_countries NOT CONTAINS 'DE'", record)).toBe(false)
  })
})

describe('each attribute reads its field', () => {
  const on = '2026-05-10T12:00:00.000Z'
  const account = { type: 'account', state: 'INVITED', blocked: true } as const
  const consent = (state: 'SUBSCRIBED' | 'PENDING' | 'UNSUBSCRIBED'): { state: typeof state } => ({ state })

  it.each<[string, RecordOverrides, RecordOverrides]>([
    // who belongs, and who does not
    [
      'abandoned_checkout_date = 2026-05-10',
      bought({ abandonedCheckoutAt: on }),
      bought({ lastOrderAt: on }),
    ],
    ['first_order_date = 2026-05-10', bought({ firstOrderAt: on }), bought({ lastOrderAt: on })],
    ['last_order_date = 2026-05-10', bought({ lastOrderAt: on }), bought({ firstOrderAt: on })],
    ['customer_added_date = 2026-05-10', { customer: { createdAt: on } }, { customer: { updatedAt: on } }],
    ['amount_spent = 5', spent(500), bought({ numberOfOrders: 5 })],
    ['number_of_orders = 5', bought({ numberOfOrders: 5 }), spent(500)],
    ['number_of_orders BETWEEN 5 AND 6', bought({ numberOfOrders: 6 }), bought({ numberOfOrders: 7 })],
    ['number_of_orders BETWEEN 5 AND 6', bought({ numberOfOrders: 5 }), bought({ numberOfOrders: 4 })],
    ['price_level >= 3', { customer: { priceLevel: 3 } }, { customer: { priceLevel: 2 } }],
    ['blocked = true', { customer: { account: { ...guestAccount, blocked: true } } }, {}],
    ['blocked != true', {}, { customer: { account } }],
    ["customer_account_status = 'INVITED'", { customer: { account } }, {}],
    ["customer_account_status != 'INVITED'", {}, { customer: { account } }],
    ["customer_type = 'GUEST'", {}, { customer: { account } }],
    ["customer_type = 'ACCOUNT'", { customer: { account } }, {}],
    [
      "email_subscription_status = 'PENDING'",
      { customer: { emailMarketingConsent: consent('PENDING') } },
      { customer: { smsMarketingConsent: consent('PENDING') } },
    ],
    [
      "email_subscription_status != 'NOT_SUBSCRIBED'",
      { customer: { emailMarketingConsent: consent('PENDING') } },
      {},
    ],
    [
      "sms_subscription_status = 'PENDING'",
      { customer: { smsMarketingConsent: consent('PENDING') } },
      { customer: { emailMarketingConsent: consent('PENDING') } },
    ],
    [
      "sms_subscription_status != 'NOT_SUBSCRIBED'",
      { customer: { smsMarketingConsent: consent('PENDING') } },
      {},
    ],
    [
      'newsletter = true',
      { customer: { emailMarketingConsent: consent('SUBSCRIBED') } },
      { customer: { emailMarketingConsent: consent('PENDING') } },
    ],
    [
      'newsletter = false',
      { customer: { emailMarketingConsent: consent('UNSUBSCRIBED') } },
      { customer: { emailMarketingConsent: consent('SUBSCRIBED') } },
    ],
    [
      "predicted_spend_tier = 'HIGH'",
      bought({ predictedSpendTier: 'HIGH' }),
      bought({ predictedSpendTier: 'LOW' }),
    ],
    ["predicted_spend_tier != 'HIGH'", {}, bought({ predictedSpendTier: 'HIGH' })],
    ["product_subscription_status = 'PAUSED'", bought({ productSubscriberStatus: 'PAUSED' }), {}],
    ["product_subscription_status != 'NEVER_SUBSCRIBED'", bought({ productSubscriberStatus: 'PAUSED' }), {}],
    [
      "product_subscription_status = 'SUBSCRIBED'",
      bought({ productSubscriberStatus: 'ACTIVE' }),
      bought({ productSubscriberStatus: 'PAUSED' }),
    ],
    [
      "customer_email_domain = 'example.com'",
      { customer: { email: 'Anna@EXAMPLE.com' } },
      { customer: { email: 'a@sub.example.com' } },
    ],
    ["customer_email_domain = 'b.c'", { customer: { email: '"a@x"@b.c' } }, { customer: { email: null } }],
    ["customer_language = 'pl'", { customer: { locale: 'pl-PL' } }, { customer: { locale: 'plx' } }],
    ["customer_language = 'pl'", { customer: { locale: 'PL' } }, { customer: { locale: null } }],
    ["source = 'web'", { customer: { source: 'web' } }, { customer: { source: 'shop' } }],
    ["metafields.facts.hat = 'top'", field('facts.hat', 'top'), field('facts.cap', 'top')],
    ["customer.metafields.facts.hat = 'top'", field('facts.hat', 'top'), field('facts.cap', 'top')],
  ])('%s', (query, member, stranger) => {
    expect([matches(query, member), matches(query, stranger)]).toEqual([true, false])
  })

  it('a domain in capitals is nobody’s, because emails compare in lower case and texts as typed', () => {
    const record = { customer: { email: 'anna@Example.com' } }
    expect(matches("customer_email_domain = 'Example.com'", record)).toBe(false)
    expect(matches("customer_email_domain = 'example.com'", record)).toBe(true)
  })
})

describe('a metafield', () => {
  it.each<[string, unknown, boolean]>([
    // of another type than the value beside it, it counts as missing
    ['metafields.a.b = 5', '5', false],
    ['metafields.a.b != 5', '5', true],
    ["metafields.a.b = '5'", 5, false],
    ['metafields.a.b = true', 'true', false],
    ['metafields.a.b = 2020-05-30', 20200530, false],
    ['metafields.a.b = 2020-05-30', 'soon', false],
    ['metafields.a.b IS NULL', 'anything', false],
    ['metafields.a.b IS NULL', [], false],
    ['metafields.a.b IS NULL', null, true],
    // days are the same in every zone; moments, as other systems write them, are not
    ['metafields.a.b = 2020-05-30', '2020-05-30', true],
    ['metafields.a.b = 2020-05-30', '2020-05-29T23:59:59.999Z', false],
    ['metafields.a.b = 2020-05-30', '2020-05-30T23:59:59Z', true],
    ['metafields.a.b = 2020-05-30', '2020-05-31T00:30+02:00', true],
    ['metafields.a.b = 2020-05-30', '2020-05-30T23:30:00.5-01:00', false],
    ['metafields.a.b = 2020-05-30', '2020-02-30T00:00:00Z', false],
    ['metafields.a.b = 2020-05-30', '2020-05-30T25:00:00Z', false],
    // a day stands for its first moment
    ['metafields.a.b >= 2020-05-30T00:00:00', '2020-05-30', true],
    ['metafields.a.b > 2020-05-30T00:00:00', '2020-05-30', false],
    ['metafields.a.b <= 2020-05-30T00:00:00', '2020-05-30', true],
    ['metafields.a.b < 2020-05-30T00:00:01', '2020-05-30', true],
    ['metafields.a.b > 2020-05-29T23:59:59', '2020-05-30', true],
    ["metafields.a.b >= '2020-05-30'", '2020-05-30', true],
  ])('%s where it holds %j: %s', (query, value, expected) => {
    expect(matches(query, field('a.b', value))).toBe(expected)
  })

  it('is never one of the prototype', () => {
    expect(matches('metafields.to.String IS NULL')).toBe(true)
    expect(matches('metafields.__proto__.x IS NULL')).toBe(true)
    const hostile = { customer: { metafields: JSON.parse('{"__proto__.x": 5}') as Record<string, number> } }
    expect(matches('metafields.__proto__.x = 5', hostile)).toBe(true)
  })
})

describe('a host’s own catalog', () => {
  interface Member {
    readonly joined: string | null
    readonly points: number | null
    readonly level: string
    readonly clubs: readonly string[]
    readonly balance: { readonly minor: number; readonly currency: string } | null
  }
  const catalog: Catalog<Member> = {
    attributes: [
      { name: 'joined', type: 'date', read: (member) => member.joined },
      { name: 'points', type: 'number', read: (member) => member.points, operators: ['>', '='] },
      { name: 'club.level', type: 'enum', values: ['gold', 'silver'], read: (member) => member.level },
      { name: 'clubs', type: 'list', values: ['chess', 'tennis'], read: (member) => member.clubs },
      { name: 'nick', type: 'text', folded: true, read: (member) => member.level },
      { name: 'balance', type: 'money', read: (member) => member.balance },
    ],
  }
  const member: Member = {
    joined: '2026-05-10',
    points: 7.5,
    level: 'gold',
    clubs: ['chess'],
    balance: { minor: 500, currency: 'EUR' },
  }
  const asks = (query: string): boolean =>
    compileSegment(parsed(query, catalog), { ...shop, catalog })(member)

  it.each([
    ['joined = 2026-05-10', true],
    ['joined < 2026-05-10', false],
    ['points > 7', true],
    ['points = 7', false],
    ["club.level = 'gold'", true],
    ["club.level != 'gold'", false],
    ["clubs CONTAINS 'chess'", true],
    ["clubs NOT CONTAINS 'tennis'", true],
    ["nick = 'GOLD'", true],
    ['balance BETWEEN 5 AND 6', true],
    ['balance IS NULL', false],
    ["nick IN ('GOLD', 'x')", true],
    ["clubs CONTAINS ALL ('chess', 'tennis')", false],
    ['clubs IS NOT NULL', true],
  ])('%s: %s', (query, expected) => {
    expect(asks(query)).toBe(expected)
  })

  it.each([
    ['number_of_orders = 1', 'unknown-attribute'],
    ['points < 5', 'operator-not-allowed'],
    ['points oops', 'unexpected'],
    ["clubs CONTAINS 'golf'", 'unknown-value'],
    ["club.level = 'iron'", 'unknown-value'],
  ])('refuses %s', (query, code) => {
    expect(() => parsed(query, catalog)).toThrow(`segment.${code}`)
  })

  it('may have functions of its own', () => {
    interface Guest {
      readonly visits: readonly { readonly at: string; readonly guests: number | null; readonly bill: null }[]
    }
    const visiting: Catalog<Guest> = {
      attributes: [],
      functions: [
        {
          name: 'visits',
          reads: (guest) => guest.visits,
          params: [
            { name: 'date', of: 'event', type: 'date', field: 'at' },
            { name: 'sum_guests', of: 'sum', type: 'number', field: 'guests' },
            { name: 'sum_bill', of: 'sum', type: 'money', field: 'bill' },
          ],
        },
      ],
    }
    const guest: Guest = {
      visits: [
        { at: '2026-11-10', guests: 4, bill: null },
        { at: '2026-11-11', guests: null, bill: null },
      ],
    }
    const isGuest = (query: string): boolean => {
      const segment = parsed(query, visiting)
      expect(segmentRequirements(segment, { catalog: visiting })).toEqual([])
      return compileSegment(segment, { ...shop, catalog: visiting })(guest)
    }
    expect(isGuest('visits MATCHES (date = 2026-11-11)')).toBe(true)
    expect(isGuest('visits MATCHES (date = 2026-11-12)')).toBe(false)
    expect(isGuest('visits(sum_guests: 4) = true')).toBe(true)
    expect(isGuest('visits MATCHES (sum_bill = 0)')).toBe(true)
    expect(() => parsed('orders_placed MATCHES ()', visiting)).toThrow('segment.unknown-attribute')
    expect(() => parsed("random_bucket(5, 'x')", visiting)).toThrow('segment.unknown-attribute')
  })

  const pointsOnly = (leaves: Partial<AttributeOf<Member, 'number'>>): Catalog<Member> => {
    const read = (): never => {
      throw new Error('a leaf needs no reading')
    }
    return {
      attributes: [
        { name: 'points', type: 'number', ...leaves, read },
        { name: 'level', type: 'enum', values: ['gold', 'iron'], read: ({ level }) => level },
      ],
    }
  }

  it.each([
    ['leaves', pointsOnly({ leaves: { '>': (value) => (one) => Number(one.points) > value } })],
    [
      'chained leaves',
      pointsOnly({
        chainedLeaves: {
          '>': (then, value) => (one) => Number(one.points) > value && (then === null || then(one)),
        },
      }),
    ],
  ])('may have %s, which decide wherever they stand', (_kind, fused) => {
    const isMet = (query: string): boolean =>
      compileSegment(parsed(query, fused), { ...shop, catalog: fused })(member)
    for (const [condition, expected] of [
      ['points > 7', true],
      ['points > 8', false],
    ] as const) {
      expect(isMet(condition)).toBe(expected)
      expect(isMet(`NOT ${condition}`)).toBe(!expected)
      expect(isMet(`${condition} AND level = 'gold'`)).toBe(expected)
      expect(isMet(`level = 'gold' AND ${condition}`)).toBe(expected)
      expect(isMet(`${condition} AND level = 'iron'`)).toBe(false)
      expect(isMet(`${condition} OR level = 'iron'`)).toBe(expected)
      expect(isMet(`(level = 'iron' OR ${condition}) AND level = 'gold'`)).toBe(expected)
    }
  })

  it('of both kinds of leaves the chained ones count', () => {
    const both = pointsOnly({
      leaves: { '=': () => () => false },
      chainedLeaves: { '=': (then) => then ?? (() => true) },
    })
    expect(compileSegment(parsed('points = 1', both), { ...shop, catalog: both })(member)).toBe(true)
  })

  it('may extend ours', () => {
    const extended: Catalog<ReturnType<typeof buildRecord>> = {
      attributes: [
        ...segmentCatalog.attributes,
        { name: 'first_name', type: 'text', read: (record) => record.customer.firstName },
      ],
    }
    const query = "first_name = 'Anna' AND number_of_orders = 0"
    expect(compileSegment(parsed(query, extended), { ...shop, catalog: extended })(buildRecord())).toBe(true)
  })
})

describe('a programmer’s error throws', () => {
  const dated = parsed('last_order_date = today')
  const clause = (attribute: string, operator: string, type: string, text: string): Segment =>
    ({
      text: '',
      root: { kind: 'clause', attribute, operator, values: [{ type, text }] },
      assumptions: [],
    }) as Segment

  const segment = (root: SegmentNode): Segment => ({ text: '', root, assumptions: [] })
  const called = (name: string, params: string[]): Segment =>
    segment({
      kind: 'function',
      name,
      operator: 'MATCHES',
      params: params.map((param) => ({
        name: param,
        operator: '=',
        values: [{ type: 'text', text: '1,2' }],
      })),
    })
  const everything = { ...shop, related: relatedOf() }

  it.each<[string, () => unknown]>([
    ['a moment that is none', () => compileSegment(dated, { ...shop, now: '2026-11-22' })],
    ['a zone that is none', () => compileSegment(dated, { ...shop, timeZone: 'Warsaw' })],
    ['no zone', () => compileSegment(dated, { now: shop.now } as never)],
    ['an attribute of another catalog', () => compileSegment(clause('oops', '=', 'number', '1'), shop)],
    ['an operator that was never checked', () => compileSegment(clause('source', '>', 'text', 'x'), shop)],
    ['a value that was never checked', () => compileSegment(clause('rfm_group', '=', 'text', 'x'), shop)],
    [
      'a date that was never checked',
      () => compileSegment(clause('last_order_date', '=', 'date', 'x'), shop),
    ],
    ['a function of another catalog', () => compileSegment(called('oops', []), shop)],
    [
      'a parameter that was never checked',
      () => compileSegment(called('orders_placed', ['oops']), everything),
    ],
    ['a place without a point', () => compileSegment(called('customer_within_distance', []), everything)],
    [
      'a place without a distance',
      () => compileSegment(called('customer_within_distance', ['coordinates']), everything),
    ],
    [
      'a day of another catalog',
      () =>
        compileSegment(segment({ kind: 'anniversary', attribute: 'oops', operator: '=', values: [] }), shop),
    ],
    [
      'a lot without ids',
      () =>
        compileSegment(segment({ kind: 'bucket', share: '5', seed: '' }), {
          ...shop,
          catalog: { attributes: [] },
        }),
    ],
    ['a segment that is not there', () => compileSegment(segment({ kind: 'segment', name: 'x' }), shop)],
    [
      'a segment that has come to lead to itself',
      () => {
        const looped = segment({ kind: 'segment', name: 'x' })
        return compileSegment(looped, { ...shop, segments: () => looped })
      },
    ],
    ['readers that are not there', () => compileSegment(called('orders_placed', []), shop)],
    [
      'a group of none',
      () => compileSegment({ text: '', root: { kind: 'and', nodes: [] }, assumptions: [] }, shop),
    ],
  ])('%s', (_what, compile) => {
    expect(compile).toThrow(TypeError)
  })
})
