import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import { createPostgresRepository, type PostgresClient, type PostgresRepository } from 'clientele/postgres'
import fc from 'fast-check'
import { expect } from 'vitest'
import { emailKey } from '../../../src/contact/email.js'
import { blockingKeys } from '../../../src/duplicates/blocking-keys.js'
import type { ChangeSet } from '../../../src/plan/change-set.js'
import type { Change } from '../../../src/plan/change.js'
import {
  changeSet,
  created,
  moveOrders,
  newcomer,
  put,
  redactOrders,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import type { CustomerRepository, Loaded } from '../../../src/repository/port.js'
import type { Customer } from '../../../src/customer/customer.js'
import { noRelations } from '../../../src/plan/store-traits.js'
import { newShop } from './pglite.js'

/** One thing that is wished, of the n-th customer that was ever made. Contacts are few, so that claims clash all the time. */
interface Step {
  readonly do: keyof typeof makers | 'repeat' | 'acknowledge'
  readonly who: number
  readonly other: number
  readonly number: number
  readonly isLate: boolean
}

type Maker = (
  step: Step,
  one: Customer,
  other: Customer,
  key: string,
) => Pick<ChangeSet, 'changes'> & Partial<ChangeSet>

const emailOf = (number: number): string | null => (number === 0 ? null : `Person${number}@Example.com`)
const phoneOf = (number: number): string | null => (number % 2 === 0 ? null : `+4860123456${number}`)
const contacts = (number: number): Partial<Customer> => ({ email: emailOf(number), phone: phoneOf(number) })

/** The kinds of commits: a row a kind. */
const makers = {
  create: ({ number }, _one, _other, key) => ({
    changes: [put(newcomer(1, { ...contacts(number), tags: [`tag ${number}`] })), created(key, 'new:1')],
  }),
  edit: ({ number }, one, _other, key) => ({ changes: [put({ ...one, ...contacts(number), note: key })] }),
  exchange: (_step, one, other) => ({
    changes: [
      put({ ...one, email: other.email, phone: other.phone }),
      put({ ...other, email: one.email, phone: one.phone }),
    ],
  }),
  merge: (_step, one, other, key) => ({
    changes: [
      put({ ...one, email: other.email ?? one.email }),
      tombstone(other.id, one.id),
      { type: 'state', id: one.id, field: 'mergeInProgress', value: true },
    ],
    outbox: [moveOrders(`${key}/move`, other.id, one.id)],
  }),
  end: ({ number }, one, _other, key) => ({
    changes: [
      ...(number > 2 ? [{ type: 'redactEvents', id: one.id } as const] : []),
      tombstone(one.id, null),
    ],
    outbox: number > 1 ? [redactOrders(`${key}/redact`, one.id)] : [],
  }),
  putAside: ({ number }, one) => ({
    changes: [{ type: 'state', id: one.id, field: 'deleted', value: number > 2 }],
  }),
  erase: ({ number }, one, _other, key) => ({
    changes: [
      put({ ...one, firstName: null, lastName: null, email: null, phone: null, note: null, tags: [] }),
      { type: 'redactEvents', id: one.id },
      { type: 'suppress', id: one.id },
      { type: 'state', id: one.id, field: 'relationRedaction', value: 'pending' },
      { type: 'state', id: one.id, field: 'redaction', value: 'done' },
      created(`${key}/erased`, one.id),
    ],
    outbox: number > 2 ? [redactOrders(`${key}/redact`, one.id)] : [],
  }),
  count: ({ number }, one) => ({
    changes: [
      {
        type: 'count',
        id: one.id,
        activityId: `activity ${number}`,
        delta: {
          orders: 1,
          spent: { minor: 100, currency: 'EUR' },
          orderAt: null,
          abandonedCheckoutAt: null,
        },
      },
    ],
  }),
  distinct: (_step, one, other) => ({ changes: [{ type: 'distinct', ids: [one.id, other.id] }] }),
  tell: ({ number }, one, _other, key) => ({
    changes: [created(key, one.id, `2026-11-2${number}T12:00:00.000Z`)],
    outbox: [{ id: `${key}/move`, type: 'reassign', relation: 'orders', from: ['nobody'], to: one.id }],
  }),
} as const satisfies Record<string, Maker>

const weights: Partial<Record<Step['do'], number>> = { create: 5, edit: 4, merge: 4, erase: 2 }
const kinds = [...Object.keys(makers), 'repeat', 'acknowledge'] as Step['do'][]

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    do: fc.oneof(...kinds.map((kind) => ({ arbitrary: fc.constant(kind), weight: weights[kind] ?? 1 }))),
    who: fc.nat({ max: 7 }),
    other: fc.nat({ max: 7 }),
    number: fc.nat({ max: 4 }),
    isLate: fc.nat({ max: 9 }).map((lot) => lot === 0),
  }),
  { minLength: 5, maxLength: 30, size: 'max' },
)

interface Pair {
  readonly memory: MemoryRepository
  readonly postgres: PostgresRepository<never>
  readonly ids: string[]
  readonly keys: string[]
  readonly done: Map<string, ChangeSet>
}

/** Carries the same out on both, and expects the same answers all the way. */
export async function walkTogether(client: PostgresClient<never>, path: readonly Step[]): Promise<void> {
  const options = { statistics: 'counted', relations: { orders: 'outbox' } } as const
  const numbers = { customer: 0, address: 0, segment: 0 }
  const pair: Pair = {
    memory: createMemoryRepository(options),
    postgres: createPostgresRepository({
      ...options,
      client,
      shop: newShop(),
      newId: (kind) => `${kind}-${++numbers[kind]}`,
    }),
    ids: [],
    keys: [],
    done: new Map(),
  }
  expect(pair.postgres.capabilities.relations).toEqual({ ...noRelations, orders: 'outbox' })
  for (const [index, step] of path.entries()) await take(pair, step, `key ${index}`)
  expect(await everything(pair.postgres, pair)).toEqual(await everything(pair.memory, pair))
}

async function take(pair: Pair, step: Step, key: string): Promise<void> {
  if (step.do === 'acknowledge') {
    const waiting = await pair.memory.outbox({ limit: 100 })
    const ids = waiting.filter((_, index) => index % 2 === step.number % 2).map(({ id }) => id)
    await Promise.all([pair.memory.acknowledge(ids), pair.postgres.acknowledge(ids)])
    return
  }
  const wanted = step.do === 'repeat' ? pair.done.get(`key ${step.number}`) : await wish(pair, step, key)
  if (wanted === undefined) return
  pair.keys.push(wanted.key)
  pair.done.set(wanted.key, wanted)
  const answers = [
    await pair.memory.commit(await expecting(pair.memory, wanted, step)),
    await pair.postgres.commit(await expecting(pair.postgres, wanted, step)),
  ]
  const [told] = answers
  expect(plain(answers[1])).toEqual(plain(told))
  if (told?.ok === true && !told.value.replayed) pair.ids.push(...Object.values(told.value.ids))
}

async function wish({ memory, ids }: Pair, step: Step, key: string): Promise<ChangeSet | undefined> {
  const make: Maker = makers[step.do as keyof typeof makers]
  if (step.do === 'create') return changeSet(key, make(step, nobody, nobody, key))
  const [one, other] = [await at(memory, ids, step.who), await at(memory, ids, step.other)]
  if (one === null || other === null || (one.id === other.id && ['exchange', 'merge'].includes(step.do)))
    return undefined
  return changeSet(key, make(step, one, other, key))
}

const nobody = newcomer(1)

/** Who was there; of those who have ended something that was never stored, so that it is stale. */
async function at(memory: MemoryRepository, ids: readonly string[], index: number): Promise<Customer | null> {
  const id = ids[index % Math.max(ids.length, 1)]
  if (id === undefined) return null
  const [loaded] = await memory.load([id])
  return loaded.state === 'present' ? loaded.record.customer : { ...nobody, id }
}

/** Everybody who is named is expected as this very store has them now. */
async function expecting(
  repository: CustomerRepository,
  wanted: ChangeSet,
  { isLate }: Step,
): Promise<ChangeSet> {
  const named = [...new Set(wanted.changes.flatMap(idsOf))].filter((id) => !id.startsWith('new:'))
  const loaded = await repository.load(named)
  const expects = loaded.flatMap((one) =>
    one.state === 'present' ? [{ id: one.id, revision: isLate ? 'older' : one.record.revision }] : [],
  )
  return { ...wanted, expects }
}

function idsOf(change: Change): string[] {
  return change.type === 'put'
    ? [change.customer.id]
    : 'id' in change && change.type !== 'event'
      ? [change.id]
      : []
}

/** Everything that can be seen, but for revisions, which are each store's own. */
async function everything(
  repository: MemoryRepository | PostgresRepository<never>,
  { ids, keys }: Pair,
): Promise<unknown> {
  const emails = [1, 2, 3, 4].map((number) => emailKey(emailOf(number) as string))
  const phones = ['+48601234561', '+48601234563']
  const all = [...ids, 'nobody', '__proto__']
  const loaded: readonly Loaded[] = await repository.load(all)
  const blocks = loaded.flatMap((one) => (one.state === 'present' ? blockingKeys(one.record) : []))
  const listed = await repository.list({ after: null, limit: 100 })
  return plain({
    loaded,
    listed,
    found: await repository.findByIdentity({ emails, phones }),
    blocked: await repository.findByBlockingKeys?.({ keys: blocks, limit: 100 }),
    outbox: await repository.outbox({ limit: 1000 }),
    outcomes: await Promise.all(keys.map((key) => repository.outcomeOf(key))),
    timelines: await Promise.all(all.map((id) => repository.timeline?.(id))),
    distinct: [
      await repository.distinctFrom(all),
      ...(await Promise.all(all.map((id) => repository.distinctFrom([id])))),
    ],
    known: await Promise.all(
      all.map(async (id) => {
        const known = await repository.knownAs?.(id)
        return [known?.customers.toSorted(), known?.emails.toSorted(), known?.phones.toSorted()]
      }),
    ),
  })
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'revision' ? '' : key === 'revisions' ? Object.keys(inner as object).toSorted() : inner,
    ),
  )
}
