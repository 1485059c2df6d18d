import { describeEvent, type StoredEmail, type TimelineEvent, type TimelineEventKind } from 'clientele'
import { en } from 'clientele/messages/en'
import { describe, expect, it } from 'vitest'

const by = { type: 'staff', id: 'staff-1' } as const
const consent = {
  channel: 'email',
  state: 'SUBSCRIBED',
  optInLevel: null,
  since: null,
  source: null,
} as const

const link = { link: 'l1', expiresAt: '2026-12-22T12:00:00.000Z' }

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

/** One event of every kind: a kind that is missing here does not compile. */
const texts: {
  readonly [Kind in TimelineEventKind]: readonly [
    Omit<Extract<TimelineEvent, { kind: Kind }>, 'kind' | 'by'>,
    string,
  ]
} = {
  created: [{}, 'The profile was created by staff.'],
  edited: [{ fields: ['firstName', 'shopField'] }, 'Changed by staff: first name and shopField.'],
  'tags-changed': [{ added: 2, removed: 0 }, 'Tags changed by staff: 2 added, 0 removed.'],
  'consent-changed': [
    { ...consent, before: 'NOT_SUBSCRIBED', source: 'footer' },
    'Marketing by email: subscribed, before not subscribed (source: footer).',
  ],
  imported: [{ row: 1200, result: 'updated' }, 'The profile was changed by row 1,200 of a file.'],
  merged: [{ absorbed: ['1', '2'] }, 'Merged with 1 and 2 by staff.'],
  'consent-superseded': [
    { ...consent, from: '2' },
    'An earlier answer to marketing by email no longer holds: subscribed.',
  ],
  'signed-up': [{ activity: 'form-1' }, 'Signed up to the mailing list.'],
  registered: [{ activity: 'account-1' }, 'Registered an account.'],
  'order-placed': [{ activity: 'order-1' }, 'Placed an order (order-1).'],
  'order-cancelled': [{ activity: 'order-1' }, 'An order was cancelled (order-1).'],
  'order-refunded': [{ activity: 'order-1' }, 'Money was paid back (order-1).'],
  'checkout-abandoned': [{ activity: 'cart-1' }, 'Left a checkout (cart-1).'],
  'email-recorded': [
    { message: 'm1', email, copyOf: null, campaign: null },
    'Email m1 was written by staff.',
  ],
  'email-sending': [{ message: 'm1', attempt: 1 }, 'Email m1 is being sent.'],
  'email-sent': [{ message: 'm1', attempt: 1 }, 'Email m1 was sent by staff.'],
  'email-failed': [
    { message: 'm1', attempt: 1, reason: 'unavailable' },
    'Email m1 could not be sent: the mail service could not be reached.',
  ],
  'email-unknown': [{ message: 'm1', attempt: 1 }, 'It is not known whether email m1 was sent.'],
  'email-retried': [
    { message: 'm1', attempt: 2 },
    'Another attempt to send email m1 was asked for by staff.',
  ],
  'email-resent': [
    { message: 'm1', copy: 'm2', attempt: 1, to: 'customer' },
    'Email m1 was sent again, to the customer.',
  ],
  'payment-link-sent': [{ paymentMethod: 'p1' }, 'A link to change the payment method p1 was sent by staff.'],
  'payment-method-replaced': [{ paymentMethod: 'p1' }, 'The payment method p1 was replaced by staff.'],
  'payment-method-removed': [{ paymentMethod: 'p1' }, 'The payment method p1 was removed by staff.'],
  'payment-method-requested': [
    { paymentMethod: 'p1', request: 'revocation' },
    'For the payment method p1, its removal was asked for by staff.',
  ],
  'payment-method-failed': [
    { paymentMethod: 'p1', request: 'link', reason: 'mailbox-full' },
    'For the payment method p1, a link to change it failed: mailbox-full.',
  ],
  invited: [link, 'Invited by staff to open an account, until 2026-12-22T12:00:00.000Z.'],
  'account-activated': [{}, 'The account was opened by staff.'],
  'invitation-declined': [{}, 'The invitation to open an account was declined by staff.'],
  'account-disabled': [{}, 'The account was closed by staff.'],
  'account-blocked': [{}, 'Blocked by staff.'],
  'account-unblocked': [{}, 'No longer blocked, by staff.'],
  'password-reset-sent': [
    link,
    'A link to set a new password was sent by staff; it holds until 2026-12-22T12:00:00.000Z.',
  ],
  commented: [{ text: 'email {by} staff' }, 'Comment by staff: email {by} staff'],
  'comment-removed': [{ comment: 'e1' }, 'A comment was taken back by staff.'],
  'redaction-requested': [{}, 'The erasure of personal data was requested by staff.'],
  'redaction-cancelled': [{}, 'The request to erase personal data was withdrawn by staff.'],
  'redaction-begun': [{}, 'The erasure of personal data was begun by staff.'],
  redacted: [{}, 'Personal data was erased by staff.'],
  'data-requested': [{}, 'All data held on the customer was requested by staff.'],
  'data-handed-over': [{}, 'All data held on the customer was handed over by staff.'],
  deleted: [{}, 'The profile was deleted by staff.'],
}

describe('T-3 an event in words', () => {
  it.each(Object.entries(texts))('%s', (kind, [details, text]) => {
    expect(describeEvent({ kind, by, ...details } as TimelineEvent, en)).toBe(text)
  })

  it('has a text for every kind', () => {
    expect(Object.keys(en.events).toSorted()).toEqual(Object.keys(texts).toSorted())
  })

  it('leaves out what nobody told', () => {
    const event = { kind: 'consent-changed', by, before: 'PENDING', ...consent } as const
    expect(describeEvent(event, en)).toBe('Marketing by email: subscribed, before to be confirmed.')
  })

  it('shows what it has no words for as it is', () => {
    expect(describeEvent({ kind: 'future', by } as unknown as TimelineEvent, en)).toBe('future')
    expect(describeEvent({ kind: 'constructor', by } as unknown as TimelineEvent, en)).toBe('constructor')
    const event = { kind: 'edited', by: { type: 'robot', id: null }, fields: ['constructor'] }
    expect(describeEvent(event as unknown as TimelineEvent, en)).toBe('Changed by robot: constructor.')
    const silent = { language: 'en', events: { edited: 'Changed by {by}.' }, eventWords: {} }
    expect(describeEvent({ kind: 'edited', by, fields: [] }, silent)).toBe('Changed by staff.')
  })

  it.each([
    [
      'consent-changed',
      { ...consent, channel: 'w', before: 'w', state: 'w' },
      ['channel', 'before', 'state'],
      'channels consents consents',
    ],
    ['imported', { row: 1, result: 'w' }, ['result'], 'results'],
    ['email-failed', { message: 'm', attempt: 1, reason: 'w' }, ['reason'], 'failures'],
    ['email-resent', { message: 'm', copy: 'n', attempt: 1, to: 'w' }, ['to'], 'receivers'],
    ['payment-method-requested', { paymentMethod: 'p', request: 'w' }, ['request'], 'requests'],
    ['edited', { fields: ['w'] }, ['by', 'fields'], 'actors fields'],
    ['commented', { text: 'w' }, ['text'], 'w'],
  ])('%s takes its words from the vocabularies of the language', (kind, details, parts, text) => {
    const names = ['actors', 'fields', 'channels', 'consents', 'results', 'failures', 'receivers', 'requests']
    const eventWords = Object.fromEntries(names.map((name) => [name, { w: name }]))
    const event = { kind, by: { type: 'w', id: null }, ...details } as unknown as TimelineEvent
    const said = parts.map((part) => `{${part}}`).join(' ')
    expect(describeEvent(event, { language: 'en', events: { [kind]: said }, eventWords })).toBe(text)
  })
})
