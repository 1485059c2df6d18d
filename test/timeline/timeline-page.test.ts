import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../src/timeline/entry.js'
import type { TimelineEvent } from '../../src/timeline/event.js'
import type { StoredEmail } from '../../src/timeline/stored-email.js'
import { timelinePage } from '../../src/timeline/timeline-page.js'

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
const by = { type: 'staff', id: 'staff-1' } as const
const entry = (id: string, day: number, event: TimelineEvent = { kind: 'created', by }): TimelineEntry => ({
  id,
  customer: '7',
  at: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  event,
})
const recorded = (message: string): TimelineEvent => ({
  kind: 'email-recorded',
  by,
  message,
  email,
  copyOf: null,
  campaign: null,
})
const step = (
  kind: 'email-sending' | 'email-sent' | 'email-unknown' | 'email-retried',
  message: string,
  attempt: number,
): TimelineEvent => ({ kind, by, message, attempt })
const idsOf = (page: { readonly entries: readonly TimelineEntry[] }) => page.entries.map(({ id }) => id)

/** Every page from the first to the last. */
const allPages = (entries: readonly TimelineEntry[], limit: number): string[] => {
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const page = timelinePage(entries, { after, limit })
    ids.push(...idsOf(page))
    if (page.next === null) return ids
    after = page.next
  }
}

describe('a timeline in pages', () => {
  it('T-3 shows the newest first, and of one moment what came last', () => {
    expect(idsOf(timelinePage([entry('a', 1), entry('b', 2), entry('c', 2)]))).toEqual(['c', 'b', 'a'])
    expect(timelinePage([])).toEqual({ entries: [], next: null })
  })

  it('goes on within a moment', () => {
    expect(allPages([entry('a', 1), entry('b', 1), entry('c', 1)], 1)).toEqual(['c', 'b', 'a'])
  })

  it('shows each event once, however many fit on a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 5 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        (days, limit) => {
          const entries = days
            .toSorted((one, other) => one - other)
            .map((day, index) => entry(`${index}`, day + 1))
          expect(allPages(entries, limit)).toEqual(entries.map(({ id }) => id).toReversed())
        },
      ),
    )
  })

  it('B-1 holds 50 events on a page and never more', () => {
    const entries = Array.from({ length: 60 }, (_, index) => entry(`${index}`, 1))
    expect(timelinePage(entries).entries).toHaveLength(50)
    expect(timelinePage(entries, { limit: 51 }).entries).toHaveLength(50)
    expect(timelinePage(entries.slice(10)).next).toBe(null)
    expect(timelinePage(entries, { limit: 7 }).entries).toHaveLength(7)
  })

  it('goes on where it was when events come and go in between', () => {
    const entries = [entry('a', 1), entry('b', 2), entry('c', 3)]
    const { next } = timelinePage(entries, { limit: 2 })
    expect(idsOf(timelinePage([...entries, entry('d', 4)], { after: next }))).toEqual(['a'])
    expect(idsOf(timelinePage([entry('a', 1), entry('c', 3)], { after: next }))).toEqual(['a'])
    expect(idsOf(timelinePage([entry('c', 3)], { after: next }))).toEqual([])
  })

  it('neither hides nor repeats what happened at the moment of an event that is no longer shown', () => {
    const written = [entry('a', 1), entry('b', 1, recorded('m1')), entry('c', 1)]
    const { next } = timelinePage(written, { limit: 2 })
    const sent = [...written, entry('d', 2, step('email-sent', 'm1', 1))]
    expect(idsOf(timelinePage(sent, { after: next }))).toEqual(['a'])
  })

  it('begins with what is older than an event that was erased, at the same moment or later', () => {
    const after = timelinePage([entry('x', 2), entry('y', 2)], { limit: 1 }).next
    expect(idsOf(timelinePage([entry('a', 1), entry('b', 2), entry('c', 3)], { after }))).toEqual(['a'])
    expect(idsOf(timelinePage([entry('a', 1)], { after }))).toEqual(['a'])
  })

  it.each(['', 'nonsense', '\u0000', ' '])('answers a cursor that is none: %j', (after) => {
    expect(timelinePage([entry('a', 1)], { after }).next).toBe(null)
  })

  it('leaves out a comment that was taken back, and says that one was', () => {
    const entries = [
      entry('a', 1, { kind: 'commented', by, text: 'stays' }),
      entry('b', 2, { kind: 'commented', by, text: 'goes' }),
      entry('c', 3, { kind: 'comment-removed', by, comment: 'b' }),
      entry('d', 4, { kind: 'comment-removed', by, comment: 'e' }),
      entry('e', 5),
    ]
    expect(idsOf(timelinePage(entries))).toEqual(['e', 'd', 'c', 'a'])
  })

  it.each([
    [
      'T-3 shows of an attempt only how it has ended',
      [recorded('m'), step('email-sending', 'm', 1), step('email-sent', 'm', 1)],
      ['2'],
    ],
    [
      'shows how it has ended, in whatever order it was told',
      [step('email-sent', 'm', 1), step('email-unknown', 'm', 1)],
      ['0'],
    ],
    [
      'shows each attempt',
      [recorded('m'), step('email-unknown', 'm', 1), step('email-retried', 'm', 2)],
      ['2', '1'],
    ],
    ['shows each email', [recorded('m'), recorded('n'), step('email-sent', 'n', 1)], ['2', '0']],
    [
      'keeps the copy of an email apart from the email',
      [recorded('m'), { kind: 'email-resent', by, message: 'm', copy: 'n', attempt: 1, to: 'staff' }],
      ['1', '0'],
    ],
    [
      'shows what else happened',
      [{ kind: 'created', by }, recorded('m'), { kind: 'registered', by, activity: 'a' }],
      ['2', '1', '0'],
    ],
  ] as const)('%s', (_name, events: readonly TimelineEvent[], shown) => {
    expect(idsOf(timelinePage(events.map((event, index) => entry(`${index}`, 1, event))))).toEqual(shown)
  })

  it.each([0, -1, 1.5, Number.NaN])('does not know a page of %j', (limit) => {
    expect(() => timelinePage([], { limit })).toThrow('one event at least')
  })
})
