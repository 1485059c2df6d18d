import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesSearch, readSearch, searchedTexts } from '../../src/customer/matches-search.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildRecord } from '../../src/testing/build-record.js'

const nothing = {
  firstName: null,
  lastName: null,
  address1: 'Storgata 5',
  address2: null,
  city: 'Oslo',
  provinceCode: null,
  countryCode: 'NO',
  zip: null,
  phone: null,
}
const record = buildRecord({
  customer: {
    firstName: 'Zoë',
    lastName: 'van den Berg',
    email: 'Zoe.Berg@example.com',
    phone: '+48601234567',
    tags: ['VIP', 'newsletter 2026'],
    addresses: [{ ...nothing, id: 'a', company: 'Berg & Sønn AS' }],
    billingDetails: [{ ...nothing, id: 'b', company: 'Fjell ANS', taxId: '123456785' }],
    note: 'secret',
  },
})

describe('L-4a a search', () => {
  it.each([
    ['a first name, in any case', 'ZOË'],
    ['a name, however its accent is written', 'zoe\u0308'],
    ['part of a name', 'ber'],
    ['words in any order', 'berg zoë'],
    ['an email', 'zoe.berg@EXAMPLE.com'],
    ['part of an email', '@example'],
    ['a phone', '+48601234567'],
    ['a phone as people write it', '+48 601-234.567'],
    ['a national phone', '(0)601 234 567'],
    ['a phone with the international prefix', '0048 601 234 567'],
    ['part of a phone', '234 567'],
    ['a phone beside a name', 'zoë 601-234-567'],
    ['a company', 'sønn'],
    ['a company of the invoice data', 'fjell'],
    ['a tag', 'vip'],
    ['nothing', ' \t '],
    ['words in different fields', 'zoë vip fjell'],
  ])('finds by %s', (_name, search) => {
    expect(matchesSearch(record, search)).toBe(true)
  })

  it.each([
    ['a word that is nowhere', 'zoë anna'],
    ['half a character', '\ud800'],
    ['half a character at the end', 'zoë\ud83d'],
    ['half a character at the end of all that is looked at', `zoë${' '.repeat(996)}\ud83d`],
    ['what the note says', 'secret'],
    ['a street', 'storgata'],
    ['a tax id', '123456785'],
    ['another number', '+48 601 234 568'],
    ['too little of a number', '99'],
    // the phone holds a 7 and a 45, and so do thousands
    ['zeros before a single digit', '007'],
    ['a zero before two digits', '045'],
    ['a mark of a number', '-'.repeat(3)],
  ])('does not find by %s', (_name, search) => {
    expect(matchesSearch(record, search)).toBe(false)
  })

  it('finds nobody by a number who has none, and reads no endless search', () => {
    const nobody = buildRecord({ customer: { firstName: null, lastName: null, email: null } })
    expect(matchesSearch(nobody, '601 234')).toBe(false)
    expect(matchesSearch(record, `zoë ${' '.repeat(1000)}anna`)).toBe(true)
    expect(matchesSearch(record, 'a\u0000'.repeat(100_000))).toBe(false)
  })

  it('looks for whole characters: half of one is nowhere, and one that the limit cuts is not looked for', () => {
    const smiling = buildRecord({ customer: { firstName: '😀', lastName: null } })
    expect(matchesSearch(smiling, '😀')).toBe(true)
    expect(matchesSearch(smiling, '\ude00')).toBe(false)
    expect(matchesSearch(smiling, `😀${' '.repeat(997)}😀`)).toBe(true)
  })

  it('finds everybody by nothing, even who has no text at all', () => {
    const blank = { firstName: null, lastName: null, email: null, phone: null, tags: [] }
    expect(matchesSearch(buildRecord({ customer: blank }), ' \t ')).toBe(true)
  })

  it('is read as the words of it, and as one number', () => {
    const words = [
      { text: 'zoë', number: null },
      { text: '0601', number: '601' },
    ]
    expect(readSearch(' ZOË \t 0601 ')).toEqual({ number: null, words })
    expect(readSearch(' ')).toEqual({ number: null, words: [] })
    expect(readSearch('a\u0000')).toEqual({ number: null, words: null })
  })

  it.each([
    ['12', null],
    ['123', '123'],
    ['+48 (601) 234-567', '+48601234567'],
    ['0048 601', '48601'],
    ['0601', '601'],
    ['00601', '601'],
    ['0060', '060'],
    ['007', '007'],
    ['000', '000'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', null],
    ['a123', null],
    ['123a', null],
  ])('reads %j as the number %j', (search, number) => {
    expect(readSearch(search).number).toBe(number)
  })

  it('looks into the texts of a customer and into no others', () => {
    expect(searchedTexts(record.customer)).toEqual([
      'zoë',
      'van den berg',
      'zoe.berg@example.com',
      '+48601234567',
      'berg & sønn as',
      'fjell ans',
      'vip',
      'newsletter 2026',
    ])
    const blank = { firstName: null, lastName: null, email: null, phone: null, tags: [] }
    expect(searchedTexts(buildRecord({ customer: blank }).customer)).toEqual([])
  })

  it('finds everybody by each of their own words', () => {
    fc.assert(
      fc.property(arbitraries(fc).record, (one) => {
        const { firstName, lastName, email, phone, tags } = one.customer
        const words = [firstName, lastName, email, phone, ...tags].filter((word) => word !== null)
        expect(words.filter((word) => !matchesSearch(one, word))).toEqual([])
      }),
    )
  })
})
