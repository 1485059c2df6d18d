import { describe, expect, it } from 'vitest'
import type { RowInput } from 'clientele/csv'
import { buildRecord } from 'clientele/testing'
import { noConsent, type Consent } from '../../src/contact/consent.js'
import { planned, rowsOf, writtenBy } from './import-case.js'

const now = '2026-11-22T12:00:00.000Z'
const earlier = '2026-01-01T00:00:00.000Z'
const yes = { state: 'SUBSCRIBED' } as const
const no = { state: 'NOT_SUBSCRIBED' } as const
const given: Consent = { state: 'SUBSCRIBED', optInLevel: 'UNKNOWN', updatedAt: now, source: 'fair 2025' }

const consentOf = (state: Consent['state']): Consent => ({
  state,
  optInLevel: 'CONFIRMED_OPT_IN',
  updatedAt: earlier,
  source: 'form',
})

const channels = [
  ['emailMarketingConsent', 'Accepts Email Marketing'],
  ['smsMarketingConsent', 'Accepts SMS Marketing'],
] as const

describe.each(channels)('%s of a new customer (E-6)', (field, column) => {
  const contacts: RowInput = { email: 'ana@example.com', phone: '+48601234567' }
  const made = (input: RowInput, consentSource: string | null): [Consent | undefined, unknown] => {
    const plan = planned(rowsOf(input), { options: { consentSource } })
    return [writtenBy(plan)[0]?.[field], plan.rows[0]?.warnings]
  }
  const warning = (code: string) => [{ code, path: ['rows', 2, field], params: { row: 2, column } }]

  it('is taken over with a stated source', () => {
    expect(made({ ...contacts, [field]: yes }, 'fair 2025')).toEqual([given, []])
  })

  it.each([null, '', ' '])('is not taken over without one, with a warning: %j', (source) => {
    expect(made({ ...contacts, [field]: yes }, source)).toEqual([
      noConsent,
      warning('import.consent-without-source'),
    ])
  })

  it('is not taken over without the contact that it is for', () => {
    expect(made({ firstName: 'Ana', [field]: yes }, 'fair 2025')).toEqual([
      noConsent,
      warning('import.consent-without-contact'),
    ])
  })

  it('is none when the file says no, or nothing', () => {
    expect(made({ ...contacts, [field]: no }, 'fair 2025')).toEqual([noConsent, []])
    expect(made(contacts, 'fair 2025')).toEqual([noConsent, []])
  })
})

describe('the consent of a customer who is there', () => {
  const cases = [
    ['SUBSCRIBED', yes, 'fair 2025', null, null],
    ['SUBSCRIBED', yes, null, null, null],
    ['NOT_SUBSCRIBED', yes, 'fair 2025', given, null],
    ['PENDING', yes, 'fair 2025', given, null],
    ['NOT_SUBSCRIBED', yes, null, null, 'import.consent-without-source'],
    ['UNSUBSCRIBED', yes, 'fair 2025', null, 'import.consent-kept'],
    ['INVALID', yes, 'fair 2025', null, 'import.consent-kept'],
    ['REDACTED', yes, 'fair 2025', null, 'import.consent-kept'],
    ['NOT_SUBSCRIBED', no, 'fair 2025', null, null],
    ['PENDING', no, 'fair 2025', null, null],
    ['UNSUBSCRIBED', no, 'fair 2025', null, null],
    [
      'SUBSCRIBED',
      no,
      null,
      { state: 'UNSUBSCRIBED', optInLevel: 'CONFIRMED_OPT_IN', updatedAt: now, source: null },
      'import.consent-withdrawn',
    ],
  ] as const

  it.each(cases)(
    '%s, and the file says %j (source %s): %j, %s',
    (state, word, consentSource, after, code) => {
      const kept = consentOf(state)
      const existing = [buildRecord({ customer: { email: 'ana@example.com', emailMarketingConsent: kept } })]
      const plan = planned(rowsOf({ email: 'ana@example.com', emailMarketingConsent: word }), {
        known: { existing },
        options: { overwrite: true, consentSource },
      })
      expect(plan.rows[0]?.warnings.map((one) => one.code)).toEqual(code === null ? [] : [code])
      expect(plan.rows[0]?.status).toBe(after === null ? 'unchanged' : 'updated')
      expect(writtenBy(plan).map((customer) => customer.emailMarketingConsent)).toEqual(
        after === null ? [] : [after],
      )
    },
  )
})
