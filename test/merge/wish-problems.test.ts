import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/address/address.js'
import type { CustomerField } from '../../src/customer/customer.js'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { buildContext } from '../../src/testing/build-context.js'
import { codesOf, people, type Person } from './planned.js'

const problemsOf = (parts: readonly Person[], choices: MergeChoices = {}): unknown => {
  const outcome = planMerge({ ...choices, records: people(...parts) }, buildContext())
  return outcome.ok ? [] : outcome.problems
}

const both = [{ firstName: 'Anna' }, { firstName: 'Ania' }]

describe('planMerge refuses a wish', () => {
  it('with no record', () => {
    expect(problemsOf([])).toEqual([
      { code: 'merge.too-few-records', path: ['records'], params: { least: 2 } },
    ])
  })

  it('with one record', () => {
    expect(problemsOf([{}])).toEqual([
      { code: 'merge.too-few-records', path: ['records'], params: { least: 2 } },
    ])
  })

  it('with a record twice, and names it once', () => {
    expect(problemsOf([{}, { id: '1' }, { id: '1' }, { id: '4' }])).toEqual([
      { code: 'merge.same-customer', path: ['records'], params: { customers: ['1'] } },
    ])
  })

  it('with a survivor that is none of the records', () => {
    expect(problemsOf(both, { survivor: '9' })).toEqual([
      { code: 'merge.unknown-record', path: ['survivor'] },
    ])
  })

  it('with a field of a record that is none of the records', () => {
    expect(problemsOf(both, { keep: { firstName: '9' } })).toEqual([
      { code: 'merge.unknown-record', path: ['keep', 'firstName'] },
    ])
  })

  it.each<[string, MergeChoices, string]>([
    ['note', { note: 'x' }, 'note'],
    ['tags', { tags: ['x'] }, 'tags'],
    ['first name', { keep: { firstName: '2' } }, 'firstName'],
    ['default address', { keep: { defaultAddress: '2' } }, 'defaultAddressId'],
  ])('that names a %s, which the store cannot hold', (_name, choices, field) => {
    const address = { address1: 'Main Street 1', city: 'Gdynia', countryCode: 'PL' } as Address
    const records = people(...both.map((one) => ({ ...one, addresses: [{ ...address, id: 'a' }] })))
    const problem = { code: 'capability.field-not-stored', path: [field], params: { field } }
    const to = (notStored: readonly CustomerField[]): unknown =>
      planMerge({ ...choices, records }, buildContext({ store: { notStored } }))
    expect(to(['priceLevel', field as CustomerField])).toEqual({ ok: false, problems: [problem] })
    expect(to(['priceLevel'])).toMatchObject({ ok: true })
  })

  const texts = ['firstName', 'lastName', 'email', 'phone', 'locale', 'note', 'source'] as const

  it.each([...texts, 'defaultAddress', 'defaultBillingDetails'] as const)(
    'with the %s of a record that has none (M-2a)',
    (field) => {
      expect(problemsOf([{}, {}], { keep: { [field]: '2' } })).toEqual([
        { code: 'merge.kept-value-missing', path: ['keep', field], params: { id: '2' } },
      ])
    },
  )

  it.each(texts)('with a %s that is blank', (field) => {
    expect(problemsOf([{}, { [field]: ' \t' }], { keep: { [field]: '2' } })).toEqual([
      { code: 'merge.kept-value-missing', path: ['keep', field], params: { id: '2' } },
    ])
  })

  it.each(['tags', 'taxExemptions', 'taxExempt', 'priceLevel', 'account', 'smsMarketingConsent'] as const)(
    'but not with a %s that says nothing much',
    (field) => {
      expect(problemsOf([{}, {}], { keep: { [field]: '2' } })).toEqual([])
    },
  )

  it('with a survivor who does not own the email that is kept', () => {
    const emails = [{ email: 'anna@example.com' }, { email: 'ania@example.com' }]
    expect(problemsOf(emails, { survivor: '1', keep: { email: '2' } })).toEqual([
      { code: 'merge.survivor-not-free', path: ['survivor'], params: { id: '1', needed: '2' } },
    ])
    expect(problemsOf(emails, { survivor: '2', keep: { email: '2' } })).toEqual([])
    expect(problemsOf(emails, { survivor: '1', keep: { phone: undefined, email: undefined } })).toEqual([])
  })

  it('never repeats an id that is none of the records’, because anything may have been typed there', () => {
    const typed = 'anna@example.com'
    const emails = [{ email: 'one@example.com' }, { email: 'two@example.com' }]
    expect(problemsOf(emails, { survivor: typed, keep: { email: '2', phone: typed } })).toEqual([
      { code: 'merge.unknown-record', path: ['survivor'] },
      { code: 'merge.unknown-record', path: ['keep', 'phone'] },
    ])
  })

  it('with a missing email, which frees the survivor', () => {
    expect(problemsOf([{ email: 'anna@example.com' }, {}], { survivor: '1', keep: { email: '2' } })).toEqual([
      { code: 'merge.kept-value-missing', path: ['keep', 'email'], params: { id: '2' } },
    ])
  })

  it('with all its problems at once, and those of the records too', () => {
    const [one, other] = people({ tags: ['vip'] }, { note: 'x'.repeat(5001) })
    const outcome = planMerge(
      {
        records: [one!, other!, { ...other!, facts: { ...other!.facts, multipass: true } }],
        survivor: '9',
        keep: { email: '1', phone: '8' },
      },
      buildContext(),
    )
    expect(codesOf(outcome)).toEqual([
      'merge.same-customer',
      'merge.unknown-record',
      'merge.kept-value-missing',
      'merge.unknown-record',
      'merge.multipass',
      'merge.note-too-long',
    ])
  })
})
