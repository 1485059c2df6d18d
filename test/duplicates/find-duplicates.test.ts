import { definePolicy, policies } from 'clientele'
import { findDuplicates, type FindDuplicatesOptions } from 'clientele/duplicates'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { pairQuality } from './pair-quality.js'
import { shopBase } from './shop-base.js'

const home = {
  id: 'a',
  firstName: null,
  lastName: null,
  company: null,
  address1: 'ul. Długa 5',
  address2: null,
  city: 'Warszawa',
  provinceCode: null,
  countryCode: 'PL',
  zip: '00-950',
  phone: null,
}

interface Person {
  readonly first?: string | null
  readonly last?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly born?: string
  readonly at?: (Partial<Omit<typeof home, 'phone'>> & { readonly phone?: string | null }) | null
}

function record(
  id: string,
  { first = null, last = null, email = null, phone = null, born, at = {} }: Person,
) {
  const addresses = at === null ? [] : [{ ...home, ...at }]
  const metafields = born === undefined ? {} : { 'facts.birth_date': born }
  const person = { id, firstName: first, lastName: last, email, phone, addresses, metafields }
  return buildRecord({ customer: { ...person, defaultAddressId: addresses[0]?.id ?? null } })
}

/** What two people make: one person, possibly one, or two. */
function verdict(one: Person, other: Person, options: FindDuplicatesOptions = {}): string {
  const { groups, possible } = findDuplicates([record('1', one), record('2', other)], options)
  return groups.length > 0 ? 'one' : possible.length > 0 ? 'perhaps' : 'two'
}

const anna: Person = {
  first: 'Anna',
  last: 'Nowak',
  email: 'anna@example.com',
  phone: '+48601234567',
  born: '1984-12-24',
}

describe('one person', () => {
  it.each<[string, Person, Person]>([
    ['changed the email', anna, { ...anna, email: 'nowak@example.org' }],
    ['moved house', anna, { ...anna, at: { address1: 'ul. Krótka 17', city: 'Kraków', zip: '30-001' } }],
    [
      'wrote a tag into the email',
      { email: 'anna@example.com', first: 'Anna' },
      { email: 'anna+x@example.com', first: 'Anna' },
    ],
    [
      'has the same email and no name',
      { email: 'Anna@example.com', at: null },
      { email: 'anna@example.com', at: null },
    ],
    [
      'has the same email, once without a name',
      { ...anna, born: '1984-12-24' },
      { email: 'anna@example.com', at: null },
    ],
    ['made typing errors', anna, { ...anna, first: 'Anan', last: 'Nowka', email: null, born: '' }],
    [
      'put the names into each other’s field',
      { first: 'Anna', last: 'Nowak' },
      { first: 'Nowak', last: 'Anna' },
    ],
    ['married', anna, { ...anna, last: 'Kowalska', email: null }],
    [
      'is in a register without contacts, with a first name that is wholly wrong',
      { first: 'Anna', last: 'Bieńczyk', born: '1984-12-24' },
      { first: 'Ruth', last: 'Bieńczyk', born: '1984-12-24' },
    ],
    [
      'is in a register without contacts, with a birth date that is wholly wrong',
      { first: 'Anna', last: 'Bieńczyk', born: '1984-12-24' },
      { first: 'Anna', last: 'Bieńczyk', born: '1949-03-30' },
    ],
    ['has the same birth date, and once an initial', anna, { ...anna, first: 'A.' }],
    ['wrote another last name', anna, { ...anna, last: 'Kowalska' }],
    ['is written without accents', { first: 'Józef', last: 'Wójcik' }, { first: 'Jozef', last: 'WOJCIK' }],
    [
      'has the same name and birth date',
      { first: 'Anna', last: 'Bieńczyk', born: '1984-12-24', at: null },
      { first: 'Anna', last: 'Bieńczyk', born: '19841224', at: null },
    ],
  ])('who %s', (_what, one, other) => {
    expect(verdict(one, other)).toBe('one')
    expect(verdict(other, one)).toBe('one')
  })
})

describe('perhaps one person', () => {
  it.each<[string, Person, Person]>([
    ['spouses at one address', { first: 'Anna', last: 'Nowak' }, { first: 'Jan', last: 'Nowak' }],
    ['a family with one email', { ...anna, born: '' }, { ...anna, first: 'Jan', phone: null, born: '' }],
    ['a family with one email and one phone', { ...anna, born: '' }, { ...anna, first: 'Jan', born: '' }],
    ['a brother and a sister', { first: 'Daniel', last: 'Nowak' }, { first: 'Daniela', last: 'Nowak' }],
    ['an initial', { first: 'A.', last: 'Nowak' }, { first: 'Anna', last: 'Nowak' }],
    ['somebody of the family who gave no first name', { first: 'Anna', last: 'Nowak' }, { last: 'Nowak' }],
    ['twins with one email and phone', anna, { ...anna, first: 'Katarzyna' }],
    [
      'twins with an email each',
      anna,
      { ...anna, first: 'Katarzyna', email: 'kasia@example.com', phone: null },
    ],
    [
      'twins with a phone each',
      { ...anna, email: null },
      { ...anna, first: 'Kasia', email: null, phone: '+48700' },
    ],
    ['a mother and a daughter of one name', anna, { ...anna, born: '2011-03-30' }],
    [
      'a mother and a daughter of one name, each with a phone',
      { ...anna, email: null },
      { ...anna, email: null, phone: '+48222222222', born: '2011-03-30' },
    ],
    [
      'a family with one email, of whom one gave another last name and no first name',
      { ...anna, born: '' },
      { last: 'Kowalski', email: 'anna@example.com', at: null },
    ],
  ])('%s', (_what, one, other) => {
    expect(verdict(one, other)).toBe('perhaps')
    expect(verdict(other, one)).toBe('perhaps')
  })
})

describe('twins, and namesakes with other birth dates', () => {
  const contacts: readonly [string, Person, Person][] = [
    ['neither', {}, {}],
    ['an email', { email: 'kari@example.com' }, { email: 'ola@example.org' }],
    ['a phone', { phone: '+4740000001' }, { phone: '+4792345678' }],
    [
      'both',
      { email: 'kari@example.com', phone: '+4740000001' },
      { email: 'ola@example.org', phone: '+4792345678' },
    ],
  ]
  const [kari, ola] = [
    { first: 'Kari', last: 'Nordmann', born: '1990-05-17' },
    { first: 'Ola', last: 'Nordmann', born: '1990-05-17' },
  ]
  const father = { ...ola, born: '1960-02-03' }
  const cases = contacts.flatMap(([had, one]) =>
    contacts.map(([has, , other]) => [had, has, one, other] as const),
  )

  it.each(cases)('of whom one gave %s and the other %s', (had, has, one, other) => {
    const expected = had === 'neither' || has === 'neither' ? 'one' : 'perhaps'
    for (const relative of [kari, father]) {
      expect(verdict({ ...relative, ...one }, { ...ola, ...other })).toBe(expected)
      expect(verdict({ ...ola, ...other }, { ...relative, ...one })).toBe(expected)
    }
  })

  it('are joined by no third who fits both, though one gave an email and the other a phone', () => {
    const both = { email: 'kari@example.com', phone: '+4792345678' }
    const people = [
      { ...kari, email: both.email },
      { ...ola, phone: both.phone },
      { ...kari, first: null, ...both },
    ]
    const { groups, possible } = findDuplicates(people.map((person, i) => record(String(i), person)))
    expect(groups.map(({ ids }) => ids.length)).toEqual([2])
    expect(possible).toHaveLength(1)
  })
})

describe('two people', () => {
  const placeholder = definePolicy(policies.shopify, {
    identity: { ...policies.shopify.identity, ignore: ['noreply@*'] },
  })

  it.each<[string, Person, Person, FindDuplicatesOptions?]>([
    ['with nothing in common', anna, { first: 'Jan', last: 'Kowalski', email: 'jan@example.com', at: null }],
    [
      'with one name in two towns',
      { first: 'Anna', last: 'Nowak', at: { city: 'Gdynia', zip: '81-001', address1: 'Morska 1' } },
      { first: 'Anna', last: 'Nowak' },
    ],
    [
      'with an email that stands for none',
      { first: 'Anna', email: 'noreply@shop.example', at: null },
      { first: 'Jan', email: 'noreply@shop.example', at: null },
      { policy: placeholder },
    ],
    ['of whom somebody said so', anna, anna, { distinct: [['1', '2', '3']] }],
    ['with nothing at all', { at: null }, { at: null }],
    [
      'with a blank where nothing is known',
      { first: '', last: '', email: '', phone: '', at: null },
      { first: '', last: '', email: ' ', phone: '', at: null },
    ],
    [
      'with a blank phone each, at home and their own',
      { first: 'Anna', phone: '', at: { phone: '', address1: 'Morska 1', zip: '1', city: 'Gdynia' } },
      { first: 'Anna', phone: '', at: { phone: '' } },
    ],
  ])('%s', (_what, one, other, options) => {
    expect(verdict(one, other, options)).toBe('two')
    expect(verdict(other, one, options)).toBe('two')
  })

  it('whose mailbox is one only by the rule of a policy', () => {
    const dotless = definePolicy(policies.shopify, {
      identity: { ...policies.shopify.identity, emailKey: { ignoreDots: true } },
    })
    const [one, other] = [
      { email: 'an.na@example.com', at: null },
      { email: 'anna@example.com', at: null },
    ]
    expect(verdict(one, other)).not.toBe('one')
    expect(verdict(one, other, { policy: dotless })).toBe('one')
  })

  it('who share an email and nothing else that is known are one, unless it stands for none', () => {
    const [one, other] = [
      { email: 'noreply@shop.example', at: null },
      { email: 'noreply@shop.example', at: null },
    ]
    expect(verdict(one, other)).toBe('one')
    expect(verdict(one, other, { policy: placeholder })).toBe('two')
  })
})

describe('unique identifiers of the host', () => {
  const card = (value: string | null) => (id: string, person: Person) => {
    const { customer, ...rest } = record(id, person)
    return { ...rest, customer: { ...customer, metafields: { 'loyalty.card': value } } }
  }
  const identifiers = [
    {
      name: 'card',
      read: ({ metafields }: { metafields: Record<string, unknown> }) =>
        metafields['loyalty.card'] as string | null,
    },
  ]
  const found = (one: string | null, other: string | null, [first, second]: readonly [Person, Person]) =>
    findDuplicates([card(one)('1', first), card(other)('2', second)], { identifiers })

  it('join, whatever speaks against', () => {
    const jan = { first: 'Jan', last: 'Kowalski', email: 'anna@example.com', at: null }
    expect(found('7', '7', [anna, jan]).groups).toHaveLength(1)
  })

  it('join whoever has one among neighbours who agree no better and are two', () => {
    const neighbours = ['Jan', 'Ewa', 'Piotr', 'Zofia'].map((first, i) =>
      card(i < 2 ? null : '7')(String(i), { first, last: `${first}ski`, email: `${first}@${i}.example` }),
    )
    for (const records of [neighbours, neighbours.toReversed()])
      expect(findDuplicates(records, { identifiers }).groups.map(({ ids }) => ids)).toEqual([['2', '3']])
  })

  it('are told with the evidence, by their name and as more than all the rest could say', () => {
    const jan = { first: 'Jan', last: 'Kowalski', email: 'anna@example.com', at: null }
    const [pair] = found('7', '7', [anna, jan]).groups[0]?.evidence ?? []
    expect(pair?.attributes[0]).toEqual({ attribute: 'card', agreement: 'same', weight: 64 })
    expect(pair?.attributes.map(({ attribute }) => attribute)).toContain('email')
    const sum = (pair?.attributes ?? []).reduce((all, { weight }) => all + weight, 0)
    expect(pair?.score).toBeCloseTo(sum, 9)
    const [plain] = found('7', null, [anna, anna]).groups[0]?.evidence ?? []
    expect(plain?.attributes.map(({ attribute }) => attribute)).not.toContain('card')
    const [without] = found(null, null, [anna, anna]).groups[0]?.evidence ?? []
    expect(without?.attributes.map(({ attribute }) => attribute)).not.toContain('card')
  })

  it('separate, whatever speaks for', () => {
    expect(found('7', '8', [anna, anna])).toEqual({ groups: [], possible: [] })
  })

  it('say nothing where one is missing', () => {
    expect(found('7', null, [anna, anna]).groups).toHaveLength(1)
  })
})

describe('groups', () => {
  it('join a nameless profile to the first of a family, and offer the other', () => {
    const email = 'family@example.com'
    const { groups, possible } = findDuplicates([
      record('anna', { first: 'Anna', last: 'Nowak', email }),
      record('jan', { first: 'Jan', last: 'Nowak', email }),
      record('nameless', { email, at: null }),
    ])
    expect(groups.map(({ ids }) => ids)).toEqual([['anna', 'nameless']])
    expect(possible.map(({ ids }) => ids)).toHaveLength(1)
  })

  it.each<[string, readonly Person[], number]>([
    [
      'a mother, a daughter of her name, and one of them',
      [anna, { ...anna, born: '2011-03-30' }, { ...anna, born: '' }],
      2,
    ],
    [
      'twins, and one of them without a name',
      [anna, { ...anna, first: 'Kasia' }, { ...anna, first: null }],
      2,
    ],
    ['one person three times', [anna, { ...anna, phone: null }, { ...anna, born: '' }], 3],
  ])('do not join who is apart by a third: %s', (_what, people, largest) => {
    const records = people.map((person, i) => record(String(i), person))
    for (const blocking of ['fuzzy', 'exact'] as const) {
      const { groups, possible } = findDuplicates(records, { blocking })
      expect(groups.map(({ ids }) => ids.length)).toEqual([largest])
      expect(possible).toHaveLength(largest === 3 ? 0 : 1)
    }
  })

  it('say which record a merge would keep, and what blocks it', () => {
    const blocked = {
      ...record('2', { ...anna, email: null }),
      facts: { ...record('2', anna).facts, vaultedCards: 1 },
    }
    const [group] = findDuplicates([record('1', anna), blocked]).groups
    expect(group?.survivor).toBe('1')
    expect(group?.blockers.map(({ code }) => code)).toEqual(['merge.vaulted-card'])
  })

  it('give weights that add up to the score, attribute by attribute', () => {
    const [group] = findDuplicates([record('1', anna), record('2', { ...anna, email: 'a@b.example' })]).groups
    const [pair] = group?.evidence ?? []
    const sum = pair?.attributes.reduce((total, { weight }) => total + weight, 0)
    expect(pair?.score).toBeCloseTo(sum ?? 0, 9)
    expect(group?.score).toBe(pair?.score)
    expect(pair?.attributes.map(({ attribute, agreement }) => [attribute, agreement])).toEqual([
      ['firstName', 'same'],
      ['lastName', 'same'],
      ['email', 'different'],
      ['phone', 'same'],
      ['birthDate', 'same'],
      ['street', 'same'],
      ['place', 'same'],
    ])
  })

  it('come the strongest first, each as strong as its weakest tie; of two groups the strongest pair is offered, once', () => {
    const { records } = shopBase(600, 3)
    const { groups, possible } = findDuplicates(records)
    const groupOf = new Map(groups.flatMap(({ ids }) => ids.map((id) => [id, ids[0]] as const)))
    const sideOf = (id: string): string => groupOf.get(id) ?? id
    expect([groups.length > 20, possible.length > 5]).toEqual([true, true])
    for (const found of [groups, possible]) {
      const scores = found.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((one, other) => other - one))
      for (const { ids, score, evidence } of found) {
        expect(score).toBe(Math.min(...evidence.map((pair) => pair.score)))
        for (const pair of evidence) expect(ids).toEqual(expect.arrayContaining([...pair.ids]))
      }
    }
    for (const { ids, evidence } of groups)
      expect(new Set(evidence.flatMap((pair) => pair.ids))).toEqual(new Set(ids))
    const sides = possible.map(({ ids }) => ids.map(sideOf).toSorted().join(' '))
    expect(new Set(sides).size).toBe(sides.length)
    for (const { ids } of possible) expect(new Set(ids.map(sideOf)).size).toBe(2)
  })

  it('do not depend on the order of the records', () => {
    const { records } = shopBase(600, 3)
    const turned = records.toReversed()
    const odd = [...records.filter((_, i) => i % 2 === 0), ...records.filter((_, i) => i % 2 === 1)]
    expect(findDuplicates(turned)).toEqual(findDuplicates(records))
    expect(findDuplicates(odd)).toEqual(findDuplicates(records))
  })
})

describe('a shop with typing errors, moved houses, changed emails and families', () => {
  it.each([1, 2, 3])('is searched with a recall of 0.9 at a precision of 0.99 (seed %i)', (seed) => {
    const { records, personOf } = shopBase(3000, seed)
    const { precision, recall } = pairQuality(findDuplicates(records).groups, personOf)
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })
})

it('looks at the first addresses of somebody who has very many, and goes on', () => {
  const many = (id: string, phone: string) => {
    const addresses = Array.from({ length: 9 }, (_, index) => ({
      ...home,
      id: `${id}-${index}`,
      address1: `${index} ${id} Street`,
      phone: index === 8 ? phone : null,
    }))
    return buildRecord({ customer: { id, firstName: id, lastName: id, email: null, phone: null, addresses } })
  }
  const { groups, possible } = findDuplicates([many('Ann', '+48601234567'), many('Ben', '+48601234567')])
  expect([groups, possible]).toEqual([[], []])
})
