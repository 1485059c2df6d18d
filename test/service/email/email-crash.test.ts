import type { ChangeSet } from 'clientele'
import type { MemoryRepository } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { noting, valueOf } from '../customers-on.js'
import { mailbox, mailRoom } from './mail-room.js'

const wish = { subject: 'Your order', text: 'It is on its way.' }
const anna = buildRecord({ customer: { id: '7', email: 'anna@example.com' } })
const ben = buildRecord({ customer: { id: '8', email: 'ben@example.com' } })
const cleo = buildRecord({ customer: { id: '9', email: 'cleo@example.com' } })
const key = 'k'

type Room = ReturnType<typeof mailRoom>

/** Records an email, which waits in the outbox to be sent. */
async function recordOnly(room: Room, id: string): Promise<void> {
  const options = { transaction: {} as never }
  valueOf(await room.open({ mailer: mailbox().mailer() }).runEmail(id, wish, options))
}

/** Where a process can end: before or after a step of an email is written down. */
type Step = 'recorded' | 'sending' | 'end' | 'unknown'

const stepOf = ({ key }: ChangeSet): Step => (/^email\/.*\/(.+)$/.exec(key)?.[1] ?? 'recorded') as Step

/** A store that is gone for this process from a step on: before it is written, or after. Nothing of it is answered any more. */
function goneAt(step: Step, when: 'before' | 'after') {
  let isGone = false
  const gone = async (): Promise<never> => {
    throw new Error('the process has ended')
  }
  return (repository: MemoryRepository): MemoryRepository => {
    const whileThere =
      <Given extends unknown[], Result>(method: (...given: Given) => Promise<Result>) =>
      (...given: Given): Promise<Result> =>
        isGone ? gone() : method(...given)
    return {
      ...repository,
      load: ((ids: readonly string[]) =>
        isGone ? gone() : repository.load(ids)) as MemoryRepository['load'],
      timeline: whileThere(repository.timeline),
      outbox: whileThere(repository.outbox),
      acknowledge: whileThere(repository.acknowledge),
      commit: async (changeSet, options) => {
        if (isGone) return gone()
        const isHere = stepOf(changeSet) === step
        if (isHere && when === 'after') await repository.commit(changeSet, options)
        isGone = isHere
        return isHere ? gone() : repository.commit(changeSet, options)
      },
    }
  }
}

/** Sends in a process that ends, and then opens the shop again: at once, and after the attempt counts as lost. */
async function crash(step: Step, when: 'before' | 'after', idempotent: boolean) {
  const room = mailRoom([anna])
  const { taken, mailer } = mailbox()
  await room
    .open({ mailer: mailer(idempotent), attempts: 1, wrap: goneAt(step, when) })
    .runEmail('7', wish, { key })
    .catch(() => null)
  const before = await room.kindsOf('7')
  const reopened = room.open({ mailer: mailer(idempotent) })
  await reopened.deliverEffects()
  const atOnce = await room.kindsOf('7')
  room.clock.now = '2026-11-22T12:10:00.000Z'
  await reopened.deliverEffects()
  await reopened.deliverEffects()
  const left = await room.repository.outbox({ limit: 10 })
  return { room, reopened, taken, before, atOnce, after: await room.kindsOf('7'), left }
}

const none: string[] = []
const recorded = ['email-recorded']
const sending = [...recorded, 'email-sending']
const sent = [...sending, 'email-sent']
const unknown = [...sending, 'email-unknown']

describe('T-3 a process that ends on the way leaves a truthful timeline', () => {
  it.each<[Step, 'before' | 'after', boolean, string[], string[], string[], number]>([
    // before it is recorded, nothing has happened
    ['recorded', 'before', false, none, none, none, 0],
    ['recorded', 'before', true, none, none, none, 0],
    // between record and send: known not to be sent, and so it is, once
    ['recorded', 'after', false, recorded, sent, sent, 1],
    ['recorded', 'after', true, recorded, sent, sent, 1],
    ['sending', 'before', false, recorded, sent, sent, 1],
    ['sending', 'before', true, recorded, sent, sent, 1],
    // it was about to be sent, and nobody can tell whether it was
    ['sending', 'after', false, sending, sending, unknown, 0],
    ['sending', 'after', true, sending, sending, sent, 1],
    // between send and outcome: the same
    ['end', 'before', false, sending, sending, unknown, 1],
    ['end', 'before', true, sending, sending, sent, 2],
    // after the outcome there is nothing to do but to clear the outbox
    ['end', 'after', false, sent, sent, sent, 1],
    ['end', 'after', true, sent, sent, sent, 1],
  ])(
    '%s, %s it is written down; idempotent: %s',
    async (step, when, idempotent, before, atOnce, after, times) => {
      const end = await crash(step, when, idempotent)
      expect([end.before, end.atOnce, end.after]).toEqual([before, atOnce, after])
      expect(end.taken).toHaveLength(times)
      expect(new Set(end.taken.map(({ id }) => id)).size).toBeLessThanOrEqual(1)
      expect(end.left).toEqual([])
    },
  )

  it('and the same call repeated says what has become of it, and sends nothing twice', async () => {
    const { reopened, taken } = await crash('end', 'before', false)
    const outcome = await reopened.runEmail('7', wish, { key })
    const { message, state } = valueOf(outcome)
    expect(state).toBe('unknown')
    expect(outcome.ok && outcome.warnings).toEqual([
      { code: 'messaging.email-unknown', path: [], params: { message } },
    ])
    expect(taken).toHaveLength(1)
  })

  it('a person can have it sent again, and is warned that it may arrive twice', async () => {
    const { reopened, taken } = await crash('end', 'before', false)
    const { message } = valueOf(await reopened.runEmail('7', wish, { key }))
    const outcome = await reopened.runEmailRetry('7', message)
    expect(outcome.ok && outcome.warnings.map(({ code }) => code)).toEqual(['messaging.may-arrive-twice'])
    expect(valueOf(outcome).state).toBe('sent')
    expect(taken).toHaveLength(2)
  })

  it('the call itself says that it cannot tell, where the store has gone silent after the record', async () => {
    const room = mailRoom([anna])
    const customers = room.open({
      mailer: mailbox().mailer(),
      attempts: 1,
      wrap: goneAt('end', 'before'),
    })
    const { state } = valueOf(await customers.runEmail('7', wish, { key }))
    expect(state).toBe('unknown')
  })

  it('an answer of the store that is lost is asked for again, and the email goes out once', async () => {
    const room = mailRoom([anna])
    const { taken, mailer } = mailbox()
    const lost = new Set<string>()
    const customers = room.open({
      mailer: mailer(),
      wrap: (repository) => ({
        ...repository,
        commit: async (changeSet, options) => {
          const outcome = await repository.commit(changeSet, options)
          if (lost.has(changeSet.key)) return outcome
          lost.add(changeSet.key)
          throw new Error('the answer is lost')
        },
      }),
    })
    expect(valueOf(await customers.runEmail('7', wish, { key })).state).toBe('sent')
    expect(lost.size).toBe(3)
    expect(taken).toHaveLength(1)
  })
})

describe('T-3 what stays in the outbox', () => {
  it('is an email of which the store was not told that it was sent: only then is it told', async () => {
    const room = mailRoom([anna])
    const { taken, mailer } = mailbox()
    const deaf = room.open({
      mailer: mailer(true),
      attempts: 1,
      wrap: (repository) => ({
        ...repository,
        commit: async (changeSet, options) =>
          stepOf(changeSet) === 'end'
            ? Promise.reject(new Error('no'))
            : repository.commit(changeSet, options),
      }),
    })
    expect(valueOf(await deaf.runEmail('7', wish, { key })).state).toBe('sending')
    expect(await room.repository.outbox({ limit: 10 })).toHaveLength(1)
    room.clock.now = '2026-11-22T12:10:00.000Z'
    expect(await room.open({ mailer: mailer(true) }).deliverEffects()).toBe(1)
    expect([await room.kindsOf('7'), taken.length]).toEqual([sent, 2])
  })

  it('of an attempt that is over goes, and the one after it is made once', async () => {
    const room = mailRoom([anna])
    const failing = room.open({
      mailer: mailbox(() => ({ sent: false, reason: 'unavailable' })).mailer(),
      wrap: (repository) => ({ ...repository, acknowledge: async () => Promise.reject(new Error('no')) }),
    })
    const { message } = valueOf(await failing.runEmail('7', wish))
    const { taken, mailer } = mailbox()
    const customers = room.open({ mailer: mailer() })
    valueOf(await customers.runEmailRetry('7', message, { transaction: {} as never }))
    expect(await room.repository.outbox({ limit: 10 })).toHaveLength(2)
    expect(await customers.deliverEffects()).toBe(2)
    expect(taken).toHaveLength(1)
    expect(valueOf(await customers.sentEmail('7', message)).state).toBe('sent')
  })
})

describe('T-3 a mail service that breaks', () => {
  it('leaves an email unknown, and is not asked again', async () => {
    const room = mailRoom([anna])
    const { taken, mailer } = mailbox(() => 'throws')
    const { state } = valueOf(await room.open({ mailer: mailer() }).runEmail('7', wish))
    expect(state).toBe('unknown')
    expect(taken).toHaveLength(1)
    expect(await room.kindsOf('7')).toEqual(unknown)
    expect(await room.repository.outbox({ limit: 10 })).toEqual([])
  })

  it('is asked again where the same email arrives once, and later again', async () => {
    const room = mailRoom([anna])
    let calls = 0
    const { taken, mailer } = mailbox(() => (++calls > 3 ? { sent: true } : 'throws'))
    const customers = room.open({ mailer: mailer(true), attempts: 2 })
    const { state, message } = valueOf(await customers.runEmail('7', wish))
    expect([state, taken.length]).toEqual(['sending', 2])
    await customers.deliverEffects()
    expect(taken).toHaveLength(2)
    room.clock.now = '2026-11-22T12:10:00.000Z'
    await customers.deliverEffects()
    expect(valueOf(await customers.sentEmail('7', message)).state).toBe('sent')
    expect(new Set(taken.map(({ id }) => id))).toEqual(new Set([message]))
  })

  it('has its own word on when an attempt is lost', async () => {
    const room = mailRoom([anna])
    const { mailer } = mailbox(() => 'throws')
    const customers = room.open({ mailer: { ...mailer(true), timeout: 1000 }, attempts: 1 })
    const { message } = valueOf(await customers.runEmail('7', wish))
    const patient = room.open({ mailer: mailbox().mailer(true) })
    room.clock.now = '2026-11-22T12:00:01.000Z'
    await patient.deliverEffects()
    expect(valueOf(await patient.sentEmail('7', message)).state).toBe('sending')
    const hasty = room.open({ mailer: { ...mailbox().mailer(true), timeout: 1000 } })
    await hasty.deliverEffects()
    expect(valueOf(await hasty.sentEmail('7', message)).state).toBe('sent')
  })
})

describe('T-3 two who deliver at once', () => {
  it('send an email once, and the slower of them neither sends nor doubts', async () => {
    const room = mailRoom([anna])
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { taken, mailer } = mailbox()
    const slow = room.open({
      mailer: {
        idempotent: false,
        send: async (message) => {
          taken.push(message)
          await held
          return { sent: true }
        },
      },
    })
    const running = slow.runEmail('7', wish, { key })
    while (taken.length === 0) await new Promise((resolve) => setImmediate(resolve))
    const other = room.open({ mailer: mailer() })
    expect(await other.deliverEffects()).toBe(0)
    expect(await room.kindsOf('7')).toEqual(sending)
    release()
    expect(valueOf(await running).state).toBe('sent')
    expect(taken).toHaveLength(1)
  })

  it('who has waited too long is still heard: what was sent is sent', async () => {
    const room = mailRoom([anna])
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const sending: string[] = []
    const slow = room.open({
      mailer: {
        idempotent: false,
        send: async ({ id }) => {
          sending.push(id)
          await held
          return { sent: true }
        },
      },
    })
    const running = slow.runEmail('7', wish, { key })
    while (sending.length === 0) await new Promise((resolve) => setImmediate(resolve))
    room.clock.now = '2026-11-22T13:00:00.000Z'
    await room.open({ mailer: mailbox().mailer() }).deliverEffects()
    expect(await room.kindsOf('7')).toEqual(unknown)
    release()
    expect(valueOf(await running).state).toBe('sent')
    expect(await room.kindsOf('7')).toEqual([...unknown, 'email-sent'])
  })
})

describe('what was recorded before a restart is asked about once more', () => {
  const subscribed = buildRecord({
    customer: { id: '7', email: 'anna@example.com', emailMarketingConsent: { state: 'SUBSCRIBED' } },
  })
  const twin = buildRecord({
    customer: { id: '8', email: 'nowak@example.com', emailMarketingConsent: { state: 'SUBSCRIBED' } },
  })
  const marketing = { subject: 'News', text: 'All new.', purpose: 'marketing' } as const

  async function left(): Promise<ReturnType<typeof mailRoom>> {
    const room = mailRoom([subscribed, twin])
    const customers = room.open({
      mailer: mailbox().mailer(),
      attempts: 1,
      wrap: goneAt('recorded', 'after'),
    })
    await customers.runEmail('7', marketing, { key }).catch(() => null)
    return room
  }

  it('S-3 a yes that was taken back in between is obeyed', async () => {
    const room = await left()
    const { taken, mailer } = mailbox()
    const customers = room.open({ mailer: mailer() })
    valueOf(await customers.runConsentChange({ id: '7', channel: 'email', state: 'UNSUBSCRIBED' }))
    await customers.deliverEffects()
    const { message } = valueOf(await customers.runEmail('7', marketing, { key }))
    const { state, reason } = valueOf(await customers.sentEmail('7', message))
    expect([state, reason, taken]).toEqual(['failed', 'not-allowed', []])
  })

  it('to another address than it was written to, it is not sent', async () => {
    const room = await left()
    const { taken, mailer } = mailbox()
    const customers = room.open({ mailer: mailer() })
    valueOf(await customers.runEdit({ id: '7', edit: { email: 'another@example.com' } }))
    await customers.deliverEffects()
    const { message } = valueOf(await customers.runEmail('7', marketing, { key }))
    expect(valueOf(await customers.sentEmail('7', message)).reason).toBe('address-changed')
    expect(taken).toEqual([])
  })

  it('G-1 of somebody who was deleted in between, nothing goes out', async () => {
    const room = await left()
    const { taken, mailer } = mailbox()
    const customers = room.open({ mailer: mailer() })
    valueOf(await customers.runDeletion('7', { confirmed: true }))
    await customers.deliverEffects()
    expect(taken).toEqual([])
    expect(await room.repository.outbox({ limit: 10 })).toEqual([])
  })

  it('M-1 of somebody who was merged in between, it waits for a person: the survivor has another address', async () => {
    const room = await left()
    const { taken, mailer } = mailbox()
    const customers = room.open({ mailer: mailer() })
    valueOf(await customers.runMerge({ ids: ['8', '7'], survivor: '8' }, { confirmed: true }))
    await customers.deliverEffects()
    expect(taken).toEqual([])
    const { entries } = valueOf(await customers.timeline('8'))
    expect(entries).toContainEqual(
      expect.objectContaining({
        customer: '8',
        event: expect.objectContaining({ kind: 'email-failed', reason: 'address-changed' }) as unknown,
      }),
    )
  })
})

describe('lanes of the outbox', () => {
  it('a host that fails holds up no email, and emails hold up no host', async () => {
    const room = mailRoom([anna])
    await room
      .open({ mailer: mailbox().mailer(), attempts: 1, wrap: goneAt('recorded', 'after') })
      .runEmail('7', wish, { key })
      .catch(() => null)
    const notice = {
      id: 'n',
      type: 'notice',
      to: { type: 'staff', id: '7' },
      subject: 'export-finished',
      params: {},
    } as const
    const empty = { request: 'r', expects: [], guards: [], changes: [], summary: {} }
    await room.repository.commit({ ...empty, key: 'notices', outbox: [notice, { ...notice, id: 'n2' }] })
    const { taken, mailer } = mailbox()
    const failing = room.open({ mailer: mailer(), deliver: async () => Promise.reject(new Error('no')) })
    expect(await failing.deliverEffects()).toBe(1)
    expect(taken).toHaveLength(1)
    const delivered: string[] = []
    const withoutMailer = room.open({ deliver: async ({ id }) => void delivered.push(id) })
    expect(await withoutMailer.deliverEffects()).toBe(2)
    expect(delivered).toEqual(['n', 'n2'])
  })

  it('where there is no mailer an email waits for one, which is no error', async () => {
    const room = mailRoom([anna])
    await recordOnly(room, '7')
    const errors: unknown[] = []
    const onError = (error: unknown): void => void errors.push(error)
    expect(await room.open({ deliver: async () => undefined, onError }).deliverEffects()).toBe(0)
    expect(errors).toEqual([])
    expect(await room.repository.outbox({ limit: 10 })).toHaveLength(1)
  })

  it('an email that cannot be sent now holds up no other', async () => {
    const room = mailRoom([anna, ben])
    for (const id of ['7', '8']) await recordOnly(room, id)
    const { mailer } = mailbox(({ to }) => (to === 'anna@example.com' ? 'throws' : { sent: true }))
    expect(await room.open({ mailer: mailer(true), attempts: 1 }).deliverEffects()).toBe(1)
    expect([await room.kindsOf('7'), await room.kindsOf('8')]).toEqual([sending, sent])
  })

  it.each([
    ['D-6 deleted', (room: Room) => room.open().runDeletion('8', { confirmed: true })],
    [
      'G-1 erased',
      async (room: Room) => {
        valueOf(await room.open().runRedactionRequest('8'))
        return room.open().runRedaction('8', { confirmed: true })
      },
    ],
  ] as const)('of somebody who is %s after the outbox was read, nothing goes out', async (_how, end) => {
    const room = mailRoom([anna, ben, cleo])
    for (const id of ['7', '8', '9']) await recordOnly(room, id)
    const to: string[] = []
    const errors: unknown[] = []
    const customers = room.open({
      mailer: {
        idempotent: false,
        send: async (message) => {
          if (to.push(message.to) === 1) valueOf<unknown>(await end(room))
          return { sent: true }
        },
      },
      onError: (error) => void errors.push(error),
    })
    expect(await customers.deliverEffects()).toBe(3)
    expect([to, errors]).toEqual([['anna@example.com', 'cleo@example.com'], []])
    expect(await room.repository.outbox({ limit: 10 })).toEqual([])
  })

  it('no email goes out in a transaction of the host, nor where no timeline tells what it says', async () => {
    const room = mailRoom([anna])
    const crashing = { mailer: mailbox().mailer(), attempts: 1, wrap: goneAt('recorded', 'after') }
    await room
      .open(crashing)
      .runEmail('7', wish, { key })
      .catch(() => null)
    const { taken, mailer } = mailbox()
    expect(await room.open({ mailer: mailer() }).deliverEffects({ transaction: {} as never })).toBe(0)
    const wrap = (repository: MemoryRepository) =>
      ({ ...repository, timeline: undefined }) as unknown as MemoryRepository
    expect(await room.open({ mailer: mailer(), wrap }).deliverEffects()).toBe(0)
    expect(taken).toEqual([])
    expect(await room.open({ mailer: mailer() }).deliverEffects()).toBe(1)
  })

  it('in a transaction of the host the store is asked for nothing outside of it', async () => {
    const room = mailRoom([anna])
    const transaction = {} as never
    const seen: unknown[] = []
    const customers = room.open({
      mailer: mailbox().mailer(),
      wrap: (repository) => noting(repository, seen),
    })
    valueOf(await customers.runEmail('7', wish, { transaction, key }))
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.every((one) => one === transaction)).toBe(true)
  })

  it('in a transaction of the host an email is recorded, and sent afterwards', async () => {
    const room = mailRoom([anna])
    const { taken, mailer } = mailbox()
    const customers = room.open({ mailer: mailer() })
    const { state } = valueOf(await customers.runEmail('7', wish, { transaction: {} as never }))
    expect([state, taken]).toEqual(['recorded', []])
    expect(await customers.deliverEffects()).toBe(1)
    expect(taken).toHaveLength(1)
  })

  it('what stays behind hides nothing, however much it is', async () => {
    const room = mailRoom([anna])
    const empty = { request: 'r', expects: [], guards: [], changes: [], summary: {} }
    const notices = Array.from({ length: 250 }, (_, index) => ({
      id: `n${index}`,
      type: 'notice' as const,
      to: { type: 'staff' as const, id: '7' },
      subject: 'export-finished' as const,
      params: {},
    }))
    await room.repository.commit({ ...empty, key: 'notices', outbox: notices })
    await room
      .open({ mailer: mailbox().mailer(), attempts: 1, wrap: goneAt('recorded', 'after') })
      .runEmail('7', wish, { key })
      .catch(() => null)
    const { taken, mailer } = mailbox()
    expect(await room.open({ mailer: mailer() }).deliverEffects()).toBe(1)
    expect(taken).toHaveLength(1)
  })
})
