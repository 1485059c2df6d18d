import fc from 'fast-check'
import { defaultModel, estimateModel, findDuplicates, findMatches } from 'clientele/duplicates'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { compareTraits } from '../../src/duplicates/comparison.js'
import { countFrequencies } from '../../src/duplicates/frequencies.js'
import { scorerOf } from '../../src/duplicates/score.js'
import type { Traits } from '../../src/duplicates/traits.js'

const nobody: Traits = {
  id: '0',
  firstName: null,
  lastName: null,
  email: null,
  mailbox: null,
  phones: [],
  birthDate: null,
  places: [],
  identifiers: [],
}

const born = (birthDate: string | null): Traits => ({ ...nobody, birthDate })
const times = (count: number, birthDate: string | null): Traits[] =>
  Array.from({ length: count }, () => born(birthDate))
const { match, random } = defaultModel.attributes.birthDate
const [usual, assumed] = [Math.log2(match[3] / random[3]), random[3]]

describe('how often somebody else has a birth date', () => {
  it.each<[what: string, shared: number, others: number, chance: number]>([
    ['what two share', 2, 0, assumed],
    ['what the profiles of one person share', 10, 390, assumed],
    ['what one more shares', 11, 389, (1 + 1000 * assumed) / 1400],
    ['what a form was given by many', 120, 280, (110 + 1000 * assumed) / 1400],
    ['what all share', 400, 0, (390 + 1000 * assumed) / 1400],
    ['what so many share by chance', 13, 99_987, assumed],
  ])('%s: %i beside %i', (_what, shared, others, chance) => {
    const people = [...times(shared, '19000101'), ...times(others, '19841224')]
    const frequencies = countFrequencies(people)
    const [one] = people as [Traits]
    expect(frequencies.counts('birthDate')).toBe(true)
    expect(frequencies.chance('birthDate', one, one, assumed)).toBeCloseTo(chance, 15)
  })

  it('is not counted where nobody has one', () => {
    expect(countFrequencies(times(9, null)).counts('birthDate')).toBe(false)
  })
})

describe('what a shared birth date is worth', () => {
  const days = fc.array(fc.constantFrom('19000101', '19700101', '19841224', null), { maxLength: 60 })
  const names = fc.constantFrom('anna', 'jan', 'ewa', null)
  const person = fc
    .record({ firstName: names, lastName: names, birthDate: fc.constantFrom('19000101', '19841224', null) })
    .map((parts): Traits => ({ ...nobody, ...parts }))

  it('is never more than the model says, less the more have it, and exactly that where few do', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (others, more) => {
        const one = born('19000101')
        const weightAmong = (people: readonly Traits[]): number =>
          scorerOf(defaultModel, countFrequencies(people), []).score(one, one, compareTraits(one, one))
        const people = [one, one, ...others.map(born)]
        const weight = weightAmong(people)
        expect(weight).toBeLessThanOrEqual(usual)
        expect(weightAmong([...people, ...times(more, '19000101')])).toBeLessThanOrEqual(weight)
        if (people.filter(({ birthDate }) => birthDate === '19000101').length <= 10)
          expect(weight).toBe(usual)
      }),
    )
  })

  it('never brings two above what their pattern may score at most', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 60 }), (people) => {
        const scorer = scorerOf(defaultModel, countFrequencies(people), [])
        const [one, other] = people as [Traits, Traits]
        for (const [first, second] of [
          [one, other],
          [one, one],
        ] as const) {
          const pattern = compareTraits(first, second)
          expect(scorer.score(first, second, pattern)).toBeLessThanOrEqual(scorer.most(pattern))
        }
      }),
    )
  })
})

describe('strangers of few names who were born on any day, and a third on 1900-01-01', () => {
  const firstNames = ['Anna', 'Jan', 'Ewa', 'Ola', 'Piotr', 'Maria', 'Tomasz', 'Zofia', 'Adam', 'Marek']
  const lastNames = ['Nowak', 'Lis', 'Król', 'Mazur', 'Dudek', 'Wójcik', 'Pawlak', 'Kos', 'Bielak', 'Sowa']
  const dayOf = (i: number): string =>
    i % 3 === 0 ? '1900-01-01' : new Date(i * 37 * 86_400_000).toISOString().slice(0, 10)
  const person = (id: string, i: number, email: string, day = dayOf(i)) =>
    buildRecord({
      customer: {
        id,
        firstName: firstNames[i % 10] as string,
        lastName: lastNames[Math.floor(i / 10) % 10] as string,
        email,
        phone: null,
        addresses: [],
        defaultAddressId: null,
        metafields: { 'facts.birth_date': day },
      },
    })
  const strangers = Array.from({ length: 400 }, (_, i) => person(`s${i}`, i, `${i ** 3}@${i}.example`))
  // whoever has a day that nobody else has comes again under another email
  const again = [7, 20, 113].map((i) => person(`again${i}`, i, `again@new${i}.example`))
  const models = {
    default: defaultModel,
    estimated: estimateModel(strangers.map(({ customer }) => customer)),
  }

  it.each(Object.entries(models))('are nobody’s duplicates by the %s model', (_name, model) => {
    expect(findDuplicates(strangers, { model }).groups).toEqual([])
    expect(findDuplicates(strangers.toReversed(), { model })).toEqual(findDuplicates(strangers, { model }))
  })

  it('hide nobody who comes again', () => {
    const { groups } = findDuplicates([...strangers, ...again])
    expect(new Set(groups.map(({ ids }) => ids.join(' ')))).toEqual(
      new Set(['again113 s113', 'again20 s20', 'again7 s7']),
    )
  })

  it('are not counted where one is matched with some', () => {
    const [one, ...others] = strangers.filter(({ customer }) => customer.lastName === 'Nowak')
    const weights = findMatches(one as (typeof strangers)[number], others)
      .flatMap(({ attributes }) => attributes)
      .filter(({ attribute, agreement }) => attribute === 'birthDate' && agreement === 'same')
      .map(({ weight }) => weight)
    expect(new Set(weights)).toEqual(new Set([usual]))
  })
})
