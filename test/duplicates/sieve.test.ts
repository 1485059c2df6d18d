import fc from 'fast-check'
import { policies } from 'clientele'
import { findDuplicates } from 'clientele/duplicates'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { emailKey } from '../../src/contact/email.js'
import { exactBase } from '../../src/duplicates/exact-base.js'
import { foldedNumberOf, foldName } from '../../src/duplicates/fold-name.js'
import { mailboxNumbers } from '../../src/duplicates/key-numbers.js'
import { numberOf, sieve } from '../../src/duplicates/sieve.js'
import { finish } from '../../src/duplicates/steps.js'

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 }

/** The places of what may be there twice, of numbers told one a place. */
function repeatsAmong(numbers: readonly number[]): readonly number[] {
  const { add, repeats } = sieve()
  for (const [place, number] of numbers.entries()) add(number, place)
  const places: number[] = []
  repeats((place) => places.push(place))
  return places
}

describe('the sieve', () => {
  it('keeps all that is there more than once, in order', () => {
    const few = fc.oneof(fc.integer(int32), fc.constantFrom(0, -1, int32.min, int32.max, 7))
    fc.assert(
      fc.property(fc.array(few), (numbers) => {
        const kept = repeatsAmong(numbers)
        const repeated = numbers.flatMap((number, place) =>
          numbers.indexOf(number) === numbers.lastIndexOf(number) ? [] : [place],
        )
        expect(kept).toEqual(expect.arrayContaining(repeated))
        expect(kept).toEqual([...new Set(kept)].toSorted((one, other) => one - other))
      }),
    )
  })

  it('keeps little of what is there once', () => {
    const numbers = Array.from({ length: 20_000 }, (_, i) => numberOf(`customer-${i}@example.com`))
    expect(repeatsAmong(numbers).length).toBeLessThan(600)
    expect(repeatsAmong([])).toEqual([])
  })

  it('keeps what is made to look the same, and loses nothing', () => {
    const numbers = Array.from({ length: 1025 }, (_, i) => i)
    expect(repeatsAmong(numbers)).toEqual(numbers)
  })

  it('grows beyond any size it was made for', () => {
    for (const size of [0, 1, 2, 3]) {
      const { add, repeats } = sieve(size)
      const places: number[] = []
      for (const place of [0, 1, 2, 3, 4]) add(7, place)
      repeats((place) => places.push(place))
      expect(places).toEqual([0, 1, 2, 3, 4])
    }
  })

  it('does not count what one place has twice', () => {
    const { add, repeats } = sieve()
    for (const text of ['a', 'b', 'a']) add(numberOf(text), 0)
    add(numberOf('c'), 1)
    repeats((place) => expect.unreachable(String(place)))
  })
})

describe('the number of a text', () => {
  it('tells where a text ends', () => {
    expect(numberOf('b', numberOf('a'))).not.toBe(numberOf('', numberOf('ab')))
    expect(numberOf('ab')).not.toBe(numberOf('ba'))
  })

  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '-',
      'Anna',
      'A-n.na Z',
      '@[`{/:',
      '09',
      'Ánna',
      '\u212a',
      'İ',
      'ß',
      '\ud800',
      '王',
      '\x7f\x80',
    ),
  )

  it('is for a folded text the same as without the short cut for ASCII', () => {
    fc.assert(
      fc.property(texts, fc.integer(int32), (text, before) => {
        expect(foldedNumberOf(text, before)).toBe(numberOf(foldName(text) ?? '', before))
      }),
    )
  })

  it('is of a text that folds as if it were no ASCII', () => {
    const plainly = (text: string): string | null =>
      text
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]+/gu, '') || null
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldName(text)).toBe(plainly(text))
      }),
    )
  })
})

describe('the number of a mailbox', () => {
  const emails = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom('a', 'Z', '7', '+', '@', '.', ' ', '{', '~', '\x7f', '!', 'é', '\u0301'),
    }),
    fc.constantFrom(
      'anna@example.com',
      'anna+x@example.com',
      '+@a',
      'ANNA@x',
      ' a@b ',
      'z\u0307@x',
      '@[`',
      '',
    ),
  )

  it('is of every email that of its key without a tag', () => {
    fc.assert(
      fc.property(emails, (email) => {
        const key = emailKey(email, { ignoreTags: true })
        expect(mailboxNumbers({ ignore: [] })(email)).toBe(key === '' ? null : numberOf(key))
      }),
    )
  })

  it('is by a rule that of the key that the rule makes, and none of an email that is nobody’s', () => {
    const byRule = mailboxNumbers({ ignore: ['noreply@*'], emailKey: { ignoreDots: true } })
    expect(byRule('an.na@example.com')).toBe(numberOf('anna@example.com'))
    expect(byRule('noreply@example.com')).toBe(null)
    expect(mailboxNumbers({ ignore: ['noreply@*'] })('noreply@example.com')).toBe(null)
    expect(mailboxNumbers({ ignore: [], emailKey: { ignoreDots: true } })('a.b@x')).toBe(numberOf('ab@x'))
  })
})

describe('pairs by exact rules', () => {
  const home = { firstName: null, lastName: null, company: null, address1: null, address2: null, city: null }
  const at = (id: string, zip: string | null, phone: string | null) => ({
    ...home,
    id,
    zip,
    phone,
    provinceCode: null,
    countryCode: 'PL',
  })
  const person = (id: string, phone: string, firstName: string | null = 'Anna') =>
    buildRecord({
      customer: {
        id,
        firstName,
        lastName: 'Nowak',
        email: null,
        phone,
        addresses: [at('a', '00-950', phone), at('b', '00950', null), at('c', null, '+48601234569')],
        defaultAddressId: 'a',
      },
    })
  const pairs = (...records: readonly ReturnType<typeof person>[]) => {
    const found = finish(exactBase(records, policies.shopify, {}).pairs())
    const ids: string[] = []
    found.visit(0, found.count(), (one, other) =>
      ids.push([one, other].map((place) => records[place]?.customer.id).join('/')),
    )
    return ids
  }

  it('are none who only share with themselves', () => {
    expect(pairs(person('1', '+48601234567'))).toEqual([])
  })

  it('are all who share a key by any rule, once', () => {
    const [one, other] = [person('2', '+48601234567'), person('1', '+48601234567')]
    expect(pairs(one, other, person('3', '+48601234568', null))).toEqual(['2/1', '2/3', '1/3'])
  })

  it('are told by what is told last, and nobody is their own duplicate', () => {
    const [one, other] = [person('1', '+48601234567'), person('2', '+48601234567')]
    expect(findDuplicates([one, one], { blocking: 'exact' })).toEqual({ groups: [], possible: [] })
    expect(findDuplicates([one, one])).toEqual({ groups: [], possible: [] })
    expect(findDuplicates([other, one, other], { blocking: 'exact' }).groups.map(({ ids }) => ids)).toEqual([
      ['1', '2'],
    ])
  })
})
