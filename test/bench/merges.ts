import { deepStrictEqual, ok } from 'node:assert'
import { type Address, addressFieldNames, type Customer, type CustomerRecord, planMerge } from 'clientele'
import { buildContext, buildRecord } from 'clientele/testing'
import type { Field } from './contest.js'

/** As full as two profiles can be that may still be merged: 250 tags, 5000 characters of note, 100 addresses each. */
const TAGS = 250
const NOTE = 5000
const ADDRESSES = 100

/** How many addresses of both are the same, and how many of the others have the same ids. */
const EQUAL = 10
const CLASHING = 20

const context = buildContext({ store: { relations: { orders: 'in-commit', 'gift-cards': 'in-commit' } } })

function address(record: number, index: number): Address {
  const isShared = index < EQUAL
  return {
    id: index < CLASHING ? `address-${index}` : `address-${record}-${index}`,
    firstName: 'Anna',
    lastName: 'Nowak',
    company: index % 3 === 0 ? 'Kwiaciarnia Róża' : null,
    address1: `ul. Długa ${index}${isShared ? '' : `/${record}`}`,
    address2: null,
    city: 'Kraków',
    provinceCode: null,
    countryCode: 'PL',
    zip: '31-147',
    phone: '+48601234567',
  }
}

/** The second spells half of the tags otherwise. */
function full(record: number): CustomerRecord {
  return buildRecord({
    customer: {
      id: `customer-${record}`,
      email: record === 2 ? 'anna@example.com' : null,
      phone: `+4860123456${record}`,
      note: 'Prefers the back door. Zażółć! '.repeat(NOTE).slice(0, NOTE / 2 - (record % 2)),
      tags: Array.from({ length: TAGS }, (_, at) => (at % 2 === record - 1 ? `Tag ${at} Ó` : `tag ${at} ó`)),
      addresses: Array.from({ length: ADDRESSES }, (_, at) => address(record, at)),
      metafields: { 'facts.birth_date': '1990-01-01', [`shop.of_${record}`]: { size: 40, colours: ['red'] } },
      createdAt: `202${record}-01-01T00:00:00.000Z`,
    },
  })
}

const pairs = Array.from({ length: 20 }, (): readonly [CustomerRecord, CustomerRecord] => [full(1), full(2)])

/** The same merge as somebody would write it by hand: the customer alone, no reasons, no checks, nothing to look at. */
function plainMerge(survivor: Customer, other: Customer, now: string): Customer {
  const tags = new Map<string, string>()
  for (const tag of [...survivor.tags, ...other.tags]) {
    const key = tag.normalize('NFC').toLowerCase()
    if (!tags.has(key)) tags.set(key, tag)
  }
  const addresses = new Map<string, Address>()
  const ids = new Set<string>()
  let issued = 0
  for (const entry of [...survivor.addresses, ...other.addresses]) {
    const content = addressFieldNames.map((name) => entry[name]).join('\u0000')
    if (addresses.has(content)) continue
    const id = ids.has(entry.id) ? `new:${++issued}` : entry.id
    ids.add(id)
    addresses.set(content, { ...entry, id })
  }
  const isSubscribed = survivor.emailMarketingConsent.state === 'SUBSCRIBED'
  const isReached = survivor.smsMarketingConsent.state === 'SUBSCRIBED'
  return {
    ...survivor,
    firstName: survivor.firstName ?? other.firstName,
    lastName: survivor.lastName ?? other.lastName,
    email: survivor.email ?? other.email,
    phone: survivor.phone ?? other.phone,
    locale: survivor.locale ?? other.locale,
    source: survivor.source ?? other.source,
    note: [survivor.note, other.note].filter((note) => note !== null).join(' '),
    tags: [...tags.values()],
    addresses: [...addresses.values()],
    emailMarketingConsent: isSubscribed ? survivor.emailMarketingConsent : other.emailMarketingConsent,
    smsMarketingConsent: isReached ? survivor.smsMarketingConsent : other.smsMarketingConsent,
    metafields: { ...other.metafields, ...survivor.metafields },
    createdAt: survivor.createdAt < other.createdAt ? survivor.createdAt : other.createdAt,
    updatedAt: now,
  }
}

function planned([one, other]: (typeof pairs)[number]): Customer {
  const outcome = planMerge({ records: [one, other] }, context)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join(', '))
  return outcome.value.result.customer
}

const plainly = ([one, other]: (typeof pairs)[number]): Customer =>
  plainMerge(other.customer, one.customer, context.now)

/** Both ways give the same customer, and a full one. */
function check(): void {
  for (const pair of pairs) {
    const customer = planned(pair)
    deepStrictEqual(plainly(pair), customer)
    ok(customer.tags.length === TAGS && [...(customer.note ?? '')].length === NOTE)
    ok(customer.addresses.length === 2 * ADDRESSES - EQUAL)
  }
}

export const merges: Field = {
  races: {
    full: {
      size: `${TAGS} tags, a note of ${NOTE} characters, ${ADDRESSES} addresses each`,
      count: pairs.length,
      check,
      ways: {
        'a plain merge of the customer by hand': () => pairs.map(plainly),
        planMerge: () => pairs.map(planned),
      },
    },
  },
}
