import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CandidateQuery } from '../../../src/merge/candidates/candidate-query.js'
import { isMergeCandidate } from '../../../src/merge/candidates/is-merge-candidate.js'
import {
  searchMergeCandidates,
  type CandidateSearch,
} from '../../../src/merge/candidates/search-merge-candidates.js'
import { parsePhone } from '../../../src/contact/phone-parser.js'
import { arbitraries } from '../../../src/testing/arbitraries.js'
import { buildContext } from '../../../src/testing/build-context.js'
import { people, type Person } from '../planned.js'

const queryOf = (search: CandidateSearch): CandidateQuery => {
  const outcome = searchMergeCandidates(search, buildContext({ shop: { country: 'PL' }, parsePhone }))
  if (!outcome.ok) throw new Error('refused')
  return outcome.value
}

const person: Person = {
  firstName: 'Zoë Maria',
  lastName: 'Nowak',
  email: 'Zoe.N@Example.com',
  phone: '+48601234567',
}

const isFound = (search: CandidateSearch, found: Person = person): boolean =>
  people(found).some((record) => isMergeCandidate(record, queryOf(search)))

describe('isMergeCandidate (M-8)', () => {
  it.each([
    ['the first name', 'ZOË'],
    ['part of the first name', 'mari'],
    ['the last name', 'nowak'],
    ['both names, in any order', 'Nowak zoë'],
    ['the email', 'zoe.n@example.com'],
    ['part of the email', 'EXAMPLE'],
    ['the phone', '+48 601 234 567'],
    ['the national phone', '601-234-567'],
    ['part of the phone', '234'],
    ['the phone with the prefix of its country', '0048601234567'],
    ['a name and part of the phone', 'nowak 567'],
    ['part of the phone as it is dialled in the country', '0601 234'],
    ['part of the phone as it is dialled from abroad', '0048601'],
  ])('finds by %s', (_name, text) => {
    expect(isFound({ text })).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['another name', 'Kowalska'],
    ['a name and another name', 'Nowak Anna'],
    ['an accent that is not there', 'zoë maría'],
    ['other digits', '999'],
    ['digits that no card and no phone ends in', '4242'],
    ['a whole card', '4242424242424242'],
    ['text between the names', 'marianowak'],
  ])('does not find by %s', (_name, text) => {
    expect(isFound({ text })).toBe(false)
  })

  it.each<[string, Person]>([
    ['no name', { firstName: null, lastName: null }],
    ['no email', { email: null }],
    ['no phone', { phone: null }],
  ])('finds nothing where there is %s', (_name, part) => {
    const [field] = Object.keys(part)
    const text = { firstName: 'zoë', email: 'example', phone: '601234567' }[field as 'email']
    expect(isFound({ text })).toBe(true)
    expect(isFound({ text }, { ...person, ...part })).toBe(false)
  })

  it('finds by the whole email however its letters are composed', () => {
    const found = { ...person, email: 'Zoe\u0308@Example.com' }
    expect(isFound({ text: 'ZOË@example.com' }, found)).toBe(true)
  })

  it('finds by the whole email though a blank fell between a letter and its accent', () => {
    expect(isFound({ text: 'zoe \u0308@example.com' }, { ...person, email: 'Zoë@example.com' })).toBe(true)
    expect(isFound({ text: 'zoe \u0308@example.com' }, { ...person, email: 'Zoe@example.com' })).toBe(false)
  })

  it('finds by an email or a phone though words between blanks do not', () => {
    expect(isFound({ text: 'zoe.n @example.com' })).toBe(true)
    expect(isFound({ text: '0048 (601) 234567' })).toBe(true)
  })

  it('finds whom the token search of the host has found by the last four digits', () => {
    expect(isFound({ text: '4242', cardholders: ['1'] })).toBe(true)
    expect(isFound({ text: '4242', cardholders: ['2'] })).toBe(false)
    expect(isFound({ text: '', cardholders: ['1'] })).toBe(true)
  })

  it('never finds for whom another is wanted, not even as a cardholder (M-2c)', () => {
    expect(isFound({ text: 'nowak', except: ['1'], cardholders: ['1'] })).toBe(false)
    expect(isFound({ text: 'nowak', except: ['2'] })).toBe(true)
  })

  it('finds every customer by each of their own names, email and phone', () => {
    fc.assert(
      fc.property(arbitraries(fc).record, (record) => {
        const { firstName, lastName, email, phone } = record.customer
        for (const text of [firstName, lastName, email, phone])
          if (text !== null) expect(isMergeCandidate(record, queryOf({ text }))).toBe(true)
      }),
    )
  })
})
