import type { CampaignReport, CampaignRow, CustomerRecord } from 'clientele'
import type { MemoryRepository } from 'clientele/memory'
import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, valueOf } from '../customers-on.js'
import { mailbox, mailRoom } from './mail-room.js'

const vip = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
const wish = { subject: 'News for {{customer.firstName|you}}', text: 'All new.' }
const yes = { emailMarketingConsent: { state: 'SUBSCRIBED' } } as const

type Overrides = NonNullable<Parameters<typeof buildRecord>[0]>

/** Somebody in the segment who has said yes. */
const member = (id: string, { customer, ...rest }: Overrides = {}): CustomerRecord =>
  buildRecord({
    ...rest,
    customer: {
      id,
      email: `${id}@example.com`,
      firstName: id,
      tags: ['vip'],
      phone: null,
      ...yes,
      ...customer,
    },
  })
const members = (count: number): CustomerRecord[] =>
  Array.from({ length: count }, (_, index) => member(`c${String(index).padStart(3, '0')}`))

/** A store that is gone whenever an email is about to be sent. */
const withoutSteps = (repository: MemoryRepository): MemoryRepository => ({
  ...repository,
  commit: async (changeSet, options) =>
    changeSet.key.startsWith('email/')
      ? Promise.reject(new Error('gone'))
      : repository.commit(changeSet, options),
})

const crowd = [
  member('a'),
  member('b', { customer: { email: null } }),
  member('c', { customer: { emailMarketingConsent: { state: 'UNSUBSCRIBED' } } }),
  member('d', { facts: { redaction: 'pending' } }),
  member('e', { customer: { account: { type: 'account', state: 'ENABLED', blocked: true } } }),
  member('f', { customer: { email: null, emailMarketingConsent: { state: 'NOT_SUBSCRIBED' } } }),
  member('g', { customer: { firstName: 'g\nBcc: x' } }),
  member('outside', { customer: { tags: [] } }),
  member('z'),
]

describe('T-2 S-3 emails to a segment', () => {
  it('go to the subscribers in it; everybody else is counted and named, with the reasons', async () => {
    const { taken, mailer } = mailbox()
    const rows: CampaignRow[] = []
    const customers = mailRoom(crowd).open({ mailer: mailer() })
    const report = valueOf(
      await customers.runCampaign(vip, wish, { key: 'k', onRow: (row) => rows.push(row) }),
    )
    expect(taken.map(({ to, subject }) => [to, subject])).toEqual([
      ['a@example.com', 'News for a'],
      ['z@example.com', 'News for z'],
    ])
    expect(report).toEqual({
      key: 'k',
      seen: 8,
      tally: { sent: 2, failed: 0, unknown: 0, waiting: 0, skipped: 6, already: 0 },
      skipped: {
        'messaging.no-email': 2,
        'messaging.not-subscribed': 2,
        'messaging.redaction-pending': 1,
        'messaging.blocked': 1,
        'messaging.header-unsafe': 1,
      },
      next: null,
      isDone: true,
      stopped: null,
      source: 'find',
    })
    expect(rows.map(({ id, status, problems }) => [id, status, ...problems.map(({ code }) => code)])).toEqual(
      [
        ['a', 'sent'],
        ['b', 'skipped', 'messaging.no-email'],
        ['c', 'skipped', 'messaging.not-subscribed'],
        ['d', 'skipped', 'messaging.redaction-pending'],
        ['e', 'skipped', 'messaging.blocked'],
        ['f', 'skipped', 'messaging.no-email', 'messaging.not-subscribed'],
        ['g', 'skipped', 'messaging.header-unsafe'],
        ['z', 'sent'],
      ],
    )
    expect(JSON.stringify([report, rows])).not.toMatch(/example\.com|Bcc/)
  })

  it('reach the same people in a store that cannot query, which is looked through and says so', async () => {
    const { taken, mailer } = mailbox()
    const { repository } = mailRoom(crowd)
    const { find: _, ...listing } = repository
    const customers = mailRoom([]).open({ mailer: mailer(), repository: listing })
    const { source, tally } = valueOf(await customers.runCampaign(vip, wish))
    expect({ source, sent: tally.sent, skipped: tally.skipped }).toEqual({
      source: 'list',
      sent: 2,
      skipped: 6,
    })
    expect(taken.map(({ to }) => to)).toEqual(['a@example.com', 'z@example.com'])
  })

  it('are marketing where their purpose is left open', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom(crowd).open({ mailer: mailer() })
    valueOf(await customers.runCampaign(vip, { ...wish, purpose: undefined }))
    expect(taken.map(({ to, purpose }) => [to, purpose])).toEqual([
      ['a@example.com', 'marketing'],
      ['z@example.com', 'marketing'],
    ])
  })

  it('that are no marketing reach those too who have not said yes', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom(crowd).open({ mailer: mailer() })
    valueOf(await customers.runCampaign(vip, { ...wish, subject: 'Recall', purpose: 'transactional' }))
    expect(taken.map(({ to }) => to.slice(0, 1))).toEqual(['a', 'c', 'd', 'e', 'g', 'z'])
  })

  it('carry what is different for each: a code, a link', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([member('a'), member('b')]).open({ mailer: mailer() })
    const text = 'Yours: {{discounts}} {{data.link}} {{data.all}}'
    valueOf(
      await customers.runCampaign(
        vip,
        { ...wish, text, data: { all: 'all', link: 'none' }, discounts: [{ code: 'ALL' }] },
        {
          personal: ({ customer: { id } }) =>
            id === 'a' ? { discounts: [{ code: 'ONLY-A' }], data: { link: '/a' } } : {},
        },
      ),
    )
    expect(taken.map(({ text }) => text)).toEqual(['Yours: ONLY-A /a all', 'Yours: ALL none all'])
  })

  it.each<[string, unknown, string]>([
    ['data that is not there', { data: { link: undefined } }, 'shape.invalid-value'],
    ['data that is no number', { data: { link: Number.NaN } }, 'shape.invalid-value'],
    ['discounts that are none', { discounts: [null] }, 'shape.wrong-type'],
    ['more than can be different', { subject: 'x' }, 'shape.unknown-field'],
    ['nothing that can be read', 7, 'shape.wrong-type'],
    ['a code with a line end', { discounts: [{ code: 'A\nB' }] }, 'messaging.header-unsafe'],
  ])('leave out who would get %s, and nobody else', async (_what, given, code) => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([member('a'), member('b')]).open({ mailer: mailer() })
    const personal = ({ customer: { id } }: CustomerRecord) => (id === 'a' ? given : {}) as object
    const report = valueOf(
      await customers.runCampaign(vip, { ...wish, data: { link: 'l' }, text: '{{data.link}}' }, { personal }),
    )
    expect(report.skipped).toEqual({ [code]: 1 })
    expect(taken.map(({ to }) => to)).toEqual(['b@example.com'])
  })

  it('stand on the timeline of each, by whoever wished them', async () => {
    const customers = mailRoom([member('a')]).open({ mailer: mailbox().mailer() })
    const actor = { type: 'staff', id: 'staff-1' } as const
    valueOf(await customers.runCampaign(vip, wish, { actor }))
    const { entries } = valueOf(await customers.timeline('a'))
    expect(entries.map(({ event }) => [event.kind, event.by])).toEqual([['email-sent', actor]])
  })

  it.each<[string, unknown, string[]]>([
    ['an email that is none', { subject: 'x' }, ['shape.wrong-type']],
    ['nothing at all', null, ['shape.wrong-type', 'shape.wrong-type']],
    ['a copy to oneself of each', { ...wish, copyToSelf: true }, ['messaging.no-own-mailbox']],
    ['an unknown placeholder', { ...wish, text: '{{customer.note}}' }, ['messaging.placeholder-unknown']],
  ])('are refused before anybody is looked at for %s', async (_what, given, codes) => {
    const { repository, open } = mailRoom([member('a')])
    const customers = open({ mailer: mailbox().mailer() })
    expect(codesOf(await customers.runCampaign(vip, given as typeof wish))).toEqual(codes)
    expect(await repository.timeline?.('a')).toEqual([])
  })

  it('are refused without a mailer, and for a segment that is none, with what is wrong with the email', async () => {
    const { open } = mailRoom([member('a')])
    expect(codesOf(await open().runCampaign(vip, wish))).toEqual(['messaging.no-mailer'])
    const outcome = await open({ mailer: mailbox().mailer() }).runCampaign({} as typeof vip, {
      ...wish,
      text: '{{',
    })
    expect(codesOf(outcome).at(-1)).toBe('messaging.placeholder-malformed')
    expect(codesOf(outcome)[0]).toMatch(/^segment\.|^shape\./)
  })

  it.each([
    [{ batchSize: 0 }, 'a campaign counts in whole numbers'],
    [{ parallel: 1.5 }, 'a campaign counts in whole numbers'],
    [{ maxFailures: 0 }, 'a campaign counts in whole numbers'],
    [{ resumeFrom: 'a' }, 'a campaign is resumed under its own key'],
  ])('throw for %o: a programmer is wrong', async (options, says) => {
    const customers = mailRoom([]).open({ mailer: mailbox().mailer() })
    await expect(customers.runCampaign(vip, wish, options)).rejects.toThrow(`clientele: ${says}`)
  })

  it.each([
    ['a key that no store keeps', { key: 'k\0' }, 'text.not-storable'],
    ['a place that is none', { key: 'k', resumeFrom: 'nowhere' }, 'find.cursor-invalid'],
  ])('are refused for %s', async (_what, options, code) => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([member('a')]).open({ mailer: mailer() })
    expect(codesOf(await customers.runCampaign(vip, wish, options))).toEqual([code])
    expect(taken).toEqual([])
  })
})

describe('a campaign that is stopped, resumed and repeated', () => {
  it('reaches everybody once, however it is cut', async () => {
    const room = mailRoom(members(23))
    const { taken, mailer } = mailbox()
    const customers = room.open({ mailer: mailer() })
    const reports: CampaignReport[] = []
    let next: string | null = null
    for (let isDone = false; !isDone; ) {
      const signal = { aborted: false, throwIfAborted: () => undefined }
      let left = 4
      const report: CampaignReport = valueOf(
        await customers.runCampaign(vip, wish, {
          key: 'k',
          batchSize: 5,
          resumeFrom: next,
          signal,
          onRow: ({ status }) => {
            if (status === 'sent' && --left === 0) signal.aborted = true
          },
        }),
      )
      reports.push(report)
      ;({ next, isDone } = report)
    }
    expect(taken.map(({ to }) => to)).toEqual(members(23).map(({ customer }) => customer.email))
    expect(reports.slice(0, -1).every(({ stopped }) => stopped === 'cancelled')).toBe(true)
    // the signal comes between two emails, not only between two batches
    expect(reports.map(({ tally }) => tally.sent)).toEqual([4, 4, 4, 4, 4, 3])
  })

  it('under the same key writes to nobody twice, under another to all', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom(members(3)).open({ mailer: mailer() })
    valueOf(await customers.runCampaign(vip, wish, { key: 'k' }))
    const rows: CampaignRow[] = []
    const onRow = (row: CampaignRow): void => void rows.push(row)
    const again = valueOf(await customers.runCampaign(vip, wish, { key: 'k', batchSize: 2, onRow }))
    expect([again.tally.already, taken.length]).toEqual([3, 3])
    expect(rows).toEqual(
      taken.map(({ id: message, to }) => ({
        id: to.slice(0, 4),
        status: 'already',
        message,
        problems: [],
      })),
    )
    valueOf(await customers.runCampaign(vip, wish, { key: 'k2' }))
    expect(taken).toHaveLength(6)
  })

  it('under the same key says nothing else, and reaches nobody else: that would be half of two campaigns', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([...members(2), member('new', { customer: { tags: ['new'] } })]).open({
      mailer: mailer(),
    })
    valueOf(await customers.runCampaign(vip, wish, { key: 'k' }))
    const another = { ...wish, text: 'Something else.' }
    expect(codesOf(await customers.runCampaign(vip, another, { key: 'k' }))).toEqual(['commit.key-reused'])
    const news = valueOf(parseSegment("customer_tags CONTAINS 'new'"))
    expect(codesOf(await customers.runCampaign(news, wish, { key: 'k' }))).toEqual(['commit.key-reused'])
    expect(taken).toHaveLength(2)
  })

  it('of two at once writes to everybody once', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom(members(20)).open({ mailer: mailer() })
    await Promise.all([
      customers.runCampaign(vip, wish, { key: 'k', batchSize: 7 }),
      customers.runCampaign(vip, wish, { key: 'k', batchSize: 3, parallel: 4 }),
    ])
    expect(taken).toHaveLength(20)
  })

  it('of two at once says what became of an email that the other was faster to record', async () => {
    const { taken, mailer } = mailbox()
    const room = mailRoom(members(2))
    let isFirst = true
    const slower = room.open({
      mailer: mailer(),
      wrap: (repository) => ({
        ...repository,
        outcomeOf: async (key, options) => {
          const isNow = isFirst && key === 'k/customer/c000'
          if (isNow) {
            isFirst = false
            valueOf(await room.open({ mailer: mailer() }).runCampaign(vip, wish, { key: 'k' }))
          }
          return repository.outcomeOf(key, options)
        },
      }),
    })
    const { tally } = valueOf(await slower.runCampaign(vip, wish, { key: 'k' }))
    expect([tally.sent, tally.already, taken.length]).toEqual([1, 1, 2])
  })

  it('M-1 writes to nobody again who was merged into another since', async () => {
    const { taken, mailer } = mailbox()
    const customers = mailRoom([member('a'), member('b', { customer: { tags: [] } })]).open({
      mailer: mailer(),
    })
    valueOf(await customers.runCampaign(vip, wish, { key: 'k' }))
    valueOf(await customers.runMerge({ ids: ['b', 'a'], survivor: 'b' }, { confirmed: true }))
    const again = valueOf(await customers.runCampaign(vip, wish, { key: 'k' }))
    expect([again.seen, again.tally.already, taken.length]).toEqual([1, 1, 1])
  })

  it('tells how far it is after each batch', async () => {
    const seen: number[] = []
    const customers = mailRoom(members(12)).open({ mailer: mailbox().mailer() })
    valueOf(
      await customers.runCampaign(vip, wish, {
        batchSize: 5,
        onProgress: (report) => seen.push(report.seen),
      }),
    )
    expect(seen).toEqual([5, 10, 12])
  })

  it('that is stopped before it begins has seen nobody, nor reads on where nobody is found', async () => {
    const customers = mailRoom([buildRecord()]).open({ mailer: mailbox().mailer() })
    const signal = { aborted: true, throwIfAborted: () => undefined }
    const report = valueOf(await customers.runCampaign(vip, wish, { signal }))
    expect([report.seen, report.stopped, report.isDone]).toEqual([0, 'cancelled', false])
  })

  it('sends several at once where that is wished', async () => {
    let [now, most] = [0, 0]
    const customers = mailRoom(members(10)).open({
      mailer: {
        idempotent: false,
        send: async () => {
          most = Math.max(most, ++now)
          await new Promise((resolve) => setImmediate(resolve))
          now--
          return { sent: true }
        },
      },
    })
    const report = valueOf(await customers.runCampaign(vip, wish, { parallel: 4 }))
    expect([report.tally.sent, most]).toEqual([10, 4])
  })

  it('stops when too many in a row cannot be sent, and goes on when the mail service is back', async () => {
    let isDown = false
    const { taken, mailer } = mailbox(() =>
      isDown ? { sent: false, reason: 'unavailable' } : { sent: true },
    )
    const customers = mailRoom(members(10)).open({ mailer: mailer() })
    const onRow = (): void => {
      isDown = taken.length >= 2
    }
    const first = valueOf(await customers.runCampaign(vip, wish, { key: 'k', maxFailures: 3, onRow }))
    expect([first.stopped, first.isDone, first.tally.sent, first.tally.failed]).toEqual([
      'failures',
      false,
      2,
      3,
    ])
    isDown = false
    const rest = valueOf(await customers.runCampaign(vip, wish, { key: first.key, resumeFrom: first.next }))
    expect([rest.tally.already, rest.tally.sent]).toEqual([5, 5])
  })

  it('stops when a mail service that may be asked again never answers, and goes on behind what is on its way', async () => {
    const answers = { broken: true }
    const { taken, mailer } = mailbox(() => (answers.broken ? 'throws' : { sent: true }))
    const customers = mailRoom(members(10)).open({ mailer: mailer(true), attempts: 1 })
    const first = valueOf(await customers.runCampaign(vip, wish, { key: 'k', maxFailures: 3 }))
    expect([first.stopped, first.tally.waiting, taken.length]).toEqual(['failures', 3, 3])
    answers.broken = false
    const rest = valueOf(await customers.runCampaign(vip, wish, { key: 'k', maxFailures: 3 }))
    expect([rest.isDone, rest.tally.waiting, rest.tally.sent]).toEqual([true, 3, 7])
  })

  it('goes on where failures are not in a row', async () => {
    let calls = 0
    const { mailer } = mailbox(() => (++calls % 3 === 0 ? { sent: true } : { sent: false, reason: 'other' }))
    const customers = mailRoom(members(12)).open({ mailer: mailer() })
    const report = valueOf(await customers.runCampaign(vip, wish, { maxFailures: 3 }))
    expect([report.isDone, report.tally.sent, report.tally.failed]).toEqual([true, 4, 8])
    // who could not be sent to was not left out
    expect(report.skipped).toEqual({})
  })

  it('goes on where many are left out in a row, which is no failure', async () => {
    const customers = mailRoom(crowd).open({ mailer: mailbox().mailer() })
    const report = valueOf(await customers.runCampaign(vip, wish, { maxFailures: 1 }))
    expect([report.isDone, report.tally.sent, report.tally.skipped]).toEqual([true, 2, 6])
  })

  it('counts those of whom nobody can tell', async () => {
    const customers = mailRoom(members(5)).open({ mailer: mailbox(() => 'throws').mailer() })
    const report = valueOf(await customers.runCampaign(vip, wish, { maxFailures: 2 }))
    expect([report.stopped, report.seen, report.tally.unknown]).toEqual(['failures', 2, 2])
  })

  it('is done where the last of all failures is the end', async () => {
    const { mailer } = mailbox(() => ({ sent: false, reason: 'other' }))
    const customers = mailRoom(members(3)).open({ mailer: mailer() })
    const report = valueOf(await customers.runCampaign(vip, wish, { maxFailures: 3 }))
    expect([report.isDone, report.stopped, report.next]).toEqual([true, null, null])
  })

  it('counts what was recorded before and still cannot be sent', async () => {
    const room = mailRoom(members(4))
    const { mailer } = mailbox(() => ({ sent: false, reason: 'unavailable' }))
    const crashing = room.open({ mailer: mailer(), attempts: 1, wrap: withoutSteps })
    valueOf(await crashing.runCampaign(vip, wish, { key: 'k' }))
    const again = valueOf(
      await room.open({ mailer: mailer() }).runCampaign(vip, wish, { key: 'k', maxFailures: 2 }),
    )
    expect([again.stopped, again.seen, again.tally.failed]).toEqual(['failures', 2, 2])
  })
})

describe('a campaign and what happens meanwhile', () => {
  it('leaves out who has left the segment, or said no, between the list and the record', async () => {
    const { taken, mailer } = mailbox()
    const room = mailRoom(members(3))
    const meddling = new Map([
      [
        'k/customer/c000',
        async () =>
          void valueOf(await room.open().runEdit({ id: 'c000', edit: { tags: { remove: ['vip'] } } })),
      ],
      [
        'k/customer/c001',
        async () =>
          void valueOf(
            await room.open().runConsentChange({ id: 'c001', channel: 'email', state: 'UNSUBSCRIBED' }),
          ),
      ],
      [
        'k/customer/c002',
        async () => void valueOf(await room.open().runEdit({ id: 'c002', edit: { lastName: 'x' } })),
      ],
    ])
    const customers = room.open({
      mailer: mailer(),
      wrap: (repository) => ({
        ...repository,
        commit: async (changeSet, options) => {
          await meddling.get(changeSet.key)?.()
          meddling.delete(changeSet.key)
          return repository.commit(changeSet, options)
        },
      }),
    })
    const report = valueOf(await customers.runCampaign(vip, wish, { key: 'k' }))
    expect(report.skipped).toEqual({ 'bulk.no-longer-selected': 1, 'messaging.not-subscribed': 1 })
    expect(taken.map(({ to }) => to)).toEqual(['c002@example.com'])
  })

  it('goes on with what was recorded before a crash, and does not write it again', async () => {
    const { taken, mailer } = mailbox()
    const room = mailRoom(members(2))
    const crashing = room.open({ mailer: mailer(), attempts: 1, wrap: withoutSteps })
    const first = valueOf(await crashing.runCampaign(vip, wish, { key: 'k' }))
    expect([first.tally.waiting, taken.length]).toEqual([2, 0])
    const again = valueOf(await room.open({ mailer: mailer() }).runCampaign(vip, wish, { key: 'k' }))
    expect([again.tally.sent, taken.length]).toEqual([2, 2])
    expect(await room.kindsOf('c000')).toEqual(['email-recorded', 'email-sending', 'email-sent'])
    expect(await room.repository.outbox({ limit: 10 })).toEqual([])
  })

  it('ends where the store does not answer, and says so', async () => {
    const customers = mailRoom(members(2)).open({
      mailer: mailbox().mailer(),
      wrap: (repository) => ({ ...repository, commit: async () => Promise.reject(new Error('gone')) }),
    })
    expect(codesOf(await customers.runCampaign(vip, wish))).toEqual(['commit.outcome-unknown'])
  })

  it('ends where the store falls silent at one of them, and tells of those before', async () => {
    const room = mailRoom(members(3))
    const customers = room.open({
      mailer: mailbox().mailer(),
      wrap: (repository) => ({
        ...repository,
        commit: async (changeSet, options) =>
          changeSet.key === 'k/customer/c001'
            ? Promise.reject(new Error('gone'))
            : repository.commit(changeSet, options),
      }),
    })
    for (const parallel of [1, 2]) {
      const rows: string[] = []
      const onRow = ({ id, status }: CampaignRow): void => void rows.push(`${id} ${status}`)
      const outcome = await customers.runCampaign(vip, wish, { key: 'k', parallel, onRow })
      expect(codesOf(outcome)).toEqual(['commit.outcome-unknown'])
      expect(rows).toEqual([parallel === 1 ? 'c000 sent' : 'c000 already'])
    }
    expect(await room.kindsOf('c002')).toEqual([])
  })

  it('ends where the key of one of them was used for something else', async () => {
    const customers = mailRoom(members(2)).open({ mailer: mailbox().mailer() })
    valueOf(await customers.runCreate({ email: 'x@example.com' }, { key: 'k/customer/c000' }))
    expect(codesOf(await customers.runCampaign(vip, wish, { key: 'k' }))).toEqual(['commit.key-reused'])
  })
})
