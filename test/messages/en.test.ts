import { explainProblem } from 'clientele'
import { en } from 'clientele/messages/en'
import { describe, expect, it } from 'vitest'

const texts = Object.entries(en.problems).flatMap(([code, message]) =>
  typeof message === 'string' ? [[code, message]] : [[code, message.other]],
)

describe('the English texts of problems', () => {
  it.each(texts)('%s is a sentence', (_code, text) => {
    expect(text).toMatch(/^[A-Z“{].*[.?\]]$/)
  })

  it.each([
    [
      { code: 'text.too-long', params: { limit: 5000, length: 5001 } },
      'At most 5,000 characters are allowed, not 5,001.',
    ],
    [{ code: 'shape.unknown-field', params: { count: 1 } }, 'There is an unknown field here.'],
    [{ code: 'shape.unknown-field', params: { count: 2 } }, 'There are 2 unknown fields here.'],
    [
      { code: 'segment.unknown-attribute', params: { start: 0, end: 5, found: 'spent' } },
      'There is no filter “spent”.',
    ],
    [
      { code: 'segment.unknown-attribute', params: { found: 'amount_spend', nearest: 'amount_spent' } },
      'There is no filter “amount_spend”. Did you mean amount_spent?',
    ],
    [
      { code: 'segment.unknown-attribute', params: { found: 'status', expected: ['date', 'count'] } },
      'There is no filter “status”. Possible here: date and count.',
    ],
    [
      { code: 'segment.unexpected', params: { found: '', expected: ['AND', 'OR'] } },
      'This is unexpected here. Possible here: AND and OR.',
    ],
    [
      { code: 'shape.invalid-value', params: { allowed: ['email', 'sms'] } },
      'This value is not allowed here. Allowed: email and sms.',
    ],
    [{ code: 'shape.invalid-value' }, 'This value is not allowed here.'],
    [
      { code: 'privacy.retention', params: { days: 180, until: '2027-05-11T12:00:00.000Z' } },
      'The personal data is kept for 180 days after the last order, until 2027-05-11T12:00:00.000Z.',
    ],
    [{ code: 'shop.own-code' }, 'shop.own-code'],
  ])('fills in what the problem says: %o', (problem, text) => {
    expect(explainProblem({ path: [], ...problem }, en)).toBe(text)
  })
})
