import { describe, expect, it } from 'vitest'
import { emailStep, type EmailState } from '../../src/timeline/email-step.js'
import type { TimelineEvent } from '../../src/timeline/event.js'
import type { StoredEmail } from '../../src/timeline/stored-email.js'

const by = { type: 'system', id: null } as const
const of = { by, message: 'm', attempt: 3 } as const
const email = {} as StoredEmail

const steps: readonly [event: TimelineEvent, message: string, attempt: number, state: EmailState][] = [
  [{ kind: 'email-recorded', by, message: 'm', email, copyOf: null, campaign: null }, 'm', 1, 'recorded'],
  [{ kind: 'email-retried', ...of }, 'm', 3, 'recorded'],
  [{ kind: 'email-sending', ...of }, 'm', 3, 'sending'],
  [{ kind: 'email-unknown', ...of }, 'm', 3, 'unknown'],
  [{ kind: 'email-failed', ...of, reason: 'other' }, 'm', 3, 'failed'],
  [{ kind: 'email-sent', ...of }, 'm', 3, 'sent'],
  [{ kind: 'email-resent', ...of, copy: 'n', to: 'staff' }, 'n', 3, 'sent'],
]

describe('T-3 how far an email is', () => {
  it.each(steps)('$kind', (event, message, attempt, state) => {
    expect(emailStep(event)).toMatchObject({ message, attempt, state })
  })

  it('what is known beats what is not, in whatever order it comes', () => {
    const ranks = steps.map(([event]) => emailStep(event)?.rank)
    expect(ranks).toEqual([0, 0, 1, 2, 3, 4, 4])
  })

  it('no other event tells of it', () => {
    expect(emailStep({ kind: 'created', by })).toBe(null)
  })
})
