import { describe, expect, it } from 'vitest'
import type { AddressFields } from '../../src/address/address.js'
import { unwantedTextProblems } from '../../src/address/unwanted-text.js'
import { attackStrings, expectLinear } from '../hostile-texts.js'

type Field = keyof AddressFields

const written: readonly Field[] = ['company', 'address1', 'address2', 'city', 'zip']
const others: readonly Field[] = ['firstName', 'lastName', 'provinceCode', 'countryCode']

/** In which fields each code is said of a text. */
const refused: readonly (readonly [text: string, code: string, fields: readonly Field[]])[] = [
  ['<b>Nowak</b>', 'address.html-tag', written],
  ['Nowak</B >', 'address.html-tag', written],
  ['<script src=x>', 'address.html-tag', written],
  ['<!-- -->', 'address.html-tag', written],
  ['<?php ?>', 'address.html-tag', written],
  ['a<img\nsrc="x">', 'address.html-tag', written],
  ['🏠', 'address.emoji', written],
  ['behind the 👨‍👩‍👧‍👦', 'address.emoji', written],
  ['🇳🇴', 'address.emoji', written],
  ['❤\ufe0f', 'address.emoji', written],
  ['5\ufe0f\u20e3', 'address.emoji', written],
  ['✅', 'address.emoji', written],
  ['https://example.com', 'address.url', ['city', 'zip', 'phone']],
  ['see ftp://x', 'address.url', ['city', 'zip', 'phone']],
  ['WWW.example.com', 'address.url', ['city', 'zip', 'phone']],
]

describe('unwantedTextProblems', () => {
  it.each(refused)('refuses %j where the large platform does', (text, code, fields) => {
    for (const field of [...written, ...others, 'phone'] as const) {
      const expected = fields.includes(field) ? [{ code, path: [field] }] : []
      expect(unwantedTextProblems(field, text)).toEqual(expected)
    }
  })

  it.each([
    'Nowak < Söhne',
    'a < b > c',
    '<3',
    '< b>',
    '<b',
    'Acme™ © ®',
    'Kwiaty ♥',
    '☎ 12',
    '〒100-0001',
    'No. 5 # * 7',
    '1‼',
    'St. Gallen: a/b',
    'awww.',
    'wwwx',
    'http:/x',
    '𠮷野町',
    '',
  ])('has nothing against %j', (text) => {
    for (const field of ['company', 'city', 'phone'] as const)
      expect(unwantedTextProblems(field, text)).toEqual([])
  })

  it('says all that is wrong with a field', () => {
    expect(unwantedTextProblems('city', '<i>🏠</i> www.x').map(({ code }) => code)).toEqual([
      'address.html-tag',
      'address.emoji',
      'address.url',
    ])
  })

  it.each(Object.entries({ ...attackStrings, 'open tags': (length: number) => '<a'.repeat(length / 2) }))(
    'takes linear time on %s',
    (_what, attack) => {
      expectLinear((text) => unwantedTextProblems('city', text), attack)
    },
  )
})
