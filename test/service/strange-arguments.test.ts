import { isDeepStrictEqual } from 'node:util'
import type { Customers, SegmentCalls } from 'clientele'
import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { all, customersOn, valueOf } from './customers-on.js'

const strange = [null, undefined, {}, [], 'x', 7, true, () => 1]

const vips = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
const now = '2026-11-22T12:00:00.000Z'
const activity = { id: 'a', type: 'order-placed', at: now, person: { email: 'x@example.com' } }
const selection = { type: 'ids', ids: ['anna'] }
const address = { address1: 'PSC 1 BOX 2', city: 'APO', provinceCode: 'AE', zip: '09012', countryCode: 'US' }
const edit = {
  email: 'y@example.com',
  note: { append: 'x' },
  tags: { add: ['x'], remove: ['y'] },
  addresses: [{ type: 'add', address, asDefault: true }],
  account: 'block',
}
const email = { subject: 's', text: 't' }
const plan = valueOf(await openedCustomers().planMerge({ ids: ['anna', 'olav'] }))
const query = {
  words: [],
  identities: { emails: [], phones: [] },
  lastFour: null,
  cardholders: [],
  except: [],
}
const save = async (pieces: AsyncIterable<string>) => {
  await all(pieces)
  return { link: 'x' }
}

type Calls<C> = {
  readonly [Name in keyof C as C[Name] extends (...given: never) => unknown
    ? Name
    : never]: readonly unknown[]
}

/** What each call takes when all is well, the options last. */
const calls: Calls<Customers> = {
  auditIdentities: [{}],
  commit: [plan, {}],
  count: [{}, {}],
  deliverEffects: [{}],
  dueSegmentChanges: [{ vips }, { from: now, to: now }, {}],
  duplicatesOf: ['anna', {}],
  exportCustomers: [save, {}],
  exportPersonalData: ['anna', {}, {}],
  find: [{}, {}],
  importCustomers: ['Email\nx@example.com\n', {}],
  members: [vips, {}],
  mergeCandidates: [query, {}],
  planAccountAccess: ['anna', { action: 'invite' }, {}],
  planBulk: [selection, { type: 'add-tags', tags: ['x'] }, {}],
  planDeletion: ['anna', {}],
  planEdit: [{ id: 'anna', edit: {} }, {}],
  planMerge: [{ ids: ['anna', 'olav'] }, {}],
  planRedaction: ['anna', {}],
  runAccountAccess: ['anna', { action: 'invite' }, {}],
  runActivity: [activity, {}],
  runBulk: [selection, { type: 'add-tags', tags: ['x'] }, {}],
  runCampaign: [vips, email, {}],
  runComment: ['anna', { text: 'x' }, {}],
  runCommentRemoval: ['anna', { comment: 'e' }, {}],
  runConsentChange: [{ id: 'anna', channel: 'email', state: 'UNSUBSCRIBED' }, {}],
  runCreate: [{ firstName: 'Ida', tags: ['x'], addresses: [address], metafields: { 'a.b': [1] } }, {}],
  runDataRequest: ['anna', {}],
  runDataRequestCompletion: ['anna', {}],
  runDeletion: ['anna', {}],
  runDistinct: [['anna', 'olav'], {}],
  runEdit: [{ id: 'anna', edit }, {}],
  runEmail: ['anna', email, {}],
  runEmailCopy: ['anna', 'm', { to: 'customer' }, {}],
  runEmailRetry: ['anna', 'm', {}],
  runMerge: [{ ids: ['anna', 'olav'] }, {}],
  runPaymentMethodLink: ['anna', { method: 'm' }, {}],
  runPaymentMethodReplacement: ['anna', { method: 'm', replacement: 'n' }, {}],
  runPaymentMethodRevocation: ['anna', { method: 'm' }, {}],
  runRedaction: ['anna', {}],
  runRedactionCancellation: ['anna', {}],
  runRedactionRequest: ['anna', {}],
  sentEmail: ['anna', 'm', {}],
  timeline: ['anna', {}, {}],
}

const segmentCalls: Calls<SegmentCalls> = {
  list: [{}],
  members: ['s', {}, {}],
  refreshMembership: ['s', {}],
  remove: [{ id: 's', revision: 'r' }, {}],
  save: [{ name: 'VIPs', query: 'number_of_orders > 1' }, {}],
}

function openedCustomers(): Customers {
  const asked = async () => ({ done: true }) as never
  return customersOn(
    [buildRecord({ customer: { id: 'anna' } }), buildRecord({ customer: { id: 'olav', email: null } })],
    {
      mailer: { send: async () => ({ sent: true }), idempotent: true },
      paymentMethods: {
        list: async () => ({ methods: [], addresses: [] }) as never,
        sendUpdateLink: asked,
        replace: asked,
        revoke: asked,
      },
    },
  ).customers
}

/** What a call answers, whichever way it does; of an error, what it says. */
async function answerOf(call: (...given: unknown[]) => unknown, given: readonly unknown[]): Promise<unknown> {
  try {
    const answer = call(...given)
    if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer))
      return await answer
    return await all(answer as AsyncIterable<unknown>)
  } catch (error) {
    return error
  }
}

/** Not a slip of the library, which would say nothing to the caller; a refusal is JSON, and can be explained. */
function isClear(answer: unknown): boolean {
  if (answer instanceof Error) return isOurs(answer)
  const isRefused = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
  return !isRefused || isDeepStrictEqual(JSON.parse(JSON.stringify(answer)), answer)
}

type Path = readonly string[]

/** Every place in a value, itself not among them. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    [...path, name],
    ...pathsOf(inner, [...path, name]),
  ])
}

/** A copy of a value with something else in one place. */
function withAt(value: unknown, [name, ...rest]: Path, one: unknown): unknown {
  if (name === undefined) return one
  const inner = withAt((value as { [name: string]: unknown })[name], rest, one)
  return Array.isArray(value) ? value.with(Number(name), inner) : { ...(value as object), [name]: inner }
}

const isOurs = (error: unknown): boolean =>
  error instanceof TypeError && error.message.startsWith('clientele: ')

const cases = [
  ...Object.entries<readonly unknown[]>(calls).map(([name, good]) => ['customers', name, good] as const),
  ...Object.entries<readonly unknown[]>(segmentCalls).map(
    ([name, good]) => ['segments', name, good] as const,
  ),
]

describe.each(cases)('%s.%s from untyped code', (of, name, good) => {
  const answer = (given: readonly unknown[]): Promise<unknown> => {
    const customers = openedCustomers()
    const owner: object = of === 'customers' ? customers : customers.segments
    return answerOf((owner as { [name: string]: (...all: unknown[]) => unknown })[name]!, given)
  }

  it('answers what is well', async () => {
    expect(await answer(good)).not.toBeInstanceOf(Error)
  })

  it('refuses, or says clearly, what is strange', async () => {
    const given = pathsOf(good).flatMap((path) => strange.map((one) => withAt(good, path, one) as unknown[]))
    const answers = await Promise.all(given.map(answer))
    expect(answers.filter((one) => !isClear(one))).toEqual([])
  })

  it('takes nothing else for options', async () => {
    const given = [null, [], 'form-42', 7, true, () => 1].map((options) =>
      good.with(good.length - 1, options),
    )
    const answers = await Promise.all(given.map(answer))
    expect(answers.filter((one) => !isOurs(one))).toEqual([])
  })
})
