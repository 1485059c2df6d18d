import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../../src/contact/phone-parser.js'
import type { CandidateQuery } from '../../../src/merge/candidates/candidate-query.js'
import {
  searchMergeCandidates,
  type CandidateSearch,
} from '../../../src/merge/candidates/search-merge-candidates.js'
import { buildContext } from '../../../src/testing/build-context.js'
import { attackStrings, expectLinear, unstorableTexts } from '../../hostile-texts.js'

const context = buildContext({ shop: { country: 'PL' }, parsePhone })

const queryOf = (search: CandidateSearch, within = context): CandidateQuery => {
  const outcome = searchMergeCandidates(search, within)
  if (!outcome.ok) throw new Error('refused')
  return outcome.value
}

const nothing: CandidateQuery = {
  words: [],
  identities: { emails: [], phones: [] },
  lastFour: null,
  cardholders: [],
  except: [],
}

describe('searchMergeCandidates (M-8)', () => {
  it.each<[string, string, Partial<CandidateQuery>]>([
    ['nothing', '', {}],
    ['blanks', ' \t\n', {}],
    [
      'two names, folded',
      ' Zoe\u0308  NOWAK ',
      {
        words: [
          { text: 'zoë', digits: null },
          { text: 'nowak', digits: null },
        ],
      },
    ],
    [
      'an email',
      'Anna.Nowak@Example.com',
      {
        words: [{ text: 'anna.nowak@example.com', digits: null }],
        identities: { emails: ['anna.nowak@example.com'], phones: [] } as never,
      },
    ],
    ['part of an email', 'anna@', { words: [{ text: 'anna@', digits: null }] }],
    [
      'a national phone',
      '601-234-567',
      {
        words: [{ text: '601-234-567', digits: '601234567' }],
        identities: { emails: [], phones: ['+48601234567'] },
      },
    ],
    [
      'a phone in E.164',
      '+48601234567',
      {
        words: [{ text: '+48601234567', digits: '48601234567' }],
        identities: { emails: [], phones: ['+48601234567'] },
      },
    ],
    ['three digits of a phone', '601', { words: [{ text: '601', digits: '601' }] }],
    ['two digits, which every phone has', '60', { words: [{ text: '60', digits: null }] }],
    [
      'a part of a phone as it is dialled in the country, and from abroad',
      '0601 00486 (0)601',
      {
        words: [
          { text: '0601', digits: '601' },
          { text: '00486', digits: '486' },
          { text: '(0)601', digits: '601' },
        ],
        lastFour: '0601',
      },
    ],
    ['zeros that are all there is', '0060', { words: [{ text: '0060', digits: '060' }], lastFour: '0060' }],
    ['a name with a digit', 'Anna2000', { words: [{ text: 'anna2000', digits: null }] }],
    ['digits with a name', '2000Anna', { words: [{ text: '2000anna', digits: null }] }],
    ['four digits', '4242', { words: [{ text: '4242', digits: '4242' }], lastFour: '4242' }],
    [
      'four digits behind a mask',
      '**** •••• 4242',
      { words: [{ text: '4242', digits: '4242' }], lastFour: '4242' },
    ],
    [
      'a name and four digits, of which the last count',
      '1111 Nowak 4242',
      {
        words: [
          { text: '1111', digits: '1111' },
          { text: 'nowak', digits: null },
          { text: '4242', digits: '4242' },
        ],
        lastFour: '4242',
      },
    ],
    ['five digits, which end no card', '54242', { words: [{ text: '54242', digits: '54242' }] }],
    ['a card, of which only the end is kept', '4242 4242-4242 4242', { lastFour: '4242' }],
    ['a card between blanks', ' 4242424242424242 ', { lastFour: '4242' }],
    ['a card whose last digits stand apart', '4242 4242 4242 42 4-2', { lastFour: '4242' }],
    ['a card with dots', '4242.4242.4242.4242', { lastFour: '4242' }],
    ['a card with blanks that do not break', '4242\u00a04242\u00a04242\u00a04242', { lastFour: '4242' }],
    [
      'a card behind a name, which finds by the name alone',
      'Nowak 4242 4242 4242 4242',
      { words: [{ text: 'nowak', digits: null }], lastFour: '4242' },
    ],
    [
      'an email of nothing but digits',
      '4242424242424242@example.com',
      {
        words: [{ text: '4242424242424242@example.com', digits: null }],
        identities: { emails: ['4242424242424242@example.com'], phones: [] } as never,
      },
    ],
    [
      'a token of the host',
      'card_4242424242424242',
      { words: [{ text: 'card_4242424242424242', digits: null }] },
    ],
    ['a card of 14 digits', '36227206271667', { lastFour: '1667' }],
    [
      'a mask between a name and four digits',
      'Nowak•4242',
      {
        words: [
          { text: 'nowak', digits: null },
          { text: '4242', digits: '4242' },
        ],
        lastFour: '4242',
      },
    ],
    ['a card of 19 digits', '6205500000000000004', { lastFour: '0004' }],
  ])('reads %s', (_name, text, asked) => {
    expect(queryOf({ text })).toEqual({ ...nothing, ...asked })
  })

  it('keeps no whole number of a card, wherever it stands', () => {
    const number = '4242424242424242'
    for (const text of [
      number,
      `Nowak ${number}`,
      `${number} Nowak`,
      `Anna (${number})`,
      `card:${number}`,
      `${number}\n1111`,
    ])
      expect(JSON.stringify(queryOf({ text }))).not.toContain(number)
  })

  it.each(['3622720627166', '62055000000000000041', '04242424242424242', '+42424242424242'])(
    'takes %s for no card',
    (text) => {
      expect(queryOf({ text })).toMatchObject({ words: [{ text }], lastFour: null })
    },
  )

  it('reads no phone where nothing can', () => {
    expect(queryOf({ text: '601234567' }, buildContext()).identities.phones).toEqual([])
  })

  it('carries for whom another is wanted, and whom the token search of the host has found', () => {
    expect(queryOf({ text: '', except: ['7'], cardholders: ['8', '9'] })).toEqual({
      ...nothing,
      except: ['7'],
      cardholders: ['8', '9'],
    })
  })

  it('is plain JSON', () => {
    const query = queryOf({ text: 'Anna 601', except: ['7'] })
    expect(JSON.parse(JSON.stringify(query))).toStrictEqual(query)
  })

  it.each([
    [255, []],
    [256, [{ code: 'text.too-long', path: ['text'], params: { limit: 255, length: 256 } }]],
  ])('of %i characters is refused with %j', (length, problems) => {
    const outcome = searchMergeCandidates({ text: 'x'.repeat(length) }, context)
    expect(outcome.ok ? [] : outcome.problems).toEqual(problems)
  })

  it.each([undefined, null, 7, ['nowak'], {}])('M-8 refuses %j, which is no text', (text) => {
    expect(searchMergeCandidates({ text: text as never }, context)).toEqual({
      ok: false,
      problems: [{ code: 'shape.wrong-type', path: ['text'], params: { expected: 'string' } }],
    })
  })

  it.each(unstorableTexts)('refuses %j, which no store could look for', (text) => {
    expect(searchMergeCandidates({ text }, context)).toMatchObject({
      ok: false,
      problems: [{ code: 'text.not-storable', path: ['text'] }],
    })
  })

  it.each(Object.entries(attackStrings))('takes linear time for many %s', (_name, attack) => {
    expectLinear((text) => searchMergeCandidates({ text }, context), attack)
  })
})
