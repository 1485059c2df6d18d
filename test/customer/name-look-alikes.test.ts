import { describe, expect, it } from 'vitest'
import { customerProblems, customerWarnings } from '../../src/customer/customer-problems.js'
import { nameDoubts } from '../../src/customer/name-look-alikes.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { attackStrings, expectLinear, expectWithin } from '../hostile-texts.js'

const signsOf = (name: string): unknown[] => nameDoubts(name, 255, []).map(({ params }) => params?.sign)

describe('nameDoubts', () => {
  it.each([
    'Anna',
    'Zoë',
    'Zoe\u0308',
    "O'Brien-Nowak",
    'Łukasz',
    'Ольга',
    'Ελένη',
    'Արամ',
    'محمد',
    'さくら 太郎',
    'サクラ花子',
    '김민준',
    'Anna Анна',
    'Анна-Maria',
    'A太郎',
    'María José 2',
    '😀',
    '👩\u200d🚀',
    '❤\ufe0f\u200d🔥',
    '葛\u{e0100}城',
    'می\u200cخواهم',
    'ශ්\u200dරී',
    '',
  ])('finds nothing odd in %j', (name) => {
    expect(signsOf(name)).toEqual([])
  })

  it.each([
    ['a Cyrillic a in a Latin word', 'Ann\u0430', ['mixed-scripts']],
    ['a Greek omicron in a Latin word', 'J\u03bfhn', ['mixed-scripts']],
    ['a Latin a in a Cyrillic word', 'Ольгa', ['mixed-scripts']],
    ['an Armenian letter in a Latin word', 'J\u0585hn', ['mixed-scripts']],
    ['a Cherokee letter in a Latin word', 'J\u13a0ne', ['mixed-scripts']],
    ['the second word alone', 'Jan N\u043ewak', ['mixed-scripts']],
    ['two alphabets that only a zero-width blank divides', 'An\u200bна', ['mixed-scripts', 'invisible']],
    ['a zero-width blank', 'An\u200bna', ['invisible']],
    ['a joiner among Latin letters', 'An\u200dna', ['invisible']],
    ['a joiner at the start', '\u200dAnna', ['invisible']],
    ['a byte order mark', '\ufeffAnna', ['invisible']],
    ['a soft hyphen', 'An\u00adna', ['invisible']],
    ['a Hangul filler', '\u3164', ['invisible']],
    ['a tag character', 'Anna\u{e0041}', ['invisible']],
    ['a variation selector behind a letter', 'Anna\ufe0f', ['invisible']],
    ['a line end and a header', 'Anna\r\nBcc: x@example.com', ['invisible']],
    ['a line separator', 'Anna\u2028', ['invisible']],
    ['a right-to-left override', 'Anna\u202e', ['direction']],
    ['a right-to-left mark', 'محمد\u200f', ['direction']],
    ['an Arabic letter mark', 'Anna\u061c', ['direction']],
    ['an isolate', '\u2066Anna\u2069', ['direction']],
    ['all of them', '\u202eAnn\u0430\u200b', ['mixed-scripts', 'invisible', 'direction']],
  ])('finds %s', (_what, name, signs) => {
    expect(signsOf(name)).toEqual(signs)
  })

  it('does not look at a name too long to be kept', () => {
    expect(nameDoubts(`${'a'.repeat(254)}\u200b`, 255, []).length).toBe(1)
    expect(nameDoubts(`${'a'.repeat(255)}\u200b`, 255, [])).toEqual([])
    expectWithin(5, () => nameDoubts('a'.repeat(1_000_000), 255, []))
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s, whatever the limit', (_what, attack) => {
    expectLinear((text) => nameDoubts(text, 1_000_000, []), attack)
  })
})

describe('customerWarnings', () => {
  const { customer } = buildRecord()
  const [firstName, lastName] = ['Ann\u0430', 'No\u200bwak']
  const address = {
    id: 'address-1',
    firstName,
    lastName,
    company: null,
    address1: 'Storgata 5',
    address2: null,
    city: 'Tromsø',
    provinceCode: null,
    countryCode: 'NO',
    zip: '9008',
    phone: null,
  }

  it('warns of names that look like others, and keeps them', () => {
    const odd = { ...customer, firstName, lastName, addresses: [address], defaultAddressId: 'address-1' }
    const doubt = (sign: string, ...path: (string | number)[]): unknown => ({
      code: 'customer.name-look-alike',
      path,
      params: { sign },
    })
    expect(customerProblems(odd)).toEqual([])
    expect(customerWarnings(odd)).toEqual([
      doubt('mixed-scripts', 'firstName'),
      doubt('invisible', 'lastName'),
      doubt('mixed-scripts', 'addresses', 0, 'firstName'),
      doubt('invisible', 'addresses', 0, 'lastName'),
    ])
  })
})
