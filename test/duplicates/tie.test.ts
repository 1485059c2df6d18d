import { describe, expect, it } from 'vitest'
import { countFrequencies } from '../../src/duplicates/frequencies.js'
import { compareTraits } from '../../src/duplicates/comparison.js'
import { defaultModel } from '../../src/duplicates/model.js'
import { scorerOf } from '../../src/duplicates/score.js'
import { judgeOf, type Judgement } from '../../src/duplicates/tie.js'
import { byId, traitsReader, type Traits } from '../../src/duplicates/traits.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'

interface Known {
  readonly id?: string
  readonly first?: string
  readonly last?: string
  readonly email?: string
  readonly born?: string
  readonly zip?: string
  readonly card?: string
}

const identifiers = [
  { name: 'card', read: ({ note }: { readonly note: string | null }): string | null => note },
]

/** Somebody of whom only this is known. */
function traits({ id = '1', first, last, email, born, zip, card }: Known): Traits {
  const customer: RecordOverrides['customer'] = {
    id,
    firstName: first ?? null,
    lastName: last ?? null,
    email: email ?? null,
    phone: null,
    note: card ?? null,
    metafields: born === undefined ? {} : { 'facts.birth_date': born },
    addresses: [],
    defaultAddressId: null,
  }
  const { customer: whole } = buildRecord({ customer })
  const home = { firstName: null, lastName: null, company: null, address1: null, address2: null, city: null }
  const rest = { provinceCode: null, countryCode: null, phone: null, zip: zip ?? null }
  const addresses = zip === undefined ? [] : [{ id: 'a', ...home, ...rest }]
  return traitsReader({ ignore: [] }, identifiers)({ ...whole, addresses })
}

const nobodyElse = countFrequencies([])

/** What is found of two with the same things known, in a base of a thousand. */
function judged(
  known: Known,
  other: Known = known,
  options: Parameters<typeof judgeOf>[2] = {},
  size = 1000,
): Judgement | null {
  const judge = judgeOf(size, scorerOf(defaultModel, nobodyElse, ['card']), options)
  return judge(traits({ ...known, id: '1' }), traits({ ...other, id: '2' }))
}

const anna = { first: 'Anna', last: 'Nowak' }

describe('how sure it is that two are one person', () => {
  // bits by the model: first name 7.3, last name 8.1, place 7.9; of a thousand people 13.3 make it likely, 19.9 sure
  it.each<[string, Known, boolean | null]>([
    ['a first name says too little', { first: 'Anna' }, null],
    ['both names are likely', anna, false],
    ['both names and the place are sure', { ...anna, zip: '10115' }, true],
    ['an email is sure', { email: 'anna@example.com' }, true],
    ['what a household shares is a doubt', { last: 'Nowak', zip: '10115' }, false],
  ])('%s', (_what, known, isCertain) => {
    expect(judged(known)?.isCertain ?? null).toBe(isCertain)
  })

  it('depends on the size of the base, and on how sure the host wants to be', () => {
    const known = { ...anna, zip: '10115' }
    expect(judged(known, known, {}, 1_000_000)?.isCertain).toBe(false)
    expect(judged(known, known, {}, 10)?.isCertain).toBe(true)
    expect(judged(known, known, { certain: 0.9999 })?.isCertain).toBe(false)
    expect(judged(anna, anna, { certain: 0.8 })?.isCertain).toBe(true)
    expect(judged(anna, anna, { possible: 0.9 })).toBeNull()
  })

  it('but not where they share an email or a unique identifier of the host', () => {
    const [email, card] = [{ email: 'a@example.com' }, { card: '7' }]
    for (const shared of [email, card])
      expect(judged(shared, shared, { certain: 0.999_999_999_999 }, 1e15)?.isCertain).toBe(true)
    expect(judged({ ...anna, ...card }, { first: 'Jan', last: 'Kos', ...card })).toMatchObject({
      isCertain: true,
      doubt: null,
      isPersonal: true,
    })
    expect(judged({ ...anna, card: '7' }, { ...anna, card: '8' })).toBeNull()
    expect(judged(anna, anna, { distinct: [['1', '2']] })).toBeNull()
  })

  it.each<[string, Known, Known, boolean]>([
    ['a first name', { first: 'Anna' }, { first: 'Anna' }, true],
    ['nearly a first name', { first: 'Isabelle' }, { first: 'Isabele' }, true],
    ['an initial', { first: 'A' }, { first: 'Anna' }, false],
    ['a birth date', { born: '1984-12-24' }, { born: '1984-12-24' }, true],
    ['nearly a birth date', { born: '1984-12-24' }, { born: '1984-12-25' }, true],
    ['another birth date', { born: '1984-12-24' }, { born: '1990-01-02' }, false],
    ['nothing but the email', {}, {}, false],
  ])('is personal by %s: %#', (_what, one, other, isPersonal) => {
    const email = 'a@example.com'
    expect(judged({ ...one, email }, { ...other, email })?.isPersonal).toBe(isPersonal)
  })
})

describe('what a shared name is worth', () => {
  const people = [
    ...Array.from({ length: 900 }, () => traits({ last: 'Nowak' })),
    traits({ last: 'Bieńczyk' }),
    traits({ last: 'Bieńczyk' }),
  ]
  const scorer = scorerOf(defaultModel, countFrequencies(people), [])
  const [nowak, rare, ny] = [
    traits({ last: 'Nowak' }),
    traits({ last: 'Bieńczyk' }),
    traits({ last: 'Nowack' }),
  ]
  const scored = (one: Traits, other: Traits) => {
    const pattern = compareTraits(one, other)
    const evidence = scorer.evidence(one, other, pattern)
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(
      scorer.score(one, other, pattern),
      9,
    )
    return { score: scorer.score(one, other, pattern), usual: scorer.usual(pattern), evidence }
  }

  it('is told by how rare it is in the base: 0.82 among one person, against its share among others', () => {
    expect(scored(nowak, nowak).score).toBeCloseTo(Math.log2(0.82 / ((899 + 3) / 1902)), 9)
    expect(scored(rare, rare).score).toBeCloseTo(Math.log2(0.82 / ((1 + 3) / 1902)), 9)
    expect(scored(rare, rare).usual).toBeNull()
  })

  it('is that of the model where it is only close, for all pairs alike', () => {
    const { score, usual, evidence } = scored(nowak, ny)
    expect(score).toBeCloseTo(Math.log2(0.09 / 0.002), 9)
    expect(usual).toEqual(evidence)
  })
})

it('people are told in the order of their ids', () => {
  const ids = ['b', 'a', 'c'].map((id) => traits({ id }))
  expect(ids.toSorted(byId).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})
