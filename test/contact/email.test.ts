import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailKey, emailProblems, normalizeEmail, type EmailKeyOptions } from '../../src/contact/email.js'
import { attackStrings, expectLinear, expectWithin, unstorableTexts } from '../hostile-texts.js'

const codes = (email: string, limit = 255): string[] => emailProblems(email, limit).map(({ code }) => code)

describe('emailProblems', () => {
  it.each([
    'anna@example.com',
    'Anna.Nowak@Example.COM',
    'anna+shop@example.com',
    "o'brien@example.com",
    'a@b.co',
    'a_b-c!#$%&*/=?^`{|}~@example.com',
    'anna@mail.shop.example.com',
    'anna@my-shop.example',
    'anna@xn--bcher-kva.example',
    'anna@bücher.example',
    'ольга@пример.рф',
    'さくら@例え.jp',
    'anna@1and1.com',
    '1@2.example',
    '😀@example.com',
    'anna@ä.example',
  ])('has nothing against %s', (email) => {
    expect(codes(email)).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['no @', 'anna.example.com'],
    ['no local part', '@example.com'],
    ['no domain', 'anna@'],
    ['an @ alone', '@'],
    ['two @', 'anna@nowak@example.com'],
    ['a domain without a dot', 'anna@localhost'],
    ['a dot at the end of the domain', 'anna@example.com.'],
    ['a dot at the start of the domain', 'anna@.example.com'],
    ['two dots in the domain', 'anna@example..com'],
    ['a hyphen at the start of a label', 'anna@-example.com'],
    ['a hyphen at the end of a label', 'anna@example-.com'],
    ['an underscore in the domain', 'anna@my_shop.example'],
    ['a slash in the domain', 'anna@example.com/x'],
    ['a colon in the domain', 'anna@example.com:25'],
    ['a combining accent at the start of a label', 'anna@\u0301a.example'],
    ['a dot at the start', '.anna@example.com'],
    ['a dot at the end of the local part', 'anna.@example.com'],
    ['two dots in the local part', 'an..na@example.com'],
    ['quotes', '"anna nowak"@example.com'],
    ['angle brackets', 'Anna<anna@example.com>'],
    ['a comma', 'anna,nowak@example.com'],
    ['a semicolon', 'a;b@example.com'],
    ['a colon', 'mailto:anna@example.com'],
    ['parentheses', 'anna(nowak)@example.com'],
    ['square brackets', 'anna[1]@example.com'],
    ['a backslash', 'anna\\@example.com'],
    ['a blank', 'anna nowak@example.com'],
    ['an outer blank', ' anna@example.com'],
    ['an ideographic blank', 'anna\u3000@example.com'],
    ['a percent-encoded line end', 'anna@example.com%0d%0aBcc:x@example.com'],
    ['an address literal', 'anna@[127.0.0.1]'],
  ])('refuses %s', (_what, email) => {
    expect(codes(email)).toEqual(['email.invalid'])
  })

  it.each<readonly [string, string]>([
    ['a line end and a header', 'a@b.co\r\nBcc: x@example.com'],
    ['a line feed', 'anna@exam\nple.com'],
    ['a carriage return', 'anna@exam\rple.com'],
    ['a line separator', 'anna@example.com\u2028'],
    ['a paragraph separator', 'anna@example.com\u2029'],
    ['a next line', 'anna\u0085@example.com'],
    ['a tab', 'anna\t@example.com'],
    ['a delete character', 'anna\u007f@example.com'],
    ['a zero-width blank', 'an\u200bna@example.com'],
    ['a zero-width joiner', 'an\u200dna@example.com'],
    ['a byte order mark', '\ufeffanna@example.com'],
    ['a soft hyphen', 'an\u00adna@example.com'],
    ['a right-to-left override', 'anna\u202e@example.com'],
    ['a right-to-left mark', 'anna\u200f@example.com'],
    ['an isolate', 'anna\u2066@example.com'],
    ['an Arabic letter mark', 'anna\u061c@example.com'],
    ['a word joiner', 'anna\u2060@example.com'],
    ['a Hangul filler', 'anna\u3164@example.com'],
    ['a combining grapheme joiner', 'an\u034fna@example.com'],
    ['a variation selector', 'anna\ufe0f@example.com'],
    ['a tag character', 'anna\u{e0041}@example.com'],
    ['an interlinear mark', 'anna\ufff9@example.com'],
    ...unstorableTexts.map(
      (text) => [`the unstorable ${JSON.stringify(text)}`, `a${text}@example.com`] as const,
    ),
  ])('refuses what nobody sees: %s', (_what, email) => {
    expect(codes(email)).toEqual(['email.dangerous-character'])
  })

  it.each([
    [254, []],
    [255, []],
    [256, ['email.too-long']],
  ])('judges %i code points by the limit of 255', (length, expected) => {
    expect(codes(`${'a'.repeat(length - '@example.com'.length)}@example.com`)).toEqual(expected)
    expect(codes(`${'😀'.repeat(length - '@example.com'.length)}@example.com`)).toEqual(expected)
  })

  it('says the limit and the place, and nothing of the address', () => {
    expect(emailProblems('canary@example.com', 5, ['rows', 3])).toEqual([
      { code: 'email.too-long', path: ['rows', 3], params: { limit: 5 } },
    ])
    expect(emailProblems('canary', 255)).toEqual([{ code: 'email.invalid', path: ['email'] }])
  })

  it.each(Object.entries(attackStrings))(
    'takes linear time on %s, however long a policy allows',
    (_what, attack) => {
      expectLinear((text) => emailProblems(text, 1_000_000), attack)
    },
  )

  it('refuses a megabyte in a few milliseconds', () => {
    const megabyte = 'a'.repeat(1_000_000)
    expectWithin(5, () => emailProblems(megabyte, 255))
  })
})

describe('normalizeEmail', () => {
  it.each([
    [' anna@example.com ', 'anna@example.com'],
    ['anna @ example.com', 'anna@example.com'],
    ['\tanna\t@example.com\r\n', 'anna@example.com'],
    ['anna\u00a0@example.com', 'anna@example.com'],
    ['Anna@Example.com', 'Anna@Example.com'],
    ['   ', ''],
  ])('keeps %j as %j', (typed, kept) => {
    expect(normalizeEmail(typed)).toBe(kept)
  })

  it('keeps an inner line end, which is no blank but a trap', () => {
    expect(codes(normalizeEmail(' a@b.co\r\nx.com '))).toEqual(['email.dangerous-character'])
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(normalizeEmail, attack)
  })
})

describe('emailKey', () => {
  it.each([
    ['Anna@Example.com', 'anna@example.com', true],
    [' anna @example.com', 'anna@example.com', true],
    ['zoe\u0308@example.com', 'zoë@example.com', true],
    ['J\u030c@example.com', 'ǰ@example.com', true],
    ['K@example.com', '\u212a@example.com', true],
    ['a.nna@example.com', 'anna@example.com', false],
    ['anna+shop@example.com', 'anna@example.com', false],
    ['I@example.com', 'ı@example.com', false],
    ['İ@example.com', 'i@example.com', false],
    ['straße@example.com', 'strasse@example.com', false],
    ['ﬁ@example.com', 'fi@example.com', false],
    ['а@example.com', 'a@example.com', false],
  ])('E-3, C-6: %j and %j are one mailbox: %j', (one, other, isSame) => {
    expect(emailKey(one) === emailKey(other)).toBe(isSame)
  })

  it.each<[EmailKeyOptions, string, string]>([
    [{ ignoreTags: true }, 'Anna+shop@example.com', 'anna@example.com'],
    [{ ignoreTags: true }, 'anna+shop+new@example.com', 'anna@example.com'],
    [{ ignoreTags: true }, 'an.na+shop@example.com', 'an.na@example.com'],
    [{ ignoreTags: true }, '+shop@example.com', '+shop@example.com'],
    [{ ignoreTags: true }, 'anna@ex+ample.com', 'anna@ex+ample.com'],
    [{ ignoreTags: true }, 'anna+shop', 'anna+shop'],
    [{ ignoreDots: true }, 'an.n.a@mail.example.com', 'anna@mail.example.com'],
    [{ ignoreDots: true }, 'an.na+sh.op@example.com', 'anna+shop@example.com'],
    [{ ignoreDots: true }, '..@example.com', '..@example.com'],
    [{ ignoreDots: true }, 'zoe.\u0308@example.com', 'zoë@example.com'],
    [{ ignoreTags: true, ignoreDots: true }, 'an.na+sh.op@example.com', 'anna@example.com'],
    [{ ignoreTags: false, ignoreDots: false }, 'an.na+shop@example.com', 'an.na+shop@example.com'],
    [{}, 'an.na+shop@example.com', 'an.na+shop@example.com'],
  ])('C-6 lets pass what the host asks for: %j makes of %j %j', (options, email, key) => {
    expect(emailKey(email, options)).toBe(key)
  })

  it('changes nothing the second time, whatever the host asks for', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', 'E', '.', '+', '@', ' ', '\u0301', 'İ', 'J\u030c') }),
    )
    const options = fc.record({ ignoreTags: fc.boolean(), ignoreDots: fc.boolean() })
    fc.assert(
      fc.property(texts, options, (text, asked) => {
        const key = emailKey(text, asked)
        expect(emailKey(key, asked)).toBe(key)
        expect(emailKey(emailKey(text), asked)).toBe(key)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear((text) => emailKey(text, { ignoreTags: true, ignoreDots: true }), attack)
  })
})
