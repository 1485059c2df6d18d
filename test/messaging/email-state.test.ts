import type { StoredEmail, TimelineEntry, TimelineEvent } from 'clientele'
import { timelinePage } from 'clientele'
import { emailOf, eventWarnings } from 'clientele/messaging'
import { describe, expect, it } from 'vitest'

const by = { type: 'staff', id: 'staff-1' } as const
const email: StoredEmail = {
  from: { email: 'shop@example.com', name: null },
  to: 'anna@example.com',
  bcc: [],
  purpose: 'transactional',
  subject: 'Your order',
  text: 'It is on its way.',
  html: '<p>It is on its way.</p>',
  discounts: [],
}

/** The events of one email, by short names. */
const events = {
  recorded: { kind: 'email-recorded', by, message: 'm1', email, copyOf: null, campaign: null },
  sending: { kind: 'email-sending', by, message: 'm1', attempt: 1 },
  sent: { kind: 'email-sent', by, message: 'm1', attempt: 1 },
  failed: { kind: 'email-failed', by, message: 'm1', attempt: 1, reason: 'unavailable' },
  unknown: { kind: 'email-unknown', by, message: 'm1', attempt: 1 },
  retried: { kind: 'email-retried', by, message: 'm1', attempt: 2 },
  sending2: { kind: 'email-sending', by, message: 'm1', attempt: 2 },
  sent2: { kind: 'email-sent', by, message: 'm1', attempt: 2 },
  failed2: { kind: 'email-failed', by, message: 'm1', attempt: 2, reason: 'other' },
  // the copy m1 of another email was sent; and a copy m2 of this one
  resent: { kind: 'email-resent', by, message: 'm0', copy: 'm1', attempt: 1, to: 'customer' },
  copied: { kind: 'email-resent', by, message: 'm1', copy: 'm2', attempt: 1, to: 'customer' },
  other: { kind: 'email-failed', by, message: 'm3', attempt: 7, reason: 'other' },
  created: { kind: 'created', by },
} as const satisfies Record<string, TimelineEvent>

const timelineOf = (names: string): TimelineEntry[] =>
  names.split(' ').map((name, index) => ({
    id: name,
    customer: '7',
    at: `2026-11-22T09:00:0${index}.000Z`,
    event: events[name as keyof typeof events],
  }))

describe('T-3 what became of an email', () => {
  it.each([
    ['created', null, null, null],
    ['sent', null, null, null],
    ['recorded', 'recorded', 1, null],
    ['recorded sending', 'sending', 1, null],
    ['recorded sending sent', 'sent', 1, null],
    ['recorded sending failed', 'failed', 1, 'unavailable'],
    ['recorded sending unknown', 'unknown', 1, null],
    // whoever knows better is heard, in whatever order they come
    ['recorded sending unknown sent', 'sent', 1, null],
    ['recorded sending sent unknown', 'sent', 1, null],
    ['recorded sending failed unknown', 'failed', 1, 'unavailable'],
    ['recorded sent sending', 'sent', 1, null],
    ['recorded sending failed retried', 'recorded', 2, null],
    ['recorded sending failed retried sending2', 'sending', 2, null],
    ['recorded sending failed retried sending2 failed2', 'failed', 2, 'other'],
    ['recorded sending unknown retried sending2 sent2', 'sent', 2, null],
    // the first attempt has arrived after all
    ['recorded sending unknown retried sending2 failed2 sent', 'sent', 1, null],
    ['recorded sending unknown sent retried failed2', 'sent', 1, null],
    // what an older attempt has come to says nothing of the newer
    ['recorded sending unknown retried sending2 failed', 'sending', 2, null],
    ['sending recorded', 'sending', 1, null],
    ['recorded sending resent', 'sent', 1, null],
    ['recorded copied', 'recorded', 1, null],
    ['recorded other created', 'recorded', 1, null],
  ])('%s', (names, state, attempt, reason) => {
    const found = emailOf(timelineOf(names), 'm1')
    expect(found === null ? [null, null, null] : [found.state, found.attempt, found.reason]).toEqual([
      state,
      attempt,
      reason,
    ])
  })

  it('is so since it was first said', () => {
    expect(emailOf(timelineOf('recorded sending failed failed'), 'm1')?.at).toBe('2026-11-22T09:00:02.000Z')
    expect(emailOf(timelineOf('recorded sent sent'), 'm1')?.at).toBe('2026-11-22T09:00:01.000Z')
  })

  it('T-4 tells what it said, by whom and when, and since when it is so', () => {
    expect(emailOf(timelineOf('created recorded sending failed'), 'm1')).toEqual({
      message: 'm1',
      customer: '7',
      email,
      copyOf: null,
      campaign: null,
      recordedAt: '2026-11-22T09:00:01.000Z',
      by,
      state: 'failed',
      at: '2026-11-22T09:00:03.000Z',
      attempt: 1,
      reason: 'unavailable',
    })
  })

  it.each([
    ['recorded', []],
    ['sent', []],
    ['created', []],
    [
      'failed',
      [{ code: 'messaging.email-failed', path: [], params: { message: 'm1', reason: 'unavailable' } }],
    ],
    ['unknown', [{ code: 'messaging.email-unknown', path: [], params: { message: 'm1' } }]],
  ] as const)('warns of it, where it is %s', (name, warnings) => {
    expect(eventWarnings(events[name])).toEqual(warnings)
  })

  it.each([
    ['recorded', 'recorded'],
    ['recorded sending', 'sending'],
    ['recorded created sending sent', 'created sent'],
    ['recorded sending unknown', 'unknown'],
    ['recorded sending unknown sent', 'sent'],
    ['recorded sending failed retried sending2 sent2', 'failed sent2'],
    ['recorded sending failed other', 'failed other'],
  ])('shows of each attempt how it ended: of %s, %s', (names, shown) => {
    const { entries } = timelinePage(timelineOf(names))
    expect(entries.map(({ id }) => id).toReversed()).toEqual(shown.split(' '))
  })
})
