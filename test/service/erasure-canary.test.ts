import {
  type Activity,
  createCustomers,
  type Customers,
  type MailResult,
  type Outcome,
  type PaymentMethods,
  policies,
  type TimelineEvent,
} from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { buildPaymentMethod, buildRecord } from 'clientele/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { changeSet, edit } from '../../src/repository/contract/change-sets.js'
import { messageIdOf } from '../../src/plan/message-id.js'
import type { Store } from '../../src/repository/memory/store.js'
import { CANARIES, canaryCustomer } from '../privacy/canary-record.js'
import { valueOf } from './customers-on.js'

/** Every store that was made, to be looked into past all its methods. */
const stores: Store[] = vi.hoisted(() => [])

vi.mock(import('../../src/repository/memory/store.js'), async (original) => {
  const actual = await original()
  return {
    ...actual,
    emptyStore: (...given: Parameters<typeof actual.emptyStore>) => {
      const store = actual.emptyStore(...given)
      stores.push(store)
      return store
    },
  }
})

/** Every text in a value, keys included, through maps and sets. */
function textsOf(value: unknown, seen: Set<unknown> = new Set()): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const inner =
    value instanceof Map || value instanceof Set
      ? [...value].flat(1)
      : [...Object.keys(value), ...Object.values(value)]
  return inner.flatMap((one) => textsOf(one, seen))
}

const canariesIn = (value: unknown): string[] => textsOf(value).filter((text) => CANARIES.test(text))

const id = 'customer-7'
const twin = buildRecord({
  customer: {
    ...canaryCustomer,
    id: 'customer-8',
    email: 'canary.twin@example.com',
    phone: '+4790000077',
    note: 'canary of the twin',
    emailMarketingConsent: { ...canaryCustomer.emailMarketingConsent, state: 'UNSUBSCRIBED' },
    metafields: { 'facts.twin': 'canary of the twin' },
  },
})
const file = [
  'Email,First Name,Last Name,Note,Tags,Phone',
  'canary.email@example.com,Canary,Canary of the file,canary imported note,canary imported tag,',
  'canary no email,Canary,Canary,,,',
].join('\n')

const confirmed = { confirmed: true } as const
const staff = { type: 'staff', id: 'staff-1' } as const

/** What staff and the person themselves have done: comments, one of them taken back, an edit, a word on marketing, an order. */
async function live(customers: Customers): Promise<void> {
  valueOf(await customers.runComment(id, { text: 'canary comment' }, { actor: staff, key: 'comment' }))
  valueOf(await customers.runComment(id, { text: 'canary regret' }, { actor: staff, key: 'regret' }))
  const comment = 'regret/event/1'
  valueOf(await customers.runCommentRemoval(id, { comment }, { actor: staff, key: 'removal' }))
  const onTwin = { text: 'canary comment on the twin' }
  valueOf(await customers.runComment('customer-8', onTwin, { actor: staff, key: 'of the twin' }))
  const edit = {
    note: { append: 'canary appended' },
    tags: { add: ['canary added'] },
    lastName: 'canary renamed',
  }
  valueOf(await customers.runEdit({ id, edit }, { actor: staff, key: 'noted' }))
  const word = { id, channel: 'email', state: 'UNSUBSCRIBED', source: 'canary word' } as const
  valueOf(await customers.runConsentChange(word, { key: 'word' }))
  const order: Activity = {
    id: 'order-1/placed',
    type: 'order-placed',
    at: '2026-11-22T11:00:00.000Z',
    customer: id,
    person: { email: 'canary.order@example.com', addresses: [{ address1: 'canary lane', city: 'Oslo' }] },
    amount: null,
  }
  valueOf(await customers.runActivity(order))
  for (const action of ['unblock', 'reset-password', 'block'] as const)
    valueOf(await customers.runAccountAccess(id, { action }, { actor: staff, key: action }))
  const link = { method: 'pm-1' }
  valueOf(await customers.runPaymentMethodLink(id, link, { actor: staff, key: 'payment link' }))
  const letter = { subject: 'canary subject', text: 'canary letter to {{customer.firstName}}' }
  const ownMailbox = { email: 'canary.staff@example.com' }
  valueOf(await customers.runEmail(id, { ...letter, copyToSelf: true }, { key: 'emailed', ownMailbox }))
  valueOf(await customers.runEmailCopy(id, emailed, { to: 'customer' }, { key: 'copied' }))
  // recorded, and still to be sent when the person goes
  valueOf(await customers.runEmail('customer-8', letter, { key: 'waiting', transaction: {} as never }))
}

/** A payment provider that knows much of the customer, and says more than it should. */
const paymentMethods: PaymentMethods = {
  list: async () => ({
    methods: [buildPaymentMethod({ id: 'pm-1', brand: 'canary bank' })],
    recipients: [{ id: 'r-1', email: 'canary.payer@example.com' }],
  }),
  sendUpdateLink: async () => ({ ok: false, reason: 'canary has moved' }),
  replace: async () => ({ ok: true }),
  revoke: async () => ({ ok: true }),
}

const emailed = messageIdOf('emailed', id)

/** A shop in which much has happened to the customer, with a table of either kind. */
async function eventful(deliver: () => Promise<void> = async () => {}) {
  const answers: unknown[] = []
  const before = buildRecord({ customer: { ...canaryCustomer, email: 'canary.former@example.com' } })
  const bystander = buildRecord({ customer: { id: 'bystander', email: 'bystander@example.com' } })
  const repository = createMemoryRepository({
    records: [before, twin, bystander],
    relations: {
      orders: { mode: 'in-commit', reassign: () => undefined, redact: () => undefined },
      discounts: 'outbox',
    },
  })
  let keys = 0
  const customers = createCustomers({
    repository,
    shop: {
      timeZone: 'UTC',
      currency: 'EUR',
      country: 'NO',
      locale: 'nb-NO',
      senders: [{ email: 'shop@example.com' }],
    },
    policy: policies.shopify,
    deliver,
    paymentMethods,
    mailer: {
      idempotent: false,
      send: async ({ to }) =>
        to.includes('twin')
          ? ({ sent: false, reason: 'canary refused' } as unknown as MailResult)
          : { sent: true },
    },
    now: () => '2026-11-22T12:00:00.000Z',
    newKey: () => `key-${++keys}`,
  })
  const event: TimelineEvent = {
    kind: 'consent-superseded',
    by: { type: 'staff', id: 'staff-1' },
    from: id,
    channel: 'sms',
    state: 'SUBSCRIBED',
    optInLevel: null,
    since: null,
    source: 'canary event',
  }
  await repository.commit(
    changeSet('edited', {
      changes: [
        edit(before, { email: canaryCustomer.email }),
        { type: 'event', id: 'e', customer: id, at: '2026-01-01T00:00:00.000Z', event },
      ],
    }),
  )
  await live(customers)
  const merge = { ids: [id, 'customer-8'], survivor: id }
  valueOf(await customers.runMerge(merge, { key: 'merged', ...confirmed }))
  valueOf(await customers.runMerge(merge, { key: 'merged', ...confirmed }))
  const report = valueOf(await customers.importCustomers(file, { key: 'imported', overwrite: true }))
  expect(report.tally).toMatchObject({ updated: 1, refused: 1 })
  answers.push(report)
  valueOf(await customers.runDataRequest(id, { key: 'asked' }))
  return { customers, repository, answers, store: stores.at(-1) as Store }
}

type World = Awaited<ReturnType<typeof eventful>>

type Call = (customers: World['customers']) => Promise<Outcome<unknown>>

const calls: readonly Call[] = [
  (customers) =>
    customers.runMerge({ ids: [id, 'customer-8'], survivor: id }, { key: 'merged', ...confirmed }),
  (customers) => customers.runRedactionRequest(id),
  (customers) => customers.runRedactionCancellation(id),
  (customers) => customers.runRedaction(id, confirmed),
  (customers) => customers.runDataRequest(id),
  (customers) => customers.planDeletion(id),
  (customers) => customers.planMerge({ ids: [id, 'bystander'] }),
  (customers) => customers.exportPersonalData(id),
  (customers) => customers.timeline(id),
  (customers) => customers.timeline('customer-8'),
  (customers) => customers.sentEmail(id, emailed),
  (customers) => customers.runEmail(id, { subject: 'Hello', text: 'Dear {{customer.name|you}}' }),
  (customers) => customers.runEmail(id, { subject: 'canary', text: 'x' }, { key: 'emailed' }),
  (customers) => customers.runEmailCopy(id, emailed, { to: 'customer' }, { key: 'copied' }),
  async (customers) => ({ ok: true, value: await customers.deliverEffects(), warnings: [] }),
  (customers) => customers.runCommentRemoval(id, { comment: 'comment/event/1' }, { actor: staff }),
  (customers) => customers.runEdit({ id, edit: { tags: { add: ['x'] } } }),
  (customers) => customers.runConsentChange({ id, channel: 'email', state: 'UNSUBSCRIBED' }),
  (customers) => customers.runAccountAccess(id, { action: 'invite' }),
  (customers) => customers.runPaymentMethodLink(id, { method: 'pm-1' }),
  (customers) => customers.runPaymentMethodLink(id, { method: 'pm-1' }, { key: 'payment link' }),
  (customers) => customers.planBulk({ type: 'all' }, { type: 'delete' }),
]

const imports: readonly Call[] = [
  (customers) => customers.importCustomers(file, { key: 'imported', overwrite: true }),
  (customers) => customers.importCustomers(file, { overwrite: true }),
]

/** All that can still be asked of whoever is gone, the calls of before among it. */
async function answersAfter({ customers, repository }: World, asked: readonly Call[]): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const call of asked) answers.push(await call(customers))
  const access = ['unblock', 'reset-password', 'block', 'payment link', 'payment link/payment/1/outcome']
  const lived = [...access, 'comment', 'regret', 'removal', 'of the twin', 'noted', 'word', 'order-1/placed']
  const written = ['emailed', 'copied', 'waiting', `email/${emailed}/1/sending`, `email/${emailed}/1/end`]
  const ended = ['erased', 'erased/relations', 'deleted']
  const keys = ['edited', 'merged', 'imported/chunk/1', 'asked', ...lived, ...written, ...ended]
  return [
    ...answers,
    await repository.load([id, 'customer-8']),
    await repository.timeline(id),
    await repository.outbox({ limit: 100 }),
    await repository.knownAs(id),
    await repository.knownAs('customer-8'),
    ...(await Promise.all(keys.map((key) => repository.outcomeOf(key)))),
  ]
}

const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
  vi.spyOn(console, level).mockImplementation(() => undefined),
)

afterEach(() => vi.clearAllMocks())

function expectNothingLogged(): void {
  for (const log of logs) expect(log).not.toHaveBeenCalled()
}

describe('the look into the store', () => {
  it('sees the person while they are there: profile, claims, contacts, former ones, timeline', async () => {
    const { store } = await eventful()
    for (const part of ['entries', 'claims', 'emails', 'phones', 'timelines'] as const)
      expect(canariesIn(store[part]), part).not.toEqual([])
    const all = canariesIn(store).join()
    for (const one of [
      'canary.former@example.com',
      'canary.twin@example.com',
      'canary event',
      'canary imported',
      'canary comment',
      'canary regret',
      'canary comment on the twin',
      'canary word',
      'canary lane',
      'canary subject',
      'canary letter',
      'canary.staff@example.com',
    ])
      expect(all).toContain(one)
  })
})

describe('G-1 after an erasure', () => {
  it('nothing of the person is in the store, in an answer, in a plan or in a log', async () => {
    const world = await eventful()
    const request = valueOf(await world.customers.runRedactionRequest(id))
    const shown = valueOf(await world.customers.planRedaction(id))
    const done = valueOf(await world.customers.runRedaction(id, { key: 'erased', ...confirmed }))
    expect(done.plan?.stage).toBe('record')
    expect(canariesIn(world.store)).toEqual([])
    expect(
      canariesIn([world.answers, request, shown, done, await answersAfter(world, [...calls, ...imports])]),
    ).toEqual([])
    expect(canariesIn(world.store)).toEqual([])
    expectNothingLogged()
  })

  it('the person is known as long as the host has not followed, and then no more', async () => {
    const world = await eventful(() => Promise.resolve())
    valueOf(await world.customers.runRedactionRequest(id))
    const plan = valueOf(await world.customers.planRedaction(id))
    const { changeSet: first } = plan
    await world.repository.commit({ ...first, confirmed: true })
    expect((await world.repository.knownAs(id)).emails.toSorted()).toEqual([
      'canary.email@example.com',
      'canary.former@example.com',
      'canary.twin@example.com',
    ])
    await world.repository.acknowledge(first.outbox.map((effect) => effect.id))
    valueOf(await world.customers.runRedaction(id, confirmed))
    expect(canariesIn(world.store)).toEqual([])
  })

  it('the timeline says that the person was erased, and nothing of what went before', async () => {
    const world = await eventful()
    const kinds = (await world.repository.timeline(id)).map(({ event }) => event.kind)
    for (const kind of [
      'commented',
      'comment-removed',
      'edited',
      'consent-changed',
      'order-placed',
      'merged',
      'account-blocked',
      'password-reset-sent',
      'payment-method-requested',
      'payment-method-failed',
    ])
      expect(kinds).toContain(kind)
    valueOf(await world.customers.runRedactionRequest(id))
    valueOf(await world.customers.runRedaction(id, confirmed))
    expect((await world.repository.timeline(id)).map(({ event }) => event.kind)).toEqual(['redacted'])
  })

  it('what identifies nobody is left: the books', async () => {
    const world = await eventful()
    valueOf(await world.customers.runRedactionRequest(id))
    valueOf(await world.customers.runRedaction(id, confirmed))
    const [loaded] = await world.repository.load([id])
    expect(loaded).toMatchObject({
      state: 'present',
      record: { customer: { id, priceLevel: 3, taxExempt: true } },
    })
  })
})

describe('D-6 after a deletion', () => {
  it('nothing of the person is in the store, in an answer, in a plan or in a log', async () => {
    const world = await eventful()
    const shown = valueOf(await world.customers.planDeletion(id))
    const done = valueOf(await world.customers.runDeletion(id, { key: 'deleted', ...confirmed }))
    expect(canariesIn(world.store)).toEqual([])
    // C-6: an old file makes a new customer of somebody deleted, so it is not asked for here
    expect(canariesIn([world.answers, shown, done, await answersAfter(world, calls)])).toEqual([])
    expect(canariesIn(world.store)).toEqual([])
    expectNothingLogged()
  })

  it('the person is known as long as the host has not followed, and then no more', async () => {
    const world = await eventful()
    const { changeSet: deletion } = valueOf(await world.customers.planDeletion(id))
    await world.repository.commit({ ...deletion, confirmed: true })
    expect(new Set(canariesIn(world.store))).toEqual(
      new Set([
        'canary.email@example.com',
        'canary.former@example.com',
        'canary.twin@example.com',
        '+4790000066',
        '+4790000077',
      ]),
    )
    await world.repository.acknowledge(deletion.outbox.map((effect) => effect.id))
    expect(canariesIn(world.store)).toEqual([])
  })
})
