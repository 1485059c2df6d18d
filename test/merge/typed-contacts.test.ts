import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../src/contact/phone-parser.js'
import { noConsent } from '../../src/contact/consent.js'
import type { MergeChoices, TypedField } from '../../src/merge/merge-wish.js'
import { mergeRequest } from '../../src/merge/merge-write.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import type { Problem } from '../../src/outcome/problem.js'
import { buildContext, type ContextOverrides } from '../../src/testing/build-context.js'
import { fieldOf, mergeIntoFirst, people, planned, type Person } from './planned.js'

const anna: Person = {
  firstName: 'Anna',
  lastName: 'Nowak',
  email: 'anna@example.com',
  phone: '+48601234567',
}
const ania: Person = {
  firstName: 'Ania',
  lastName: 'Kowal',
  email: 'ania@example.com',
  phone: '+48602345678',
}
const both = [anna, ania] as const

const at = (countryCode: string): Person['addresses'] => [
  {
    id: 'a1',
    firstName: null,
    lastName: null,
    company: null,
    address1: '1 Way',
    address2: null,
    city: 'Town',
    provinceCode: null,
    countryCode,
    zip: null,
    phone: null,
  },
]

interface Said {
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** What is said of a merge of these two, with the full numbering plans. */
function saidOf(
  choices: MergeChoices,
  parts: readonly Person[] = both,
  context: ContextOverrides = {},
): Said {
  const outcome = planMerge(
    { ...choices, records: people(...parts) },
    buildContext({ parsePhone, ...context }),
  )
  return { problems: outcome.ok ? [] : outcome.problems, warnings: outcome.ok ? outcome.warnings : [] }
}

describe('M-2a: a contact detail that is typed in the review', () => {
  it.each<[TypedField, string | null, string | null]>([
    ['firstName', ' Anka ', 'Anka'],
    ['lastName', 'Nowak-Kowal', 'Nowak-Kowal'],
    ['email', ' anka@example.com ', 'anka@example.com'],
    ['phone', '+48 603 456 789', '+48603456789'],
    ['firstName', null, null],
    ['lastName', ' ', null],
    ['email', '', null],
    ['email', null, null],
    ['phone', ' \t', null],
  ])('%s %j stands in place of what all records have', (field, typed, kept) => {
    const plan = mergeIntoFirst(both, { [field]: typed }, { parsePhone })
    expect(fieldOf(plan, field)).toEqual({
      kept,
      source: null,
      rule: 'edited',
      dropped: [
        { id: '1', value: anna[field] },
        { id: '2', value: ania[field] },
      ],
    })
    expect(plan.result.customer[field]).toBe(kept)
    expect(plan.touches).toEqual([{ path: [field], before: anna[field], after: kept }])
    expect(plan.wish).toEqual({ survivor: '1', [field]: typed })
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  it('drops nothing where it says what a record has', () => {
    expect(fieldOf(mergeIntoFirst(both, { firstName: 'Ania' }), 'firstName').dropped).toEqual([
      { id: '1', value: 'Anna' },
    ])
  })

  it('also stands in place of a choice of `keep`', () => {
    const plan = mergeIntoFirst(both, { keep: { lastName: '2' }, lastName: 'Nowicka' })
    expect(fieldOf(plan, 'lastName')).toMatchObject({ kept: 'Nowicka', rule: 'edited' })
  })

  it('is another wish than none, and one that is left out is none', () => {
    const request = (choices: MergeChoices): string => mergeRequest(['1', '2'], choices)
    for (const field of ['firstName', 'lastName', 'email', 'phone']) {
      expect(request({ [field]: 'x' })).not.toBe(request({}))
      expect(request({ [field]: null })).not.toBe(request({}))
      expect(request({ [field]: undefined })).toBe(request({}))
    }
  })

  it('is claimed, and what nobody has any more is not', () => {
    const [put] = mergeIntoFirst(both, { email: 'anka@example.com' }).changeSet.changes
    expect(put?.type === 'put' && put.claims).toEqual(['email:anka@example.com', 'phone:+48601234567'])
  })

  it('must be storable by the store', () => {
    const store = { notStored: ['email'] } as const
    expect(saidOf({ email: 'x@example.com' }, both, { store }).problems).toMatchObject([
      { code: 'capability.field-not-stored' },
    ])
  })
})

describe('M-2a, M-2c: a typed email and who lives on', () => {
  it('leaves the survivor free, whose email ever was to be kept', () => {
    const choices = { survivor: '1', keep: { email: '2' } }
    expect(saidOf(choices).problems).toMatchObject([{ code: 'merge.survivor-not-free' }])
    expect(saidOf({ ...choices, email: 'anka@example.com' }).problems).toEqual([])
  })

  it('has the survivor told by the rules, not by an email that is not kept', () => {
    const enabled: Person = { ...anna, account: { type: 'account', state: 'ENABLED', blocked: false } }
    const survivorOf = (choices: MergeChoices): readonly string[] => {
      const { survivor, survivorRule } = planned(
        planMerge({ ...choices, records: people(enabled, ania) }, buildContext()),
      )
      return [survivor, survivorRule]
    }
    expect(survivorOf({ keep: { email: '2' } })).toEqual(['2', 'kept-email'])
    expect(survivorOf({ keep: { email: '2' }, email: null })).toEqual(['1', 'account-enabled'])
  })
})

describe('M-2a: a typed phone', () => {
  const typed = { phone: '601 234 567' }
  const phoneOf = (parts: readonly Person[], choices: MergeChoices = typed): string | null =>
    mergeIntoFirst(parts, choices, { parsePhone, shop: { country: 'PL' } }).result.customer.phone

  it('is read by the country of the default address that is kept, else of the shop', () => {
    const swedish = { addresses: at('SE'), defaultAddressId: 'a1' }
    const norwegian = { addresses: at('NO'), defaultAddressId: 'a1' }
    expect(phoneOf(both)).toBe('+48601234567')
    const number = { phone: '070-123 45 67' }
    expect(phoneOf([{ ...anna, ...swedish }, ania], number)).toBe('+46701234567')
    expect(phoneOf([anna, { ...ania, ...swedish }], number)).toBe('+46701234567')
    const two = [
      { ...anna, ...norwegian },
      { ...ania, ...swedish },
    ]
    expect(phoneOf(two, { phone: '400 00 000' })).toBe('+4740000000')
    expect(phoneOf(two, { ...number, keep: { defaultAddress: '2' } })).toBe('+46701234567')
  })

  it('that cannot be read is refused, and nothing else for want of it', () => {
    const nobody = { firstName: null, lastName: null, email: null }
    expect(saidOf({ ...nobody, phone: '12' }).problems).toEqual([
      expect.objectContaining({ code: 'phone.invalid', path: ['phone'] }),
    ])
  })

  it('must be E.164 where nobody reads it', () => {
    expect(saidOf(typed, both, { parsePhone: undefined }).problems).toMatchObject([
      { code: 'phone.not-checked', path: ['phone'] },
    ])
    expect(saidOf({ phone: '+48601234567' }, both, { parsePhone: undefined }).problems).toEqual([])
  })
})

describe('M-2a: what is typed is judged as an edit is', () => {
  it.each<[MergeChoices, string, string[]]>([
    [{ email: 'anka@' }, 'email.invalid', ['email']],
    [{ email: `${'a'.repeat(300)}@example.com` }, 'email.too-long', ['email']],
    [{ firstName: 'x'.repeat(256) }, 'text.too-long', ['firstName']],
    [{ lastName: 'a\0b' }, 'text.not-storable', ['lastName']],
    [{ firstName: '', lastName: ' ', email: null, phone: '' }, 'customer.nobody', []],
  ])('refuses %j: %s', (choices, code, path) => {
    expect(saidOf(choices).problems).toMatchObject([{ code, path }])
  })

  it('says all at once, beside what is against the merge itself', () => {
    const { problems } = saidOf({ survivor: '9', email: 'x', firstName: 'x'.repeat(256), phone: '12' })
    expect(problems.map(({ code }) => code)).toEqual([
      'merge.unknown-record',
      'phone.invalid',
      'text.too-long',
      'email.invalid',
    ])
  })

  it('leaves somebody who has only a phone, or only a name', () => {
    expect(saidOf({ firstName: null, lastName: null, email: null }).problems).toEqual([])
    expect(saidOf({ lastName: null, email: null, phone: null }).problems).toEqual([])
  })

  it('says nothing of what was wrong before and is not typed', () => {
    const wrong = { ...anna, firstName: 'x'.repeat(300), email: 'no email' }
    expect(saidOf({ lastName: 'Nowicka' }, [wrong, ania])).toEqual({ problems: [], warnings: [] })
    const place = { addresses: at('US')?.map((one) => ({ ...one, city: 'APO', address1: 'PSC' })) }
    const military: Person = { ...anna, ...place, defaultAddressId: 'a1' }
    expect(saidOf({ lastName: 'Nowicka' }, [military, ania])).toEqual({ problems: [], warnings: [] })
  })

  it.each<[MergeChoices, string]>([
    [{ email: 'an ka@example.com' }, 'email.blanks-removed'],
    [{ phone: '+48601234567 ext. 5' }, 'phone.extension-dropped'],
    [{ firstName: 'Аnna' }, 'customer.name-look-alike'],
  ])('warns of %j: %s', (choices, code) => {
    expect(saidOf(choices)).toMatchObject({ problems: [], warnings: [{ code }] })
  })

  it('E-6 warns where a yes was said for another contact than the typed one', () => {
    const yes = { ...noConsent, state: 'SUBSCRIBED', updatedAt: '2026-01-01T00:00:00.000Z' } as const
    const agreed = [{ ...anna, emailMarketingConsent: yes }, ania]
    const warned = (email: string): unknown => saidOf({ survivor: '1', email }, agreed).warnings
    expect(warned('anka@example.com')).toEqual([
      {
        code: 'merge.consent-widened',
        path: ['emailMarketingConsent'],
        params: { channel: 'email', reason: 'moved', customers: ['1'] },
      },
    ])
    expect(warned('ANNA@example.com')).toEqual([])
  })
})
