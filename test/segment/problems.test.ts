import { describe, expect, it } from 'vitest'
import { completeSegment, type Catalog } from '../../src/segment/index.js'
import { faultsOf, problemsOf } from './matching.js'

describe('recovery tells all problems at once, in the order of the text', () => {
  it.each<[string, string[]]>([
    // what a store was seen to answer to these two, and where
    ['not another valid segment query ???', ['unknown-attribute: another', 'unexpected: valid']],
    ['not a valid segment query ???', ['unknown-attribute: a', 'unexpected: valid']],
    [
      "customer_tags = 'VIP' AND orders_count >= 3",
      ['operator-not-allowed: =', 'unknown-attribute: orders_count'],
    ],
    [
      "number_of_orders > AND amount_spent = 'x' OR (customer_tags = 5",
      ['unexpected: AND', "unknown-value: 'x'", 'operator-not-allowed: =', 'unexpected: '],
    ],
    ['number_of_orders = 1 number_of_orders = 1.5', ['unexpected: number_of_orders', 'unknown-value: 1.5']],
    ['number_of_orders = 1 NOT orders = 1', ['unexpected: NOT', 'unknown-attribute: orders']],
    ['number_of_orders = 1 (orders = 1)', ['unexpected: (', 'unknown-attribute: orders']],
    ['(number_of_orders = 1 orders = 1)', ['unexpected: orders', 'unknown-attribute: orders']],
    ['(number_of_orders = 1 5) AND orders = 1', ['unexpected: 5', 'unknown-attribute: orders']],
    ['number_of_orders = 1) AND orders = 1', ['unexpected: )', 'unknown-attribute: orders']],
    ['number_of_orders = 1 )', ['unexpected: )']],
    ['number_of_orders = 1 5 (x) y', ['unexpected: 5']],
    ['5 > number_of_orders OR orders = 1', ['unexpected: 5', 'unknown-attribute: orders']],
    ['AND number_of_orders = 1', ['unexpected: AND']],
    ['number_of_orders = 1 AND', ['unexpected: ']],
    ['number_of_orders = 1 AND OR orders = 1', ['unexpected: OR', 'unknown-attribute: orders']],
    ['()', ['unexpected: )']],
    ['(', ['unexpected: ']],
    ['NOT', ['unexpected: ']],
    ['number_of_orders', ['unexpected: ']],
    ['orders', ['unknown-attribute: orders', 'unexpected: ']],
    ['orders = oops AND source = 5', ['unknown-attribute: orders', 'unexpected: oops', 'unknown-value: 5']],
    ['orders oops orders = 1', ['unknown-attribute: orders', 'unexpected: oops']],
    ['number_of_orders BETWEEN 1 OR orders = 1', ['unexpected: OR', 'unknown-attribute: orders']],
    // what is typed in place of the one AND is no joint of conditions
    ['number_of_orders BETWEEN 1 OR 2', ['unexpected: OR']],
    ['number_of_orders BETWEEN 1, 2 AND orders = 1', ['unexpected: ,', 'unknown-attribute: orders']],
    ['last_order_date BETWEEN -30d to today', ['unexpected: to']],
    ['number_of_orders BETWEEN 1 (2)', ['unexpected: (', 'unexpected: 2']],
    [
      'last_order_date NOT BETWEEN -30d AND today AND orders = 1',
      ['unexpected: BETWEEN', 'unknown-attribute: orders'],
    ],
    ["customer_tags NOT CONTAINS ANY ('x') AND orders = 1", ['unexpected: ANY', 'unknown-attribute: orders']],
    ['number_of_orders BETWEEN 1.5 AND', ['unknown-value: 1.5', 'unexpected: ']],
    ['number_of_orders BETWEEN 1.5 AND 2.5', ['unknown-value: 1.5', 'unknown-value: 2.5']],
    ['rfm_group IS 5', ['unexpected: 5']],
    ['rfm_group NOT LIKE 5', ['unexpected: LIKE']],
    ["source = 'never ends AND orders = 1", ["unexpected: 'never ends AND orders = 1"]],
    ['source = "x" AND orders = 1', ['unexpected: "x"', 'unknown-attribute: orders']],
    ['source = ‘x’', ['unexpected: ‘x’']],
    ['source = “x”', ['unexpected: “x”']],
    ["source = ('x', 'y') AND orders = 1", ['unexpected: (', 'unknown-attribute: orders']],
    ['customer_tags CONTAINS VIP AND orders = 1', ['unexpected: VIP', 'unknown-attribute: orders']],
    ['amount_spent > $100', ['unexpected: $']],
    ['amount_spent > 1,000', ['unexpected: ,']],
    ['last_order_date = 2020-05-30 16:00', ['unexpected: 16']],
    ['%%% AND ??? OR orders = 1', ['unexpected: %%%', 'unexpected: ???', 'unknown-attribute: orders']],
    // what is typed in place of a joint
    ['number_of_orders = 1 && orders = 1', ['unexpected: &&', 'unknown-attribute: orders']],
    ['number_of_orders = 1, orders = 1', ['unexpected: ,', 'unknown-attribute: orders']],
    ['number_of_orders = 1; orders = 1', ['unexpected: ;', 'unknown-attribute: orders']],
    ['(number_of_orders = 1 || orders = 1)', ['unexpected: ||', 'unknown-attribute: orders']],
    ['!orders = 1', ['unexpected: !', 'unknown-attribute: orders']],
    ['number_of_orders = 1; 5 = orders', ['unexpected: ;']],
    ['number_of_orders = 1 5 orders = 1', ['unexpected: 5']],
    // a word of an operator is no name, and half an operator begins no condition
    ["customer_tags DOES NOT CONTAIN 'vip'", ['unexpected: DOES']],
    ['orders_placed() MATCHES (orders = 1)', ['unexpected: MATCHES']],
    ['number_of_orders = 1 orders IS 5', ['unexpected: orders']],
    // a sign too much before BETWEEN, whose AND joins no condition
    [
      'last_order_date = BETWEEN -12m AND 5 AND orders = 1',
      ['unexpected: BETWEEN', 'bad-date: 5', 'unknown-attribute: orders'],
    ],
    [
      'orders_placed MATCHES (date >= BETWEEN -12m AND today, oops = 1)',
      ['unexpected: BETWEEN', 'unknown-attribute: oops'],
    ],
    ['number_of_orders BETWEEN BETWEEN 1 AND 2', ['unexpected: BETWEEN']],
    [
      'number_of_orders IS NULL BETWEEN 1 AND orders = 2',
      ['unexpected: BETWEEN', 'unknown-attribute: orders'],
    ],
    // a doubled quote
    ["source = 'it''s' AND orders = 1", ["unexpected: 'it''s'", 'unknown-attribute: orders']],
    ["source = 'it' 's'", ["unexpected: 's'"]],
  ])('%s', (query, faults) => {
    expect(faultsOf(query)).toEqual(faults)
  })

  it('counts places in UTF-16 units', () => {
    expect(faultsOf("source = '👍' AND 👍 = 1")).toEqual(['unexpected: 👍'])
  })

  it('letters outside ASCII make no keyword', () => {
    expect(faultsOf('source ıs null')).toEqual(['unexpected: ıs'])
    expect(faultsOf('source iſ null')).toEqual(['unexpected: iſ'])
  })
})

describe('functions', () => {
  it.each<[string, string[]]>([
    ['products_purchased', ['unexpected: ']],
    ['products_purchased MATCHES', ['unexpected: ']],
    ['products_purchased MATCHES id = 1', ['unexpected: id', 'unknown-attribute: id']],
    ['products_purchased MATCHES (', ['unexpected: ']],
    ['products_purchased MATCHES (id', ['unexpected: ']],
    ['products_purchased MATCHES (id = (1)', ['unexpected: (', 'unexpected: ']],
    ['products_purchased MATCHES (id = 1', ['unexpected: ']],
    ['products_purchased MATCHES (id = 1 date > -3m)', ['unexpected: date']],
    ['products_purchased MATCHES (id = 1.5, date > 5)', ['unknown-value: 1.5', 'bad-date: 5']],
    ['products_purchased MATCHES (,)', ['unexpected: ,', 'unexpected: )']],
    ['products_purchased MATCHES (id = 1,)', ['unexpected: )']],
    ['products_purchased MATCHES (5 = id, date > 5)', ['unexpected: 5', 'bad-date: 5']],
    ['products_purchased MATCHES (id = 1 (x, y) z, date > 5)', ['unexpected: (', 'bad-date: 5']],
    ['products_purchased MATCHES (id = 1 AND date > 5)', ['unexpected: AND', 'bad-date: 5']],
    ['products_purchased MATCHES (id IN ())', ['unexpected: )']],
    ['products_purchased MATCHES (id IN (1, , 1.5))', ['unexpected: ,', 'unknown-value: 1.5']],
    ['products_purchased MATCHES (id IN 1)', ['unexpected: 1']],
    ['products_purchased MATCHES (oops == 1)', ['unknown-attribute: oops', 'unexpected: ==']],
    ['products_purchased MATCHES (id > 1)', ['operator-not-allowed: >']],
    ['products_purchased MATCHES (id IS NULL)', ['operator-not-allowed: IS NULL']],
    ["products_purchased MATCHES (tag CONTAINS 'x')", ['operator-not-allowed: CONTAINS']],
    ['products_purchased MATCHES (count MATCHES (1))', ['operator-not-allowed: MATCHES']],
    ['products_purchased MATCHES (count BETWEEN 1 AND 2.5)', ['unknown-value: 2.5']],
    ['products_purchased MATCHES (date BETWEEN 1 OR 2)', ['bad-date: 1', 'unexpected: OR', 'bad-date: 2']],
    ['products_purchased CONTAINS 1012132033639', ['operator-not-allowed: CONTAINS']],
    ['products_purchased = 1', ['operator-not-allowed: =']],
    ['products_purchasd MATCHES (id = 1)', ['unknown-attribute: products_purchasd']],
    ['number_of_orders MATCHES (count = 1)', ['operator-not-allowed: MATCHES']],
    ['number_of_orders NOT_MATCHES', ['operator-not-allowed: NOT_MATCHES']],
    [
      "orders_placed MATCHES (financial_status = 'paid', date > -30d)",
      ['unknown-attribute: financial_status'],
    ],
    ['orders_placed MATCHES (date > 2025-01-01, date < 2025-06-01)', ['unexpected: date']],
    ["store_credit_accounts MATCHES (currency = 'euro')", ["unknown-value: 'euro'"]],
    ["store_credit_accounts MATCHES (currency != 'EUR')", ['operator-not-allowed: !=']],
    ['customer_within_distance MATCHES ()', ['unexpected: MATCHES']],
    ["customer_within_distance MATCHES (coordinates = '1,2')", ['unexpected: MATCHES']],
    ['customer_within_distance MATCHES (distance_km = 5)', ['unexpected: MATCHES']],
    [
      'customer_within_distance MATCHES (coordinates = (1, 2), distance_km = 5, distance_mi = 3)',
      ['unexpected: distance_mi'],
    ],
    ['customer_within_distance MATCHES (coordinates = (1, 2), distance_mi = -5)', ['unknown-value: -5']],
    ['customer_within_distance MATCHES (coordinates = (1, 2), distance_km = 0)', []],
    [
      'customer_within_distance MATCHES (coordinates = (91, 2), distance_km > 5)',
      ['unknown-value: (91, 2)', 'operator-not-allowed: >'],
    ],
    [
      "customer_within_distance MATCHES (coordinates = '1;2', distance_km = '5')",
      ["unknown-value: '1;2'", "unknown-value: '5'"],
    ],
    ['number_of_orders = (1, 2)', ['unknown-value: (1, 2)']],
    ['metafields.a.b = (1, 2)', ['unknown-value: (1, 2)']],
  ])('%s', (query, faults) => {
    expect(faultsOf(query)).toEqual(faults)
  })

  it.each<[string, string[]]>([
    ['orders_placed()', ['unexpected: ']],
    ['orders_placed() AND orders_placed() oops', ['unexpected: AND', 'unexpected: oops']],
    ['orders_placed() = 1', ['unexpected: 1']],
    ['orders_placed() > true', ['unexpected: >']],
    ['orders_placed(date = 2020-01-01) = true', ['unexpected: =']],
    ['orders_placed(date: 5) = true', ['bad-date: 5']],
    ['orders_placed(date:) = true', ['unexpected: )']],
    ['orders_placed(date: BETWEEN 2020-01-01 OR 5) = true', ['unexpected: OR', 'bad-date: 5']],
    ['orders_placed(count_at_most: 5) = true', ['unknown-attribute: count_at_most']],
    ['orders_placed(sum_amount_at_least: 5) = true', ['unknown-attribute: sum_amount_at_least']],
    ['orders_placed(count_at_least: 5, count: 6) = true', ['unexpected: count']],
    ['orders_placed(count_at_least: (5, 6)) = true', ['unknown-value: (5, 6)']],
    ['orders_placed(count_at_least: (5)) = true', ['unexpected: (']],
    ['store_credit_accounts(count_at_least: 5) = true', ['unknown-attribute: count_at_least']],
    ['orders_placed(count: (5, 6), date: (today)) = true', []],
    ['products_purchased(id: ()) = true', ['unexpected: )']],
    ['number_of_orders(1) = true', ['operator-not-allowed: (']],
    ['oops(1) = true AND orders = 1', ['unknown-attribute: oops', 'unknown-attribute: orders']],
    ['oops(1)', ['unknown-attribute: oops']],
    ['oops(1) oops', ['unknown-attribute: oops', 'unexpected: oops']],
  ])('in their old spelling: %s', (query, faults) => {
    expect(faultsOf(query)).toEqual(faults)
  })

  it.each<[string, string[]]>([
    ['anniversary', ['unexpected: ']],
    ['anniversary = today AND orders = 1', ['unexpected: =', 'unknown-attribute: orders']],
    ['anniversary () = today', ['unexpected: )']],
    ["anniversary ('metafields.a.b'", ['unexpected: ']],
    ["anniversary ('metafields.a.b')", ['unexpected: ']],
    ["anniversary ('metafields.a.b') > today", ['operator-not-allowed: >']],
    ["anniversary ('metafields.a.b') = 5", ['bad-date: 5']],
    ["anniversary ('metafields.a.b') BETWEEN today AND 5", ['bad-date: 5']],
    ["anniversary ('oops') = today", ["unknown-attribute: 'oops'"]],
    ["anniversary ('source') = today", ['operator-not-allowed: anniversary']],
    ['anniversary (metafields.a.b) = 5', ['unexpected: metafields.a.b']],
    ["anniversary (day: 'metafields.a.b') = today", ['unexpected: day']],
  ])('an anniversary: %s', (query, faults) => {
    expect(faultsOf(query)).toEqual(faults)
  })

  it.each<[string, string[]]>([
    ['segment', ['unexpected: ']],
    ['segment()', ['unexpected: )']],
    ["segment('vip', 'vip') OR orders = 1", ['unexpected: ,', 'unknown-attribute: orders']],
    ["segment('vip') = true", ["unknown-value: 'vip'", 'unexpected: =']],
    ['random_bucket(20)', ['unexpected: )']],
    ["random_bucket(20 'x')", ["unexpected: 'x'"]],
    ["random_bucket('x', 20)", ["unexpected: 'x'"]],
    ["random_bucket(101, 'x')", ['unknown-value: 101']],
    ["random_bucket(-1, 'x')", ['unknown-value: -1']],
    ["random_bucket(100.5, 'x')", ['unknown-value: 100.5']],
    ["random_bucket(5, '\0')", ["unexpected: '\0'"]],
  ])('another segment, a lot: %s', (query, faults) => {
    expect(faultsOf(query)).toEqual(faults)
  })
})

describe('a catalog of a host', () => {
  const bare: Catalog<never> = { attributes: [{ name: 'points', type: 'integer', read: () => 1 }] }

  it('without ids draws nobody by lot, and proposes no lot', () => {
    for (const query of ["random_bucket(5, 'x')", "random_buckt(5, 'x')"])
      expect(problemsOf(query, bare).map(({ code, params }) => [code, params?.['nearest']])).toEqual([
        ['segment.unknown-attribute', undefined],
      ])
    expect(problemsOf("random_buckt(5, 'x')")[0]?.params).toMatchObject({ nearest: 'random_bucket' })
    expect(completeSegment('ran', 3, { catalog: bare }).items).toEqual([])
    expect(completeSegment('ran', 3).items).toEqual([{ text: 'random_bucket', kind: 'function' }])
    expect(problemsOf('pointz = 1', bare)[0]?.params).toMatchObject({ nearest: 'points' })
  })
})

describe('lists', () => {
  it.each<[string, string[]]>([
    ['number_of_orders IN (1, 2)', []],
    ['number_of_orders IN (1, 2.5)', ['unknown-value: 2.5']],
    ['number_of_orders in(1)', []],
    ['number_of_orders IN 1', ['unexpected: 1']],
    ['number_of_orders IN (1', ['unexpected: ']],
    ['number_of_orders NOT (1)', ['unexpected: (', 'unexpected: 1']],
    ["customer_tags IN ('x')", ['operator-not-allowed: IN']],
    ["customer_tags CONTAINS ANY ('x', 'y')", []],
    ["customer_tags contains all ('x')", []],
    ["customer_tags CONTAINS ANY 'x'", ["unexpected: 'x'"]],
    ["source CONTAINS ANY ('x')", ['operator-not-allowed: CONTAINS ANY']],
    ["last_order_date IN (today, '2020-02-30')", ["bad-date: '2020-02-30'"]],
    ['blocked IN (true, 1)', ['unknown-value: 1']],
    ["rfm_group NOT IN ('NEW', 'OLD')", ["unknown-value: 'OLD'"]],
    ["metafields.a.b IN ('x', 'y')", []],
    ["metafields.a.b IN (1, 'y')", ["unknown-value: 'y'"]],
    ['companies = 5', []],
    ["companies IN (5, '6')", []],
    ['companies > 5', ['operator-not-allowed: >']],
    ['companies = 5.5', ['unknown-value: 5.5']],
    ['created_by_app_id BETWEEN 5 AND 6', []],
    ['created_by_app_id = -5', ['unknown-value: -5']],
  ])('%s', (query, faults) => {
    expect(faultsOf(query)).toEqual(faults)
  })
})

describe('a problem says', () => {
  const paramsOf = (query: string): unknown => problemsOf(query)[0]?.params

  const signs = ['=', '!=', '>', '>=', '<', '<=', 'BETWEEN']
  const order = [...signs, 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL']
  const lists = ['CONTAINS ANY', 'CONTAINS ALL', 'CONTAINS', 'NOT CONTAINS', 'IN', 'NOT IN']
  const ofTags = ['CONTAINS', 'NOT CONTAINS', 'CONTAINS ANY', 'CONTAINS ALL', 'IS NULL', 'IS NOT NULL']
  const all = [...signs, 'IS NULL', 'IS NOT NULL', ...lists]

  it.each<readonly [string, string, object]>([
    ['a name that is nearly known', 'amount_spend = 1', { found: 'amount_spend', nearest: 'amount_spent' }],
    ['how names of metafields begin', 'metafields > 1', { found: 'metafields', nearest: 'metafields.' }],
    ['a known name in capitals', 'SOURCE = 1', { found: 'SOURCE', nearest: 'source' }],
    ['what the platform’s search calls it', 'orders_count = 1', { nearest: 'number_of_orders' }],
    [
      'which operators an attribute has',
      'customer_tags = 1',
      { expected: ['CONTAINS', 'NOT CONTAINS', 'CONTAINS ANY', 'CONTAINS ALL', 'IS NULL', 'IS NOT NULL'] },
    ],
    ['which operators could stand there', 'amount_spent oops', { found: 'oops', expected: order }],
    ['which operator is meant', 'amount_spent BETWEN 1 AND 2', { found: 'BETWEN', nearest: 'BETWEEN' }],
    ['which sign is meant', 'amount_spent == 1', { found: '==', nearest: '=' }],
    ['which sign is meant', 'amount_spent <> 1', { found: '<>', nearest: '!=' }],
    ['which sign is meant', 'amount_spent => 1', { found: '=>', nearest: '>=' }],
    ['which sign is meant', 'amount_spent =< 1', { found: '=<', nearest: '<=' }],
    ['how an operator could go on', 'source IS 5', { found: '5', expected: ['NULL', 'NOT'] }],
    ['how an operator must go on', 'source IS NOT NUL', { expected: ['NULL'], nearest: 'NULL' }],
    ['that a text wants quotes', 'source = web', { found: 'web', expected: ['value'], nearest: "'web'" }],
    [
      'which dates there are',
      'last_order_date = tomorrow',
      { found: 'tomorrow', expected: expect.arrayContaining(['-7d', 'today']) as string[] },
    ],
    ['which date is meant', 'last_order_date = toda', { nearest: 'today' }],
    ['which date is meant', "anniversary ('metafields.a.b') = toda", { nearest: 'today' }],
    ['which date is meant', 'orders_placed MATCHES (date > toda)', { nearest: 'today' }],
    ['which truths there are', 'newsletter = yes', { found: 'yes', expected: ['true', 'false'] }],
    ['which truth is meant', 'newsletter = tru', { nearest: 'true' }],
    ['that a number is wanted', 'amount_spent > ten', { found: 'ten', expected: ['number'] }],
    ['that orders are counted', 'number_of_orders > ten', { found: 'ten', expected: ['whole number'] }],
    ['which states there are, too', 'predicted_spend_tier = zzzz', { expected: ['HIGH', 'MEDIUM', 'LOW'] }],
    ['that a text wants quotes beside any name', 'metafields.a.b = web', { nearest: "'web'" }],
    ['which state is meant, in quotes', 'customer_account_status = enabled', { nearest: "'ENABLED'" }],
    ['how it is asked what is missing', 'source = NULL', { found: 'NULL', nearest: 'IS NULL' }],
    ['how it is asked what is there', 'last_order_date != null', { nearest: 'IS NOT NULL' }],
    ['that the one AND is meant', 'amount_spent BETWEEN 1 OR 2', { found: 'OR', nearest: 'AND' }],
    ['which joint is meant', 'blocked = true && newsletter = true', { found: '&&', nearest: 'AND' }],
    ['which joint is meant', 'blocked = true & newsletter = true', { nearest: 'AND' }],
    ['which joint is meant', '(blocked = true || newsletter = true)', { nearest: 'OR' }],
    ['which joint is meant', 'blocked = true | newsletter = true', { nearest: 'OR' }],
    ['that NOT is meant', '!blocked = true', { found: '!', nearest: 'NOT' }],
    ['which operator is meant, not which joint', 'blocked ! true', { nearest: '!=' }],
    ['how a quote is written', "source = 'it''s'", { found: "'it''s'", nearest: "'it\\'s'" }],
    ['how quotes are written', "source = '''x'''", { nearest: "'\\'x\\''" }],
    ['how a backslash at the end is written', "source = 'C:\\'", { nearest: "'C:\\\\'" }],
    ['which parameter is meant', 'products_purchased MATCHES (product_id = 1)', { nearest: 'id' }],
    [
      'which states there are for a number',
      'predicted_spend_tier = 5',
      { expected: ['HIGH', 'MEDIUM', 'LOW'] },
    ],
    ['which quotes', 'source = "it\'s"', { found: '"it\'s"', nearest: "'it\\'s'" }],
    ['that a number is no text', 'source = 5', { found: '5', expected: ['text'], nearest: "'5'" }],
    ['that a text is no number', "amount_spent = '5'", { found: '5', expected: ['number'] }],
    ['that orders are whole', 'number_of_orders = 1.5', { found: '1.5', expected: ['whole number'] }],
    ['that a truth is none', "blocked = 'true'", { found: 'true', expected: ['true', 'false'] }],
    [
      'which state is meant',
      "email_subscription_status = 'subscribd'",
      { found: 'subscribd', nearest: 'SUBSCRIBED' },
    ],
    ['which states there are', "predicted_spend_tier = 'X'", { expected: ['HIGH', 'MEDIUM', 'LOW'] }],
    [
      'the form of a city',
      "customer_cities CONTAINS 'Toronto'",
      { found: 'Toronto', expected: ['US-NY-NewYorkCity', 'DE-Berlin'] },
    ],
    ['a city without blanks', "customer_cities CONTAINS 'US-NY-New York'", { nearest: 'US-NY-NewYork' }],
    ['a country’s code', "customer_countries CONTAINS 'us'", { expected: ['US', 'DE'], nearest: 'US' }],
    [
      'a region’s code',
      "customer_regions CONTAINS 'us-ny'",
      { expected: ['US-NY', 'CA-ON'], nearest: 'US-NY' },
    ],
    [
      'the forms of a date',
      'last_order_date = 5',
      {
        found: '5',
        expected: ['2020-05-30', '2020-05-30T16:00:00', '-7d', '-2w', '-1m', '-1y', 'today', 'yesterday'],
      },
    ],
    [
      'how a function is asked',
      'products_purchased CONTAINS 1',
      { found: 'CONTAINS', expected: ['MATCHES', 'NOT MATCHES'] },
    ],
    ['how a function is asked', 'products_purchased oops', { expected: ['MATCHES', 'NOT MATCHES'] }],
    [
      'which parameters a function has',
      'checkouts_abandoned MATCHES (oops = 1)',
      { found: 'oops', expected: ['date', 'amount', 'count', 'sum_amount'] },
    ],
    [
      'which parameters a function has',
      'checkouts_abandoned MATCHES (5)',
      { found: '5', expected: ['date', 'amount', 'count', 'sum_amount'] },
    ],
    ['which parameter is meant', 'orders_placed MATCHES (dat = today)', { nearest: 'date' }],
    [
      'which parameters are left',
      'checkouts_abandoned MATCHES (date = today, count = 1, date = today)',
      { found: 'date', expected: ['amount', 'sum_amount'] },
    ],
    [
      'which operators a parameter has',
      'orders_placed MATCHES (app_id oops 1)',
      { expected: ['=', '!=', 'IN', 'NOT IN'] },
    ],
    [
      'which operators a parameter has, but no presence',
      'orders_placed MATCHES (date oops)',
      { expected: [...signs, 'IN', 'NOT IN'] },
    ],
    [
      'the new spelling of an old suffix',
      'orders_placed(count_at_most: 5) = true',
      { found: 'count_at_most', nearest: 'count <= 5' },
    ],
    [
      'the new spelling of an old suffix',
      'orders_placed MATCHES (sum_amount_at_least = 5)',
      { nearest: 'sum_amount >= 5' },
    ],
    [
      'the new spelling of an old suffix, of a parameter without a value',
      'orders_placed MATCHES (count_equals)',
      { nearest: 'count =' },
    ],
    [
      'which operators an attribute has, that is no function',
      'customer_tags MATCHES (x = 1)',
      { expected: ofTags },
    ],
    [
      'which operators an attribute has, that is no date',
      "anniversary ('customer_tags')",
      { expected: ofTags },
    ],
    ['how much a lot may be', "random_bucket(101, 'x')", { found: '101', expected: ['0', '100'] }],
    ['what no store keeps', "random_bucket(5, '\0')", { found: '\ufffd' }],
    [
      'how a point is written',
      'customer_within_distance(coordinates: 5, distance_km: 1) = true',
      { found: '5', expected: ["'40.7,-74.0'"] },
    ],
    [
      'that a distance is a number',
      "customer_within_distance MATCHES (coordinates = '1,2', distance_km = 'x')",
      { found: 'x', expected: ['number from 0'] },
    ],
    ['a comma for AND', 'orders_placed MATCHES (date = today AND count = 1)', { nearest: ',' }],
    ['what closes a list', 'number_of_orders IN (1 2)', { found: '2', expected: [',', ')'] }],
    [
      'what a place wants',
      'customer_within_distance MATCHES (distance_km = 1)',
      { expected: ['coordinates'] },
    ],
    [
      'what a place wants',
      "customer_within_distance MATCHES (coordinates = '1,2')",
      { expected: ['distance_km', 'distance_mi'] },
    ],
    [
      'what is left where no parameter is',
      "customer_within_distance MATCHES (coordinates = '1,2', distance_km = 1, distance_mi = 1)",
      { found: 'distance_mi', expected: [')'] },
    ],
    [
      'that a distance is not negative',
      "customer_within_distance MATCHES (coordinates = '1,2', distance_km = -1)",
      { found: '-1', expected: ['number from 0'] },
    ],
    ['how the old spelling ends', 'orders_placed()', { expected: ['=', '!='] }],
    ['how the old spelling ends', 'orders_placed() = 1', { expected: ['true', 'false'] }],
    ['how the old spelling names', 'orders_placed(date = today) = true', { expected: [':'] }],
    ['what an anniversary wants', "anniversary ('source') = today", { found: 'anniversary' }],
    ['that a bracket follows', 'anniversary = today', { found: '=', expected: ['('] }],
    ['a call in capitals', "ANNIVERSARY ('metafields.a.b') = today", { nearest: 'anniversary' }],
    ['what is known of an email', "email = 'x'", { nearest: 'customer_email_domain' }],
    ['a state without its country', "customer_regions CONTAINS 'ny'", { nearest: 'US-NY' }],
    ['the code of the United Kingdom', "customer_countries CONTAINS 'UK'", { nearest: 'GB' }],
    ['the code of the United Kingdom', "customer_countries CONTAINS 'uk'", { nearest: 'GB' }],
    ['what a lot wants', "random_bucket('x')", { expected: ['number'] }],
    ['a function that is nearly known', 'order_placed MATCHES ()', { nearest: 'orders_placed' }],
    ['a currency', "store_credit_accounts MATCHES (currency = 'eur')", { nearest: 'EUR' }],
    ['what joins conditions', "source = 'x' oops", { found: 'oops', expected: ['AND', 'OR'] }],
    ['what closes a bracket', "(source = 'x' oops", { found: 'oops', expected: ['AND', 'OR', ')'] }],
    ['what begins a condition', '5', { found: '5', expected: ['attribute', 'NOT', '('] }],
  ])('%s', (_what, query, params) => {
    expect(paramsOf(query)).toMatchObject(params)
  })

  it.each([
    ['count_more_than', 'count > 5'],
    ['count_greater_than', 'count > 5'],
    ['count_less_than', 'count < 5'],
    ['count_equals', 'count = 5'],
  ])('the new spelling of the old suffix in %s', (old, nearest) => {
    expect(paramsOf(`orders_placed(${old}: 5) = true`)).toMatchObject({ nearest })
  })

  it.each([
    'amount_spent',
    'amount_spent x 1',
    "rfm_group = ''",
    'q = 1',
    'rfm_group = 5',
    'rfm_group = (1, 2)',
  ])('nothing for what has no letter in common: %s', (query) => {
    expect(paramsOf(query)).not.toHaveProperty('nearest')
  })

  it('every operator where the attribute is unknown', () => {
    expect(problemsOf('oops oops')[1]?.params).toMatchObject({ expected: all })
  })

  it('at most 40 code points of what it found, in what every store can keep', () => {
    const found = (query: string): unknown => problemsOf(query)[0]?.params?.['found']
    expect(found(`${'x'.repeat(100)} = 1`)).toBe('x'.repeat(40))
    expect(found(`source = ${'👍'.repeat(100)}`)).toBe('👍'.repeat(40))
    expect(found("source = '\0\ud800'")).toBe('\ufffd\ufffd')
  })
})

describe('a date', () => {
  it.each([
    '2020-02-30',
    '2021-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-5-3',
    '30-05-2020',
    '30.05.2020',
    '2020/05/30',
    '2020-05-30T16:00',
    '2020-05-30T24:00:00',
    '2020-05-30T16:60:00',
    '2020-05-30T16:00:00Z',
    '2020-05-30T16:00:00.5',
    '2020-05-30t16:00:00',
    '2020-05',
    '-1.5m',
    '-7dT16:00:00',
    '2020-02-30T16:00:00',
    '7d',
    '-7h',
    '-7days',
    '-100000d',
    '5_days_ago',
    '-7',
    '5',
    "'tomorrow'",
    "'2020-02-30'",
    'true',
  ])('%s is none', (date) => {
    expect(faultsOf(`last_order_date > ${date}`)).toEqual([`bad-date: ${date}`])
    expect(faultsOf(`last_order_date BETWEEN ${date} AND today`)).toEqual([`bad-date: ${date}`])
  })

  it.each([
    '2020-02-29',
    '0001-01-01',
    '9999-12-31T23:59:59',
    '-99999d',
    '+30d',
    '-2W',
    '90_days_ago',
    'TODAY',
    "'-7d'",
  ])('%s is one', (date) => {
    expect(faultsOf(`last_order_date > ${date}`)).toEqual([])
  })
})

describe('the values of an attribute', () => {
  it.each<[string, string[]]>([
    ['customer_account_status', ['ENABLED', 'DISABLED', 'INVITED', 'DECLINED']],
    ['customer_type', ['ACCOUNT', 'GUEST']],
    [
      'email_subscription_status',
      ['SUBSCRIBED', 'NOT_SUBSCRIBED', 'UNSUBSCRIBED', 'PENDING', 'INVALID', 'REDACTED'],
    ],
    ['sms_subscription_status', ['SUBSCRIBED', 'NOT_SUBSCRIBED', 'UNSUBSCRIBED', 'PENDING', 'REDACTED']],
    ['predicted_spend_tier', ['HIGH', 'MEDIUM', 'LOW']],
    [
      'rfm_group',
      [
        'CHAMPIONS',
        'LOYAL',
        'ACTIVE',
        'NEW',
        'PROMISING',
        'NEEDS_ATTENTION',
        'ALMOST_LOST',
        'PREVIOUSLY_LOYAL',
        'AT_RISK',
        'DORMANT',
        'PROSPECTS',
      ],
    ],
    [
      'product_subscription_status',
      ['ACTIVE', 'PAUSED', 'CANCELLED', 'EXPIRED', 'FAILED', 'NEVER_SUBSCRIBED'],
    ],
  ])('of %s are known', (attribute, values) => {
    for (const value of values) expect(faultsOf(`${attribute} = '${value}'`)).toEqual([])
    for (const value of ['', 'X', 'toString', '__proto__']) {
      expect(faultsOf(`${attribute} != '${value}'`)).toEqual([`unknown-value: '${value}'`])
    }
  })

  it('do not hold INVALID for text messages', () => {
    expect(faultsOf("sms_subscription_status = 'INVALID'")).toEqual(["unknown-value: 'INVALID'"])
  })

  it.each([
    ['customer_countries', ['US', 'PL'], ['us', 'USA', 'Poland', '', 'U1']],
    [
      'customer_regions',
      ['US-NY', 'NY', 'GB-ENG', 'JP-13', 'MX-TAMPS'],
      ['us-ny', 'New York', 'US-', 'US-ABCDEF', ''],
    ],
    [
      'customer_cities',
      ['US-NY-NewYorkCity', 'DE-Berlin', 'FR-Aix-en-Provence', 'PL-Łódź'],
      ['Toronto', 'us-ny-newyork', 'US-NY-New York', 'DE-', ''],
    ],
  ])('of %s have a form', (attribute, right, wrong) => {
    for (const value of right) expect(faultsOf(`${attribute} CONTAINS '${value}'`)).toEqual([])
    for (const value of wrong)
      expect(faultsOf(`${attribute} NOT CONTAINS '${value}'`)).toEqual([`unknown-value: '${value}'`])
  })

  it('of tags, domains, languages and sources are any text', () => {
    for (const condition of [
      'customer_tags CONTAINS',
      'customer_email_domain =',
      'customer_language !=',
      'source =',
    ]) {
      expect(faultsOf(`${condition} 'nobody has this ☃'`)).toEqual([])
    }
  })

  it('are text that every store can keep', () => {
    expect(faultsOf("customer_tags CONTAINS 'a\0b'")).toEqual(["unexpected: 'a\0b'"])
    expect(faultsOf("customer_tags CONTAINS 'a\ud800'")).toEqual(["unexpected: 'a\ud800'"])
  })
})

describe('a metafield', () => {
  it.each([
    'metafields.a.b',
    'customer.metafields.a.b',
    'metafields.my-app.my-key',
    'metafields.a.b.c',
    'metafields.__proto__.x',
  ])('%s is known', (name) => {
    expect(faultsOf(`${name} = 1`)).toEqual([])
  })

  it.each(['metafields', 'metafields.a', 'customer.metafields', 'metafield.a.b', 'customer.a.b'])(
    '%s is none',
    (name) => {
      expect(faultsOf(`${name} = 1`)).toEqual([`unknown-attribute: ${name}`])
    },
  )

  it.each<[string, string[]]>([
    ['metafields.a.b BETWEEN 1 AND 2', []],
    ["metafields.a.b != 'x'", []],
    ['metafields.a.b != true', []],
    ['metafields.a.b IS NOT NULL', []],
    ['metafields.a.b BETWEEN 1 AND today', ['unknown-value: today']],
    ['metafields.a.b BETWEEN 2020-01-01 AND 5', ['bad-date: 5']],
    ["metafields.a.b > 'x'", ['operator-not-allowed: >']],
    ["metafields.a.b BETWEEN 'x' AND 'y'", ['operator-not-allowed: BETWEEN']],
    ["metafields.a.b > '2020-02-30'", ["bad-date: '2020-02-30'"]],
    ["metafields.a.b > '30.5.2020'", ["bad-date: '30.5.2020'"]],
    ["metafields.a.b > '+1x'", ["bad-date: '+1x'"]],
    ["metafields.a.b > '-1x'", ["bad-date: '-1x'"]],
    ["metafields.a.b > 'Today'", []],
    ['metafields.a.b > true', ['operator-not-allowed: >']],
    ["metafields.a.b CONTAINS 'x'", ['operator-not-allowed: CONTAINS']],
    ['metafields.a.b = 1e5', ['bad-date: 1e5']],
  ])('%s', (query, faults) => {
    expect(faultsOf(query)).toEqual(faults)
  })
})
