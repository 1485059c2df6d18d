import { type ConsentChange, planConsentChange, rebaseConsentChange } from 'clientele'
import { buildContext, buildRecord, type RecordOverrides } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { consentStates } from '../../../src/contact/consent.js'
import { requestOf } from '../../../src/plan/request.js'

type Person = NonNullable<RecordOverrides['customer']>

const now = '2026-11-22T12:00:00.000Z'
const earlier = '2026-01-01T00:00:00.000Z'
const later = '2026-11-22T12:00:00.001Z'
const none = { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null, source: null } as const
const yes = {
  state: 'SUBSCRIBED',
  optInLevel: 'SINGLE_OPT_IN',
  updatedAt: earlier,
  source: 'footer',
} as const
const person: Person = { email: 'anna@example.com', phone: '+4791234567' }
const subscribe = { channel: 'email', state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN' } as const

function plan(wish: ConsentChange, kept: Person = {}, context = buildContext()) {
  return planConsentChange(buildRecord({ customer: { ...person, ...kept } }), wish, context)
}

function problemsOf(...args: Parameters<typeof plan>) {
  const outcome = plan(...args)
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))
}

const levels = { PENDING: 'CONFIRMED_OPT_IN', SUBSCRIBED: 'SINGLE_OPT_IN', UNSUBSCRIBED: null } as const

describe('E-6 what may follow on what', () => {
  const allowed = {
    email: {
      NOT_SUBSCRIBED: ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'],
      PENDING: ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'],
      SUBSCRIBED: ['SUBSCRIBED', 'UNSUBSCRIBED'],
      UNSUBSCRIBED: ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'],
      INVALID: ['UNSUBSCRIBED'],
      REDACTED: [],
    },
    sms: {
      NOT_SUBSCRIBED: ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'],
      PENDING: ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'],
      SUBSCRIBED: ['SUBSCRIBED', 'UNSUBSCRIBED'],
      UNSUBSCRIBED: ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'],
      INVALID: [],
      REDACTED: [],
    },
  } as const
  const fields = { email: 'emailMarketingConsent', sms: 'smsMarketingConsent' } as const

  for (const channel of ['email', 'sms'] as const)
    for (const from of consentStates)
      for (const state of ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'] as const) {
        const may = (allowed[channel][from] as readonly string[]).includes(state)
        it(`${channel}: ${state} ${may ? 'may' : 'may not'} follow on ${from}`, () => {
          const wish = { channel, state, optInLevel: levels[state] }
          expect(problemsOf(wish, { [fields[channel]]: { ...none, state: from } })).toEqual(
            may ? [] : ['consent.transition-not-allowed state'],
          )
        })
      }
})

describe('E-6 what is against a word', () => {
  it.each<[string, ConsentChange, Person, readonly string[]]>([
    [
      'a yes without a level',
      { channel: 'email', state: 'SUBSCRIBED' },
      {},
      ['consent.level-missing optInLevel'],
    ],
    [
      'a question without a level',
      { channel: 'email', state: 'PENDING' },
      {},
      ['consent.level-missing optInLevel'],
    ],
    [
      'a question at another level',
      { channel: 'sms', state: 'PENDING', optInLevel: 'SINGLE_OPT_IN' },
      {},
      ['consent.level-not-allowed optInLevel'],
    ],
    ['a no at any level', { channel: 'sms', state: 'UNSUBSCRIBED', optInLevel: 'UNKNOWN' }, {}, []],
    ['a yes without an email', subscribe, { email: null }, ['consent.contact-missing emailMarketingConsent']],
    [
      'a yes without a phone',
      { ...subscribe, channel: 'sms' },
      { phone: null },
      ['consent.contact-missing smsMarketingConsent'],
    ],
    ['a no without an email', { channel: 'email', state: 'UNSUBSCRIBED' }, { email: null }, []],
    ['a time now', { ...subscribe, updatedAt: now }, {}, []],
    ['a time to come', { ...subscribe, updatedAt: later }, {}, ['consent.in-future updatedAt']],
    [
      'a time before the last word',
      { ...subscribe, updatedAt: earlier },
      { emailMarketingConsent: { ...none, updatedAt: now } },
      ['consent.outdated updatedAt'],
    ],
    [
      'the time of the last word',
      { ...subscribe, updatedAt: earlier },
      { emailMarketingConsent: { ...none, updatedAt: earlier } },
      [],
    ],
    [
      'no time, though the last word is of tomorrow',
      { channel: 'email', state: 'UNSUBSCRIBED' },
      { emailMarketingConsent: { ...yes, updatedAt: later } },
      [],
    ],
    ['a source too long', { ...subscribe, source: 'x'.repeat(256) }, {}, ['text.too-long source']],
    [
      'all at once',
      { channel: 'sms', state: 'PENDING', updatedAt: later, source: '\0' },
      { phone: null, smsMarketingConsent: { ...none, state: 'REDACTED' } },
      [
        'consent.transition-not-allowed state',
        'consent.level-missing optInLevel',
        'consent.contact-missing smsMarketingConsent',
        'consent.in-future updatedAt',
        'text.not-storable source',
      ],
    ],
    [
      'a state that nobody sets',
      { channel: 'email', state: 'REDACTED' } as unknown as ConsentChange,
      {},
      ['shape.invalid-value state'],
    ],
    ['no word', 7 as unknown as ConsentChange, {}, ['shape.wrong-type']],
  ])('%s', (_title, wish, kept, problems) => {
    expect(problemsOf(wish, kept)).toEqual(problems)
  })

  it('nothing is taken down of who is gone, though a merge goes on', () => {
    const codes = (facts: object) => {
      const outcome = planConsentChange(buildRecord({ facts }), subscribe, buildContext())
      return outcome.ok ? [] : outcome.problems.map(({ code }) => code)
    }
    expect(codes({ deleted: true })).toEqual(['edit.deleted'])
    expect(codes({ redaction: 'done' })).toEqual(['edit.redacted'])
    expect(codes({ mergeInProgress: true })).toEqual([])
  })

  it('nothing is taken down where the store has no place for it', () => {
    const context = buildContext({ store: { notStored: ['emailMarketingConsent'] } })
    expect(problemsOf(subscribe, {}, context)).toEqual(['capability.field-not-stored emailMarketingConsent'])
    expect(problemsOf({ ...subscribe, channel: 'sms' }, {}, context)).toEqual([])
  })
})

describe('E-6 what is kept of a word', () => {
  it('state, level, time and source, and those before as history', () => {
    const outcome = plan(
      { channel: 'email', state: 'UNSUBSCRIBED', updatedAt: '2026-11-01T00:00:00.000Z', source: ' link ' },
      { emailMarketingConsent: yes },
    )
    if (!outcome.ok) throw new Error('refused')
    const { result, changeSet, touches } = outcome.value
    const by = { type: 'staff', id: 'staff-1' }
    const said = {
      state: 'UNSUBSCRIBED',
      optInLevel: null,
      updatedAt: '2026-11-01T00:00:00.000Z',
      source: 'link',
    }
    expect(result.emailMarketingConsent).toEqual(said)
    expect(result.updatedAt).toBe(now)
    expect(touches).toEqual([
      { path: ['emailMarketingConsent'], before: yes, after: said },
      { path: ['email'], before: 'anna@example.com', after: 'anna@example.com' },
    ])
    expect(changeSet.changes.map((one) => (one.type === 'event' ? one.event : one.type))).toEqual([
      'put',
      {
        kind: 'consent-superseded',
        by,
        from: 'customer-1',
        channel: 'email',
        state: 'SUBSCRIBED',
        optInLevel: 'SINGLE_OPT_IN',
        since: earlier,
        source: 'footer',
      },
      {
        kind: 'consent-changed',
        by,
        channel: 'email',
        before: 'SUBSCRIBED',
        state: 'UNSUBSCRIBED',
        optInLevel: null,
        since: '2026-11-01T00:00:00.000Z',
        source: 'link',
      },
    ])
  })

  it('is one change set on the revision that was read, its events under names of their own', () => {
    const record = buildRecord({ revision: 'r-7', customer: { ...person, emailMarketingConsent: yes } })
    const no = { channel: 'email', state: 'UNSUBSCRIBED' } as const
    const outcome = planConsentChange(record, no, buildContext({ key: 'k' }))
    if (!outcome.ok) throw new Error('refused')
    const { planner, warnings, changeSet } = outcome.value
    expect([planner, warnings]).toEqual(['consent', []])
    expect({ ...changeSet, changes: [] }).toEqual({
      key: 'k',
      request: requestOf('consent', ['customer-1'], no),
      expects: [{ id: 'customer-1', revision: 'r-7' }],
      guards: [],
      changes: [],
      outbox: [],
      summary: { planner: 'consent', customer: 'customer-1' },
    })
    const events = changeSet.changes.flatMap((change) => (change.type === 'event' ? [change.id] : []))
    expect(events).toEqual(['k/event/1', 'k/event/2'])
  })

  it.each<[string, ConsentChange, boolean]>([
    ['the same', { ...subscribe, updatedAt: earlier, source: 'footer' }, false],
    ['less of the same', subscribe, false],
    ['the same, and nothing of where and when', { ...subscribe, source: null, updatedAt: null }, false],
    ['a stronger yes', { ...subscribe, optInLevel: 'CONFIRMED_OPT_IN' }, true],
    ['a yes from elsewhere', { ...subscribe, source: 'checkout' }, true],
    ['a yes of another time', { ...subscribe, updatedAt: now }, true],
    ['a no', { channel: 'email', state: 'UNSUBSCRIBED' }, true],
  ])('%s after a yes', (_title, wish, isChange) => {
    const outcome = plan(wish, { emailMarketingConsent: yes })
    expect(outcome.ok && outcome.value.changeSet.changes.length > 0).toBe(isChange)
  })
})

describe('E-6 a word that is planned anew', () => {
  const no = { channel: 'email', state: 'UNSUBSCRIBED' } as const
  const rebased = (current: Person, wish: ConsentChange = no) => {
    const planned = plan(wish)
    if (!planned.ok) throw new Error('refused')
    const record = buildRecord({ customer: { ...person, ...current } })
    const outcome = rebaseConsentChange(planned.value, record, buildContext())
    if (outcome.ok) return outcome.value.result.emailMarketingConsent.state
    return outcome.problems.map(({ code, path }) => [code, ...path].join(' ')).join()
  }

  it('is heard, whatever was said in between, but not for another contact', () => {
    expect(rebased({ emailMarketingConsent: yes })).toBe('UNSUBSCRIBED')
    expect(rebased({ phone: null })).toBe('UNSUBSCRIBED')
    expect(rebased({ email: 'b@example.com' })).toBe('edit.conflict email')
    expect(
      rebased({ emailMarketingConsent: { ...none, updatedAt: now } }, { ...subscribe, updatedAt: earlier }),
    ).toBe('consent.outdated updatedAt')
  })

  it('throws where the record is another customer, which is the caller’s fault', () => {
    const planned = plan(no)
    if (!planned.ok) throw new Error('refused')
    const other = buildRecord({ customer: { id: 'customer-2' } })
    expect(() => rebaseConsentChange(planned.value, other, buildContext())).toThrow('same customer')
  })
})
