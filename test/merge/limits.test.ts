import { describe, expect, it } from 'vitest'
import { planMerge } from '../../src/merge/plan-merge.js'
import { limits } from '../../src/limits/limits.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { buildContext } from '../../src/testing/build-context.js'
import { expectLinear } from '../hostile-texts.js'
import { codesOf, mergeIntoFirst, people, planned, type Person } from './planned.js'

const context = buildContext()

/** Characters of one code point each, or made of several; a line end alone would be blank. */
const alphabets = [
  ['ASCII', 'x', 1],
  ['é', '\u00e9', 1],
  ['e with a combining accent', 'e\u0301', 2],
  ['emoji', '😀', 1],
  ['CRLF', 'x\r\n', 3],
] as const

/** A text of exactly so many code points. */
function textOf(length: number, character: string, points: number): string {
  return 'x'.repeat(length % points) + character.repeat(Math.floor(length / points))
}

describe('M-4 the joined note', () => {
  const cases = alphabets.flatMap(([name, character, points]) =>
    [4999, 5000, 5001].map((length) => ({ name, character, points, length, fits: length <= 5000 })),
  )

  it.each(cases)('of $length code points in $name fits: $fits', ({ character, points, length, fits }) => {
    const first = textOf(2500, character, points)
    const second = textOf(length - 2501, character, points)
    const outcome = planMerge({ records: people({ note: first }, { note: second }), survivor: '1' }, context)
    if (fits) expect(planned(outcome).result.customer.note).toBe(`${first} ${second}`)
    else {
      expect(outcome).toEqual({
        ok: false,
        problems: [
          {
            code: 'merge.note-too-long',
            path: ['note'],
            params: { limit: 5000, length: 5001, customers: ['1', '2'] },
          },
        ],
      })
    }
  })

  it('counts the space between them', () => {
    const halves = people({ note: 'x'.repeat(2500) }, { note: 'y'.repeat(2500) })
    expect(codesOf(planMerge({ records: halves }, context))).toEqual(['merge.note-too-long'])
  })

  it.each([null, '', ' \n\t'])('counts no space for the blank note %j', (note) => {
    const outcome = planMerge({ records: people({ note: 'x'.repeat(5000) }, { note }) }, context)
    expect(planned(outcome).result.customer.note).toBe('x'.repeat(5000))
  })

  it.each(cases)(
    'of the wish, of $length code points in $name, fits: $fits',
    ({ character, points, length, fits }) => {
      const note = textOf(length, character, points)
      const records = people({ note: 'x'.repeat(4000) }, { note: 'y'.repeat(4000) })
      expect(codesOf(planMerge({ records, note }, context))).toEqual(fits ? [] : ['merge.note-too-long'])
    },
  )

  it('is cleared by keeping one of the notes', () => {
    const records = people({ note: 'x'.repeat(4000) }, { note: 'y'.repeat(4000) })
    expect(planned(planMerge({ records, keep: { note: '1' } }, context)).result.customer.note).toBe(
      'x'.repeat(4000),
    )
  })

  it('follows the policy', () => {
    const policy = definePolicy(policies.shopify, { limits: { ...limits, note: 3 } })
    const records = people({ note: 'ab' }, { note: 'c' })
    expect(planMerge({ records }, buildContext({ policy }))).toMatchObject({
      problems: [{ code: 'merge.note-too-long', params: { limit: 3, length: 4 } }],
    })
  })

  it('is checked once at the end, however many are merged', () => {
    const three = (length: number): string[] =>
      codesOf(
        planMerge({ records: people({ note: 'a'.repeat(length) }, { note: 'b' }, { note: 'c' }) }, context),
      )
    expect(three(4996)).toEqual([])
    expect(three(4997)).toEqual(['merge.note-too-long'])
  })

  it('of the wish is refused where no store could keep it', () => {
    for (const note of ['a\u0000b', 'a\ud800'])
      expect(planMerge({ records: people({}, {}), note }, context)).toEqual({
        ok: false,
        problems: [{ code: 'text.not-storable', path: ['note'] }],
      })
  })

  it('of the records is not judged for what was in it before', () => {
    expect(codesOf(planMerge({ records: people({ note: 'a\u0000b' }, {}) }, context))).toEqual([])
  })
})

const tagsOf = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `tag-${from + at}`)

describe('M-5 the united tags', () => {
  it.each([
    [249, true],
    [250, true],
    [251, false],
  ])('%i of them fit: %s', (count, fits) => {
    const records = people({ tags: tagsOf(0, 125) }, { tags: tagsOf(125, count - 125) })
    const outcome = planMerge({ records, survivor: '1' }, context)
    if (fits) expect(planned(outcome).result.customer.tags).toEqual(tagsOf(0, count))
    else {
      expect(outcome).toEqual({
        ok: false,
        problems: [
          {
            code: 'merge.too-many-tags',
            path: ['tags'],
            params: { limit: 250, length: 251, customers: ['1', '2'] },
          },
        ],
      })
    }
  })

  it('count folded: the same 250 in another case are 250 (E-3)', () => {
    const shouted = tagsOf(0, 250).map((tag) => tag.toUpperCase())
    const plan = mergeIntoFirst([{ tags: tagsOf(0, 250) }, { tags: shouted }])
    expect(plan.result.customer.tags).toEqual(tagsOf(0, 250))
  })

  it.each([
    [250, []],
    [251, ['merge.too-many-tags']],
  ])('of the wish: %i', (count, codes) => {
    const records = people({ tags: tagsOf(0, 200) }, { tags: tagsOf(200, 200) })
    expect(codesOf(planMerge({ records, tags: tagsOf(500, count) }, context))).toEqual(codes)
  })

  it.each([
    [255, []],
    [256, ['text.too-long']],
  ])('of the wish may have %i characters', (length, codes) => {
    const outcome = planMerge({ records: people({}, {}), tags: ['vip', 'x'.repeat(length)] }, context)
    expect(codesOf(outcome)).toEqual(codes)
  })

  it('of the wish are refused where no store could keep them, by their place', () => {
    expect(planMerge({ records: people({}, {}), tags: ['vip', 'a\u0000'] }, context)).toEqual({
      ok: false,
      problems: [{ code: 'text.not-storable', path: ['tags', 1] }],
    })
  })

  it('of the wish are told by the place at which they were typed, though one text holds several', () => {
    const long = 'x'.repeat(256)
    const placeOf = (...tags: string[]): unknown => {
      const outcome = planMerge({ records: people({}, {}), tags }, context)
      return outcome.ok ? null : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))
    }
    expect(placeOf('a, b', long)).toEqual(['text.too-long tags 1'])
    expect(placeOf('a', 'A', ' ', `b, ${long}`)).toEqual(['text.too-long tags 3'])
  })

  it('of the wish are looked at only as far as the limit goes', () => {
    const tags = tagsOf(0, 251).map((tag) => `${tag}\u0000`)
    const codes = codesOf(planMerge({ records: people({}, {}), tags }, context))
    expect(codes).toEqual(['merge.too-many-tags', ...Array.from({ length: 250 }, () => 'text.not-storable')])
  })

  it('of the records are not judged for what was in them before', () => {
    expect(codesOf(planMerge({ records: people({ tags: ['x'.repeat(300)] }, {}) }, context))).toEqual([])
  })

  it('are cleared by keeping those of one record', () => {
    const records = people({ tags: tagsOf(0, 200) }, { tags: tagsOf(200, 200) })
    const plan = planned(planMerge({ records, keep: { tags: '2' } }, context))
    expect(plan.result.customer.tags).toEqual(tagsOf(200, 200))
  })
})

describe('who is over a limit', () => {
  const long = 'x'.repeat(5001)
  const many = tagsOf(0, 251)

  it.each([
    ['the only record that has any', { note: long, tags: many }, {}, null, ['1']],
    ['the record that is chosen', { note: 'a', tags: ['a'] }, { note: long, tags: many }, '2', ['2']],
  ] as const)('is %s', (_who, one, other, chosen, customers) => {
    const keep = chosen === '2' ? { note: chosen, tags: chosen } : {}
    expect(planMerge({ records: people(one, other), keep }, context)).toMatchObject({
      problems: [
        { code: 'merge.note-too-long', params: { customers } },
        { code: 'merge.too-many-tags', params: { customers } },
      ],
    })
  })

  it('is named in the order of the records, whoever lives on', () => {
    const records = people({ note: 'x'.repeat(2500) }, { note: 'y'.repeat(2500) })
    expect(planMerge({ records, survivor: '2' }, context)).toMatchObject({
      problems: [{ params: { customers: ['1', '2'] } }],
    })
  })

  it('is found in linear time, however many are merged', () => {
    const each = Array.from({ length: 10_000 }, (_, at): Person => ({ note: 'x', tags: [`tag ${at}`] }))
    const records = people(...each)
    expectLinear(
      (text) => planMerge({ records: records.slice(0, text.length / 10) }, context),
      (length) => 'x'.repeat(length),
    )
  })

  it('is nobody where the wish brings it', () => {
    expect(planMerge({ records: people({}, {}), note: long, tags: many }, context)).toEqual({
      ok: false,
      problems: [
        { code: 'merge.note-too-long', path: ['note'], params: { limit: 5000, length: 5001 } },
        { code: 'merge.too-many-tags', path: ['tags'], params: { limit: 250, length: 251 } },
      ],
    })
  })
})

describe('M-1 the addresses of all', () => {
  const book = (from: number, count: number): Person['addresses'] =>
    Array.from({ length: count }, (_, at) => ({
      id: `a${from + at}`,
      firstName: null,
      lastName: null,
      company: null,
      address1: `Storgata ${from + at}`,
      address2: null,
      city: 'Oslo',
      provinceCode: null,
      countryCode: 'NO',
      zip: null,
      phone: null,
    }))

  it.each([
    [10_000, []],
    [10_001, [{ code: 'shape.too-long', path: ['addresses'], params: { limit: 10_000 } }]],
  ])('are as many as a customer can have: of %i, %j', (count, problems) => {
    const records = people({ addresses: book(0, 6_000) }, { addresses: book(6_000, count - 6_000) })
    const outcome = planMerge({ records }, context)
    expect(outcome.ok ? [] : outcome.problems).toEqual(problems)
  })

  it('count once where they are equal, and so does invoice data', () => {
    const equal = people({ addresses: book(0, 6_000) }, { addresses: book(0, 6_000) })
    expect(codesOf(planMerge({ records: equal }, context))).toEqual([])
    const details = (from: number) => book(from, 6_000)!.map((one) => ({ ...one, taxId: null }))
    const records = people({ billingDetails: details(0) }, { billingDetails: details(6_000) })
    const outcome = planMerge({ records }, context)
    expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path)).toEqual([['billingDetails']])
  })
})

describe('the host data of all', () => {
  const data = (from: number, count: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`a.b${from + at}`, 1]))

  it.each([
    [6_000, 10_000, []],
    [6_000, 10_001, [{ code: 'shape.too-long', path: ['metafields'], params: { limit: 10_000 } }]],
    [0, 6_000, []],
  ])('from key %i to key %i, are as many as a customer can have: %j', (from, to, problems) => {
    const records = people({ metafields: data(0, 6_000) }, { metafields: data(from, to - from) })
    const outcome = planMerge({ records }, context)
    expect(outcome.ok ? [] : outcome.problems).toEqual(problems)
  })
})
