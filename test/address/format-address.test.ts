import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AddressInput } from '../../src/address/address.js'
import { countries } from '../../src/address/countries/countries.js'
import type { Country } from '../../src/address/country.js'
import { formatAddress, type FormatAddressOptions } from '../../src/address/format-address.js'
import { attackStrings, expectLinear, prototypeNames, unstorableTexts } from '../hostile-texts.js'

const linesOf = (address: AddressInput, options: FormatAddressOptions = {}): string[] =>
  formatAddress(address, { countries, ...options }).split('\n')

const tokyo = { provinceCode: '13', zip: '100-0005', countryCode: 'JP' }

describe('formatAddress', () => {
  it.each([
    ['AU', 'New South Wales', 'NSW'],
    ['BR', 'São Paulo', 'SP'],
    ['CA', 'Ontario', 'ON'],
    ['IT', 'Roma', 'RM'],
    ['US', 'New York', 'NY'],
    ['JP', '13', 'Tokyo'],
  ])('of mail in %s, the province %s is written %s', (countryCode, provinceCode, written) => {
    const address = { address1: '1', city: 'C', provinceCode, countryCode }
    expect(
      linesOf(address)
        .join(' ')
        .split(/[ ,-]+/),
    ).toContain(written)
  })

  it.each([
    ['太郎', '山田', '山田 太郎'],
    ['Taro', '山田', '山田 Taro'],
    ['太郎', 'Yamada', 'Yamada 太郎'],
    ['Taro', 'Yamada', 'Taro Yamada'],
    [null, '山田', '山田'],
    ['Taro', null, 'Taro'],
  ])('has the family name first where a name of %j and %j has such letters', (firstName, lastName, name) => {
    expect(linesOf({ firstName, lastName, city: 'Oslo', countryCode: 'NO' })[0]).toBe(name)
  })

  it.each<[string, AddressInput, string[]]>([
    [
      'US',
      {
        firstName: 'Ann',
        lastName: 'Lee',
        address1: '350 Fifth Ave',
        address2: 'Fl 21',
        city: 'New York',
        provinceCode: 'New York',
        zip: '10118',
      },
      ['Ann Lee', '350 Fifth Ave', 'Fl 21', 'New York, NY 10118', 'United States'],
    ],
    [
      'PL',
      { address1: 'Piękna 1', city: 'Warszawa', zip: '00-549' },
      ['Piękna 1', '00-549 Warszawa', 'Poland'],
    ],
    ['NO', { address1: 'Storgata 5', city: 'Tromsø', zip: '9008' }, ['Storgata 5', '9008 Tromsø', 'Norway']],
    [
      'NL',
      { address1: 'Damrak 1', city: 'Amsterdam', zip: '1012 LG' },
      ['Damrak 1', '1012 LG Amsterdam', 'Netherlands'],
    ],
    [
      'FI',
      { firstName: 'Aino', company: 'Oy Ab', address1: 'Mannerheimintie 1', city: 'Helsinki', zip: '00100' },
      ['Oy Ab', 'Aino', 'Mannerheimintie 1', 'FI-00100 Helsinki', 'Finland'],
    ],
    ['FI', { city: 'Helsinki', zip: 'fi-00100' }, ['FI-00100 Helsinki', 'Finland']],
    ['FI', { city: 'Helsinki' }, ['Helsinki', 'Finland']],
    [
      'GB',
      { address1: '10 Downing Street', city: 'London', zip: 'SW1A 2AA', provinceCode: 'ENG' },
      ['10 Downing Street', 'London', 'SW1A 2AA', 'United Kingdom'],
    ],
    [
      'DE',
      { address1: 'Unter den Linden 77', city: 'Berlin', zip: '10117' },
      ['Unter den Linden 77', '10117 Berlin', 'Germany'],
    ],
    [
      'JP',
      {
        ...tokyo,
        firstName: '太郎',
        lastName: '山田',
        company: '会社',
        address1: '丸の内1-1',
        city: '千代田区',
      },
      ['〒100-0005', '東京都千代田区', '丸の内1-1', '会社', '山田 太郎', 'Japan'],
    ],
    [
      'JP',
      { ...tokyo, firstName: 'Taro', lastName: 'Yamada', address1: '1-1 Marunouchi', city: 'Chiyoda-ku' },
      ['Taro Yamada', '1-1 Marunouchi', 'Chiyoda-ku, Tokyo', '100-0005', 'Japan'],
    ],
    ['JP', { ...tokyo, address1: '1-1 Marunouchi' }, ['1-1 Marunouchi, Tokyo', '100-0005', 'Japan']],
    ['CA', { city: 'Ottawa', provinceCode: 'Ontario', zip: 'K1A 0A9' }, ['Ottawa ON K1A 0A9', 'Canada']],
    [
      'BR',
      { city: 'São Paulo', provinceCode: 'SP', zip: '01310-100' },
      ['São Paulo-SP', '01310-100', 'Brazil'],
    ],
    [
      'IE',
      { city: 'Cork', provinceCode: 'CO', zip: 'T12 X70A' },
      ['Cork', 'Co. Cork', 'T12 X70A', 'Ireland'],
    ],
    [
      'AE',
      { address1: 'Road 1', city: 'Dubai', provinceCode: 'DU' },
      ['Road 1', 'Dubai', 'United Arab Emirates'],
    ],
    [
      'AE',
      { address1: 'Road 1', city: 'Hatta', provinceCode: 'DU' },
      ['Road 1', 'Hatta', 'Dubai', 'United Arab Emirates'],
    ],
    ['AE', { address1: 'Road 1', zip: '00000' }, ['Road 1', '00000', 'United Arab Emirates']],
    ['SG', { city: 'singapore', zip: '238801' }, ['SINGAPORE 238801', 'Singapore']],
    [
      'SG',
      { address1: '1 Beach', city: 'Sentosa', zip: '098000' },
      ['1 Beach', 'Sentosa', 'SINGAPORE 098000', 'Singapore'],
    ],
    ['US', { city: 'New York', zip: '10118' }, ['New York 10118', 'United States']],
    ['CA', { city: 'Ottawa', provinceCode: 'Ottawa County' }, ['Ottawa Ottawa County', 'Canada']],
    ['Narnia', { address1: 'Lamp post', city: 'Waste' }, ['Lamp post', 'Waste', 'Narnia']],
  ])('writes an address in %s: %j', (countryCode, address, lines) => {
    expect(linesOf({ ...address, countryCode })).toEqual(lines)
  })

  it('keeps one order where no countries are given', () => {
    const address = { address1: 'Storgata 5', city: 'Tromsø', zip: '9008', countryCode: 'NO' }
    expect(formatAddress(address)).toBe('Storgata 5\nTromsø 9008\nNorway')
    expect(formatAddress({ ...address, provinceCode: 'TR' })).toBe('Storgata 5\nTromsø TR 9008\nNorway')
  })

  it('writes one line where that is asked for', () => {
    const address = { address1: 'Storgata 5', city: 'Tromsø', zip: '9008', countryCode: 'NO' }
    expect(formatAddress(address, { countries, multiline: false })).toBe('Storgata 5, 9008 Tromsø, Norway')
    expect(formatAddress({})).toBe('')
  })

  it.each([
    ['pl-PL', 'Japonia'],
    ['nb', 'Japan'],
    ['fi', 'Japani'],
    ['no such language', 'Japan'],
  ])('names the country for a reader of %s: %s', (locale, country) => {
    expect(linesOf(tokyo, { locale }).at(-1)).toBe(country)
  })

  it('names a province for the reader where that name is known', () => {
    const address = { city: 'Gasteiz', provinceCode: 'VI', zip: '01001', countryCode: 'ES' }
    expect(linesOf(address, { locale: 'eu' })).toContain('01001 Gasteiz Araba')
    expect(linesOf(address, { locale: 'pl' })).toContain('01001 Gasteiz Álava')
    expect(linesOf(address)).toContain('01001 Gasteiz Álava')
  })

  it('names the customer where the address names nobody, and never mixes two people', () => {
    const name = { firstName: 'Kari', lastName: 'Nordmann' }
    expect(linesOf({ countryCode: 'NO' }, { name })).toEqual(['Kari Nordmann', 'Norway'])
    expect(linesOf({ countryCode: 'NO', firstName: 'Ola' }, { name })).toEqual(['Ola', 'Norway'])
    expect(linesOf({ countryCode: 'NO', lastName: 'Hansen' }, { name })).toEqual(['Hansen', 'Norway'])
    expect(linesOf({ countryCode: 'NO' }, { name: { lastName: 'Nordmann' } })).toEqual(['Nordmann', 'Norway'])
  })

  it('writes military mail in its canonical form, without a country, with the customer as recipient', () => {
    const mail = {
      company: 'USS Nimitz',
      address1: 'psc1234, box 567',
      city: 'A.P.O. AE',
      zip: '090120001',
      countryCode: 'US',
    }
    const name = { firstName: 'Joe', lastName: 'Doe' }
    const lines = ['Joe Doe', 'USS Nimitz', 'PSC 1234 BOX 567', 'APO AE 09012-0001']
    expect(linesOf(mail, { name })).toEqual(lines)
    expect(formatAddress(mail, { name }).split('\n')).toEqual(lines)
    expect(linesOf(mail)).toEqual(lines.slice(1))
  })

  it.each(['ZZ', 'zz', 'XX', 'Utopia'])(
    'leaves a country that is none as it was typed: %s',
    (countryCode) => {
      expect(linesOf({ address1: 'a', countryCode }).at(-1)?.toUpperCase()).toBe(countryCode.toUpperCase())
    },
  )

  it('lets no field add a line of its own', () => {
    expect(linesOf({ address1: 'a\n\r b\u2028c', countryCode: 'NO' })).toEqual(['a b c', 'Norway'])
  })

  it('takes the countries of a host, with whatever a format says', () => {
    const own: Country = {
      code: 'NO',
      required: [],
      zipPattern: null,
      zipPrefix: null,
      provinces: [],
      format: '%Q-%A%%n%toString %Z%',
      latinFormat: null,
    }
    const host = { find: () => own }
    expect(formatAddress({ address1: 'a', zip: '1', countryCode: 'NO' }, { countries: host })).toContain('a')
  })

  it('loses neither street, city nor postal code, in any country', () => {
    const letters = fc.stringMatching(/^[a-z]{3,12}$/)
    fc.assert(
      fc.property(
        fc.constantFrom(...countries.codes),
        fc.record({ address1: letters, city: letters, zip: letters }),
        (countryCode, address) => {
          const text = formatAddress({ ...address, countryCode }, { countries }).toLowerCase()
          expect(Object.values(address).filter((value) => !text.includes(value))).toEqual([])
        },
      ),
    )
  })

  it.each([...prototypeNames, ...unstorableTexts, '%n%A', '$&'])('writes %j as it is', (text) => {
    expect(linesOf({ address1: text, countryCode: 'NO' })).toEqual([text, 'Norway'])
    const inTokyo = { ...tokyo, address1: 'x', city: text, provinceCode: text }
    expect(formatAddress(inTokyo, { countries, locale: text })).toContain(text)
  })

  it.each(Object.entries(attackStrings))('takes linear time for %s', (_name, make) => {
    expectLinear(
      (text) =>
        formatAddress(
          { address1: text, city: text, zip: text, provinceCode: text, countryCode: 'FI' },
          { countries },
        ),
      make,
    )
    expectLinear((text) => formatAddress({ firstName: text, countryCode: text }, { countries }), make)
  })
})
