import { describe, expect, it } from 'vitest'
import { type EmailAttempt, endChangeSet, sendingChangeSet } from '../../src/messaging/email-progress.js'
import { requestOf } from '../../src/plan/request.js'

const by = { type: 'staff', id: 'staff-1' } as const
const now = '2026-11-22T12:00:00.000Z'
const first: EmailAttempt = { customer: '7', message: 'm1', attempt: 1, by, copyOf: null }
const copy: EmailAttempt = { ...first, copyOf: { message: 'm0', to: 'staff' } }

describe('T-3 the steps of an attempt', () => {
  it('begins under a key of its own, whoever makes it, and tells who was first', () => {
    const [one, other] = ['a', 'b'].map((runner) => sendingChangeSet(first, now, runner))
    expect(one?.key).toBe(other?.key)
    expect(one?.request).toBe(other?.request)
    expect(one?.summary).toEqual({ planner: 'email-progress', runner: 'a' })
    expect(one?.changes).toMatchObject([
      { customer: '7', at: now, event: { kind: 'email-sending', by, message: 'm1', attempt: 1 } },
    ])
    expect(sendingChangeSet({ ...first, attempt: 2 }, now, 'a').key).not.toBe(one?.key)
  })

  it.each([
    [first, { state: 'sent' }, { kind: 'email-sent', by, message: 'm1', attempt: 1 }],
    [
      first,
      { state: 'failed', reason: 'other' },
      { kind: 'email-failed', by, message: 'm1', attempt: 1, reason: 'other' },
    ],
    [first, { state: 'unknown' }, { kind: 'email-unknown', by, message: 'm1', attempt: 1 }],
    [
      copy,
      { state: 'sent' },
      { kind: 'email-resent', by, message: 'm0', copy: 'm1', to: 'staff', attempt: 1 },
    ],
    [copy, { state: 'unknown' }, { kind: 'email-unknown', by, message: 'm1', attempt: 1 }],
  ] as const)('%o ends with %o', (attempt, end, event) => {
    const { changes } = endChangeSet(attempt, end, now)
    expect(changes).toMatchObject([{ customer: '7', at: now, event }])
  })

  /** The keys are agreed on by all who send at once, whatever release of the library they run: they must not change. */
  it.each([
    ['m1/1/sending', () => sendingChangeSet(first, now, 'a'), { runner: 'a' }],
    ['m1/2/sending', () => sendingChangeSet({ ...first, attempt: 2 }, now, 'a'), { runner: 'a' }],
    ['m1/1/end', () => endChangeSet(first, { state: 'sent' }, now), {}],
    ['m1/1/end', () => endChangeSet(first, { state: 'failed', reason: 'other' }, now), {}],
    ['m1/1/unknown', () => endChangeSet(first, { state: 'unknown' }, now), {}],
  ])('is recorded as %s, and asks and changes nothing but that', (step, make, more) => {
    const { changes, ...rest } = make()
    expect(rest).toEqual({
      key: `email/${step}`,
      request: requestOf('email-progress', [], `email/${step}`),
      expects: [],
      guards: [],
      outbox: [],
      summary: { planner: 'email-progress', ...more },
    })
    expect(changes).toHaveLength(1)
  })

  it('has one end, and a doubt beside it keeps nobody from telling it', () => {
    const keyOf = (end: Parameters<typeof endChangeSet>[1]) => endChangeSet(first, end, now).key
    expect(keyOf({ state: 'sent' })).toBe(keyOf({ state: 'failed', reason: 'other' }))
    expect(keyOf({ state: 'unknown' })).not.toBe(keyOf({ state: 'sent' }))
  })
})
