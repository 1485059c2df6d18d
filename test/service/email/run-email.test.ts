import type { MailResult } from 'clientele'
import type { EmailWish } from 'clientele/messaging'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, valueOf } from '../customers-on.js'
import { mailbox, mailRoom } from './mail-room.js'

const wish: EmailWish = { subject: 'Your order', text: 'Dear {{customer.firstName}}!' }
const anna = buildRecord({ customer: { id: '7', firstName: 'Anna', email: 'anna@example.com' } })
const staff = { type: 'staff', id: 'staff-1' } as const

describe('T-1 an email to one customer', () => {
  it('is recorded, sent, and told on the timeline; nothing is left in the outbox', async () => {
    const { taken, mailer } = mailbox()
    const { repository, open, kindsOf } = mailRoom([anna])
    const done = valueOf(await open({ mailer: mailer() }).runEmail('7', wish, { actor: staff }))
    expect([done.state, done.reason, done.subjects]).toEqual(['sent', null, ['7']])
    expect(taken).toEqual([{ id: done.message, ...done.plan?.email }])
    expect(await kindsOf('7')).toEqual(['email-recorded', 'email-sending', 'email-sent'])
    expect(await repository.outbox({ limit: 10 })).toEqual([])
  })

  it('T-3 shows as one event on the timeline, by whoever wished it', async () => {
    const { open } = mailRoom([anna])
    const customers = open({ mailer: mailbox().mailer() })
    const { message } = valueOf(await customers.runEmail('7', wish, { actor: staff }))
    const { entries } = valueOf(await customers.timeline('7'))
    expect(entries.map(({ event }) => event)).toEqual([
      { kind: 'email-sent', by: staff, message, attempt: 1 },
    ])
  })

  it('T-5 is refused without a mailer, before anything is done', async () => {
    const { open, kindsOf } = mailRoom([anna])
    const customers = open()
    expect(codesOf(await customers.runEmail('7', wish))).toEqual(['messaging.no-mailer'])
    expect(codesOf(await customers.runEmailRetry('7', 'm1'))).toEqual(['messaging.no-mailer'])
    expect(codesOf(await customers.runEmailCopy('7', 'm1', { to: 'self' }))).toEqual(['messaging.no-mailer'])
    expect(await kindsOf('7')).toEqual([])
  })

  it('is refused by a store whose timelines cannot be read', async () => {
    const { open } = mailRoom([anna])
    const customers = open({
      mailer: mailbox().mailer(),
      wrap: (repository) => ({ ...repository, timeline: undefined }) as never,
    })
    expect(codesOf(await customers.runEmail('7', wish))).toEqual(['capability.no-timeline'])
    expect(codesOf(await customers.sentEmail('7', 'm1'))).toEqual(['capability.no-timeline'])
  })

  it.each([
    ['nobody', 'load.unknown'],
    ['7', 'messaging.placeholder-unknown'],
  ])('is refused to %s with %s, and nothing is sent', async (id, code) => {
    const { taken, mailer } = mailbox()
    const { open, kindsOf } = mailRoom([anna])
    const outcome = await open({ mailer: mailer() }).runEmail(id, { ...wish, text: '{{x}}' })
    expect(codesOf(outcome)).toEqual([code])
    expect(taken).toEqual([])
    expect(await kindsOf('7')).toEqual([])
  })

  it.each(['recipient-refused', 'message-refused', 'unavailable', 'other'] as const)(
    'T-3 carries a warning where it could not be sent: %s',
    async (reason) => {
      const { open, kindsOf } = mailRoom([anna])
      const outcome = await open({ mailer: mailbox(() => ({ sent: false, reason })).mailer() }).runEmail(
        '7',
        wish,
      )
      const { message, state } = valueOf(outcome)
      expect(state).toBe('failed')
      expect(outcome.ok && outcome.warnings).toEqual([
        { code: 'messaging.email-failed', path: [], params: { message, reason } },
      ])
      expect(await kindsOf('7')).toEqual(['email-recorded', 'email-sending', 'email-failed'])
    },
  )

  it('keeps none of the words of a mail service', async () => {
    const { open, repository } = mailRoom([anna])
    const words = { sent: false, reason: '550 no such user canary@example.com' } as unknown as MailResult
    const done = valueOf(await open({ mailer: mailbox(() => words).mailer() }).runEmail('7', wish))
    expect(done.reason).toBe('other')
    expect(JSON.stringify(await repository.timeline?.('7'))).not.toContain('canary')
  })

  it('under the same key is sent once, and told again', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([anna]).open({ mailer: mailer() })
    const first = valueOf(await customers.runEmail('7', wish, { key: 'k' }))
    const again = valueOf(await customers.runEmail('7', wish, { key: 'k' }))
    expect(again).toEqual({ ...first, plan: null, receipt: { ...first.receipt, replayed: true } })
    expect(taken).toHaveLength(1)
    const other = await customers.runEmail('7', { ...wish, text: 'Another' }, { key: 'k' })
    expect(codesOf(other)).toEqual(['commit.key-reused'])
  })

  it('sends a copy to oneself along', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([anna]).open({ mailer: mailer() })
    const ownMailbox = { email: 'staff@example.com' }
    valueOf(await customers.runEmail('7', { ...wish, copyToSelf: true }, { ownMailbox }))
    expect(taken.map(({ bcc }) => bcc)).toEqual([['staff@example.com']])
  })

  it('does not go out to a customer whose yes was taken back before it was planned again', async () => {
    const { taken, mailer } = mailbox()
    const subscribed = buildRecord({
      customer: { id: '7', email: 'anna@example.com', emailMarketingConsent: { state: 'SUBSCRIBED' } },
    })
    const { open } = mailRoom([subscribed])
    let isFirst = true
    const customers = open({
      mailer: mailer(),
      wrap: (repository) => ({
        ...repository,
        commit: async (changeSet, options) => {
          if (isFirst) {
            isFirst = false
            valueOf(await open().runConsentChange({ id: '7', channel: 'email', state: 'UNSUBSCRIBED' }))
          }
          return repository.commit(changeSet, options)
        },
      }),
    })
    const outcome = await customers.runEmail('7', { subject: 'News', text: 'All new.', purpose: 'marketing' })
    expect(codesOf(outcome)).toEqual(['messaging.not-subscribed'])
    expect(taken).toEqual([])
  })
})

describe('T-4 a sent email', () => {
  it('can be viewed, and a copy goes to the customer or to oneself', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([anna]).open({ mailer: mailer() })
    const ownMailbox = { email: 'staff@example.com' }
    const { message } = valueOf(await customers.runEmail('7', wish, { actor: staff }))
    const sent = valueOf(await customers.sentEmail('7', message))
    expect([sent.email.text, sent.state, sent.by]).toEqual(['Dear Anna!', 'sent', staff])
    const copy = valueOf(
      await customers.runEmailCopy('7', message, { to: 'self' }, { actor: staff, ownMailbox }),
    )
    valueOf(await customers.runEmailCopy('7', message, { to: 'customer' }, { actor: staff }))
    expect(taken.map(({ to }) => to)).toEqual(['anna@example.com', 'staff@example.com', 'anna@example.com'])
    expect(new Set(taken.map(({ id }) => id)).size).toBe(3)
    const { entries } = valueOf(await customers.timeline('7'))
    expect(entries.map(({ event }) => event.kind)).toEqual(['email-resent', 'email-resent', 'email-sent'])
    expect(entries[1]?.event).toEqual({
      kind: 'email-resent',
      by: staff,
      message,
      copy: copy.message,
      to: 'staff',
      attempt: 1,
    })
    expect(valueOf(await customers.sentEmail('7', copy.message)).state).toBe('sent')
  })

  it('is refused as a copy that nobody understands, under a key or without', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([anna]).open({ mailer: mailer() })
    const { message } = valueOf(await customers.runEmail('7', wish, { key: 'k' }))
    const copy = null as unknown as { to: 'self' }
    expect(codesOf(await customers.runEmailCopy('7', message, copy, { key: 'k' }))).toEqual([
      'commit.key-reused',
    ])
    expect(codesOf(await customers.runEmailCopy('7', message, copy))).toEqual(['shape.wrong-type'])
    expect(taken).toHaveLength(1)
  })

  it('of an unknown id is none', async () => {
    const customers = mailRoom([anna]).open({ mailer: mailbox().mailer() })
    expect(await customers.sentEmail('7', 'm1')).toEqual({
      ok: false,
      problems: [{ code: 'messaging.message-unknown', path: [], params: { message: 'm1' } }],
    })
    expect(codesOf(await customers.sentEmail('8', 'm1'))).toEqual(['load.unknown'])
    expect(codesOf(await customers.runEmailCopy('7', 'm1', { to: 'customer' }))).toEqual([
      'messaging.message-unknown',
    ])
  })

  it('stays to be viewed with the survivor of a merge', async () => {
    const ben = buildRecord({ customer: { id: '8', email: 'ben@example.com' } })
    const customers = mailRoom([anna, ben]).open({ mailer: mailbox().mailer() })
    const { message } = valueOf(await customers.runEmail('7', wish))
    valueOf(await customers.runMerge({ ids: ['8', '7'], survivor: '8' }, { confirmed: true }))
    expect(valueOf(await customers.sentEmail('8', message)).email.text).toBe('Dear Anna!')
  })
})

describe('T-3 another attempt', () => {
  it('is made when somebody asks, with the same id, and then told', async () => {
    const answers: MailResult[] = [{ sent: false, reason: 'unavailable' }, { sent: true }]
    const { taken, mailer } = mailbox(() => answers.shift() as MailResult)
    const customers = mailRoom([anna]).open({ mailer: mailer() })
    const { message } = valueOf(await customers.runEmail('7', wish))
    const retried = valueOf(await customers.runEmailRetry('7', message))
    expect([retried.message, retried.state]).toEqual([message, 'sent'])
    expect(taken.map(({ id }) => id)).toEqual([message, message])
    const { entries } = valueOf(await customers.timeline('7'))
    expect(entries.map(({ event }) => event.kind)).toEqual(['email-sent', 'email-failed'])
    expect(codesOf(await customers.runEmailRetry('7', message))).toEqual(['messaging.already-sent'])
  })

  it('under the same key is made once, and so is a copy', async () => {
    const answers: MailResult[] = [{ sent: false, reason: 'unavailable' }]
    const { taken, mailer } = mailbox(() => answers.shift() ?? { sent: true })
    const customers = mailRoom([anna]).open({ mailer: mailer() })
    const { message } = valueOf(await customers.runEmail('7', wish))
    for (let times = 0; times < 2; times++) {
      expect(valueOf(await customers.runEmailRetry('7', message, { key: 'retry' })).state).toBe('sent')
      const copy = await customers.runEmailCopy('7', message, { to: 'customer' }, { key: 'copy' })
      expect(valueOf(copy).state).toBe('sent')
    }
    expect(taken).toHaveLength(3)
  })

  it('of two who ask at once, one makes', async () => {
    const answers: MailResult[] = [{ sent: false, reason: 'unavailable' }]
    const { taken, mailer } = mailbox(() => answers.shift() ?? { sent: true })
    const customers = mailRoom([anna]).open({ mailer: mailer() })
    const { message } = valueOf(await customers.runEmail('7', wish))
    await Promise.all([customers.runEmailRetry('7', message), customers.runEmailRetry('7', message)])
    expect(taken).toHaveLength(2)
    expect(valueOf(await customers.sentEmail('7', message)).state).toBe('sent')
  })
})
