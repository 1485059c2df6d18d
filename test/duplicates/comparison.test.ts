import { describe, expect, it } from 'vitest'
import { compareTraits } from '../../src/duplicates/comparison.js'
import { countFrequencies } from '../../src/duplicates/frequencies.js'
import { pairList } from '../../src/duplicates/pair-list.js'
import { comparisonOf, levelsOf, type DuplicateAttribute, type Level } from '../../src/duplicates/pattern.js'
import { soundOf } from '../../src/duplicates/phonetic.js'
import { traitsReader } from '../../src/duplicates/traits.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'

type CustomerParts = NonNullable<RecordOverrides['customer']>

const nobody = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  addresses: [],
  defaultAddressId: null,
  metafields: {},
}

const home = {
  id: 'a',
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  provinceCode: null,
  countryCode: null,
  zip: null,
  phone: null,
}

const traits = (parts: CustomerParts) =>
  traitsReader({ ignore: [] }, [])(buildRecord({ customer: { ...nobody, ...parts } }).customer)
const at = (...parts: readonly Partial<Record<keyof typeof home, string>>[]): CustomerParts => ({
  addresses: parts.map((part, i) => ({ ...home, id: String(i), ...part })),
  defaultAddressId: '0',
})
const anna = { firstName: 'Anna', lastName: 'Nowak' }
const born = (date: unknown): CustomerParts => ({ metafields: { 'facts.birth_date': date as string } })

/** What two profiles are compared to, in one attribute, whoever comes first. */
function levelOf(attribute: DuplicateAttribute, one: CustomerParts, other: CustomerParts): Level {
  const [first, second] = [traits(one), traits(other)]
  const level = levelsOf(compareTraits(first, second))[attribute]
  expect(levelsOf(compareTraits(second, first))[attribute]).toBe(level)
  return level
}

describe('how far two profiles agree', () => {
  it.each<[DuplicateAttribute, CustomerParts, CustomerParts, Level]>([
    // names
    ['firstName', { firstName: 'Zoë' }, { firstName: 'ZOE' }, 3],
    ['firstName', { firstName: 'Anna-Maria' }, { firstName: 'Anna Maria' }, 3],
    ['firstName', { firstName: 'Liam' }, { firstName: 'Laim' }, 2],
    ['firstName', { firstName: 'Isabelle' }, { firstName: 'Isabeel' }, 1],
    ['firstName', { firstName: 'Isabelle' }, { firstName: 'Isabele' }, 2],
    ['firstName', { firstName: 'Daniel' }, { firstName: 'Daniela' }, 1],
    ['firstName', { firstName: 'Daniel' }, { firstName: 'Danielk' }, 2],
    ['firstName', { firstName: 'A.' }, { firstName: 'Anna' }, 1],
    ['firstName', { firstName: 'Anna' }, { firstName: 'Jan' }, 0],
    ['firstName', { firstName: 'Anna' }, { firstName: null }, -1],
    ['firstName', { firstName: '–' }, { firstName: 'Anna' }, -1],
    ['firstName', { firstName: 'Anna', lastName: 'Nowak' }, { firstName: 'Nowak', lastName: 'Ana' }, 2],
    ['lastName', { firstName: 'Anna', lastName: 'Nowak' }, { firstName: 'Nowak', lastName: 'Ana' }, 2],
    ['lastName', { firstName: 'Anna', lastName: 'Nowak' }, { firstName: 'Jan', lastName: 'Anna' }, 0],
    // contacts
    ['email', { email: 'anna@example.com' }, { email: 'ANNA@example.com' }, 3],
    ['email', { email: 'anna@example.com' }, { email: 'anna+x@example.com' }, 2],
    ['email', { email: 'anna@example.com' }, { email: 'anna@exmaple.com' }, 1],
    ['email', { email: 'anna@example.com' }, { email: 'jan@example.com' }, 0],
    ['email', { email: 'anna@example.com' }, { email: null }, -1],
    ['phone', { phone: '+48601234567' }, at({ phone: '+48601234567' }), 3],
    ['phone', { phone: '+48601234567', ...at({ phone: '+48601234567' }) }, { phone: '+48601234568' }, 2],
    ['phone', { phone: '+48601234567' }, { phone: '+48609999999' }, 0],
    ['phone', { phone: '+48601234567' }, {}, -1],
    // one number that is nearly another is enough, whatever else either has
    ['phone', { phone: '+48601234567', ...at({ phone: '+14155550100' }) }, { phone: '+48601234568' }, 2],
    ['phone', { phone: '+48601234567', ...at({ phone: '+14155550100' }) }, at({ phone: '+14155550100' }), 3],
    // birth dates
    ['birthDate', born('1984-12-24'), born('19841224'), 3],
    ['birthDate', born('1984-12-24'), born('1984-12-25'), 2],
    ['birthDate', born('1984-05-12'), born('1984-12-05'), 2],
    ['birthDate', born('1984-12-24'), born('1990-01-02'), 0],
    ['birthDate', born('1984-12-24'), born('Christmas'), -1],
    ['birthDate', born('1984-12-24'), born(19841224), -1],
    // places
    ['street', at({ address1: 'Main St 5' }), at({ address1: 'main st. 5' }), 3],
    ['street', at({ address1: 'Bourke Street 5' }), at({ address1: 'Burke Street 5' }), 2],
    ['street', at({ address1: 'The Willows', address2: 'Long Lane 5' }), at({ address1: 'Long Lane 5' }), 2],
    [
      'addressLine2',
      at({ address1: 'The Willows', address2: 'Long Lane 5' }),
      at({ address1: 'Long Lane 5' }),
      2,
    ],
    ['street', at({ address1: 'Main St 5' }), at({ address1: 'Elm Road 77' }), 0],
    ['street', at({ address1: 'Elm Road 77' }, { address1: 'Main St 5' }), at({ address1: 'Main St 5' }), 3],
    ['street', at({ address1: 'Main St 5' }, { address1: 'Elm Road 77' }), at({ address1: 'Main St 5' }), 3],
    ['addressLine2', at({ address2: 'Flat 3' }), at({ address2: 'Flat 4' }), 2],
    ['place', at({ zip: '10115', city: 'Berlin' }), at({ zip: '10115', city: 'Mitte' }), 3],
    ['place', at({ zip: '10115', city: 'Berlin' }), at({ zip: '10117', city: 'Berlin' }), 2],
    ['place', at({ zip: '10115', city: 'Berlin' }), at({ zip: '99999', city: 'Berlin' }), 1],
    ['place', at({ city: 'Berlin' }), at({ city: 'Berlni' }), 1],
    ['place', at({ zip: '10115', city: 'Berlin' }), at({ zip: '99999', city: 'Gdynia' }), 0],
    ['place', at({ zip: '10115', city: 'Berlin' }), at({ zip: '10117', city: 'Gdynia' }), 0],
    ['place', at({ zip: '10115', city: 'Berlin' }), at({ city: 'Gdynia' }), 0],
    ['place', at({ zip: '10115' }), at({ zip: '99999' }), 0],
    ['place', at({ zip: '10115' }), at({ city: 'Berlin' }), -1],
    // a street that agrees is not sought in the other's second line
    [
      'street',
      at({ address1: 'Main St 5', address2: 'Elm Road 7' }),
      at({ address1: 'Main St 5', address2: 'Main St 5' }),
      3,
    ],
    // of several addresses the pair that agrees best, in whatever order they stand: the street first, then place and second line
    [
      'place',
      at({ address1: 'Main St 5', zip: '10115' }),
      at({ address1: 'Main St 5', zip: '99999' }, { address1: 'Main St 5', zip: '10115' }),
      3,
    ],
    [
      'place',
      at({ address1: 'Main St 5', zip: '10115' }),
      at({ address1: 'Main St 5', zip: '10115' }, { address1: 'Main St 5', zip: '99999' }),
      3,
    ],
    [
      'street',
      at({ address1: 'Main St 5', zip: '10115' }),
      at({ address1: 'Main St 5' }, { address1: 'Elm Road 77', zip: '10115' }),
      3,
    ],
    [
      'place',
      at({ address1: 'Main St 5', zip: '10115' }),
      at({ address1: 'Elm Road 77', zip: '10115' }, { address1: 'Main St 5' }),
      -1,
    ],
    [
      'addressLine2',
      at({ address1: 'Main St 5', address2: 'Flat 3' }),
      at({ address1: 'Main St 5', address2: 'Flat 3' }, { address1: 'Main St 5', address2: 'Cellar' }),
      3,
    ],
    [
      'addressLine2',
      at({ address1: 'Main St 5', address2: 'Flat 3' }),
      at({ address1: 'Main St 5', address2: 'Cellar' }, { address1: 'Main St 5', address2: 'Flat 3' }),
      3,
    ],
    ['place', at(), at({ city: 'Berlin' }), -1],
  ])('%s: %o and %o', (attribute, one, other, level) => {
    expect(levelOf(attribute, one, other)).toBe(level)
  })

  it('costs no more for long texts', () => {
    const long = 'a'.repeat(100_000)
    expect(levelOf('firstName', { firstName: `${long}b` }, { firstName: `${long}c` })).toBe(2)
  })
})

describe('whether both gave a contact', () => {
  const [email, phone] = [{ email: 'anna@example.com' }, { phone: '+48601234567' }]

  it.each<[CustomerParts, CustomerParts, boolean]>([
    [email, email, true],
    [phone, phone, true],
    [email, phone, true],
    [email, at({ phone: '+48601234567' }), true],
    [{ ...email, ...phone }, {}, false],
    [email, {}, false],
    [phone, { email: ' ', phone: '' }, false],
    [{}, {}, false],
  ])('%o and %o: %s', (one, other, expected) => {
    const [first, second] = [traits({ ...anna, ...one }), traits({ ...anna, ...other })]
    for (const pattern of [compareTraits(first, second), compareTraits(second, first)]) {
      const { levels, haveContacts } = comparisonOf(pattern)
      expect(haveContacts).toBe(expected)
      // and it is in no level's way
      expect([levels.firstName, levels.lastName, levels.place]).toEqual([3, 3, -1])
    }
  })
})

describe('how rare a value is that two share', () => {
  const streets = (...lines: readonly (string | undefined)[]) =>
    traits(at(...lines.map((address1) => (address1 === undefined ? { city: 'Berlin' } : { address1 }))))
  const people = [
    ...Array.from({ length: 50 }, () => streets('Main St 5')),
    streets('Elm Road 7', 'Main St 5'),
  ]
  const { chance } = countFrequencies(people)
  const between = (one: ReturnType<typeof streets>, other: ReturnType<typeof streets>) =>
    chance('street', one, other, 0.0001)

  it('is told by the rarest, whoever is named first, and by nothing that both lack', () => {
    const [rare, common] = [streets('Elm Road 7'), streets('Main St 5')]
    const both = streets('Main St 5', undefined, 'Elm Road 7')
    expect(between(rare, rare)).toBeLessThan(between(common, common))
    expect(between(both, both)).toBe(between(rare, rare))
    expect(between(both, common)).toBe(between(common, both))
    expect(between(both, streets(undefined, 'Main St 5'))).toBe(between(common, common))
  })
})

describe('how often somebody else has a value', () => {
  const named = (firstName: string | null, lastName: string | null, zip?: string) =>
    traits({ firstName, lastName, ...(zip === undefined ? {} : at({ zip })) })
  const people = [
    named('Anna', 'Nowak', '10115'),
    named('Ewa', 'Nowak'),
    named('Jan', 'Kos'),
    named(null, null),
  ]
  const { counts, chance } = countFrequencies(people)
  const [nowak, kos] = [named('Anna', 'Nowak', '10115'), named('Jan', 'Kos')]

  it('is counted of names, streets and postal codes that there are', () => {
    const attributes = ['firstName', 'lastName', 'place', 'street', 'email', 'phone'] as const
    expect(attributes.map(counts)).toEqual([true, true, true, false, false, false])
  })

  it('is that of all others, beside a thousand by what is assumed', () => {
    expect(chance('lastName', nowak, nowak, 0.002)).toBeCloseTo((1 + 2) / (3 + 1000), 12)
    expect(chance('lastName', kos, kos, 0.002)).toBeCloseTo((0 + 2) / (3 + 1000), 12)
    expect(chance('firstName', nowak, nowak, 0)).toBe(0)
    expect(chance('place', nowak, nowak, 0.001)).toBeCloseTo(1 / 1001, 12)
  })
})

describe('a list of pairs', () => {
  it('tells each once, the smaller first, in order', () => {
    const pairs = pairList(5000)
    for (let i = 0; i < 3000; i++) pairs.add(7, 3)
    for (let i = 3000; i > 0; i--) pairs.add(i, i + 1)
    expect(pairs.count()).toBe(3001)
    const told: (readonly [number, number])[] = []
    pairs.visit(0, 4, (one, other) => told.push([one, other]))
    expect(told).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [3, 7],
    ])
  })
})

describe('how a name sounds', () => {
  it('is the same after more names than are remembered', () => {
    const before = soundOf('mueller')
    for (let i = 0; i < 100_001; i++) soundOf(`a${i}`)
    expect(soundOf('mueller')).toBe(before)
  })
})
