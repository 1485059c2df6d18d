import {
  type Activity,
  createCustomers,
  type CustomerRecord,
  type Customers,
  customerProblems,
  policies,
} from 'clientele'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import { arbitraries } from 'clientele/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagKey } from '../../src/customer/tags.js'
import { claimsOf } from '../../src/plan/claims.js'

/** What must be true of the shop, whatever its customers and staff do. */
interface Model {
  /** orders of each living customer, by id */
  readonly orders: Map<string, number>
  /** the activities that were taken in: whose they were then, and whose they are now */
  readonly seen: Map<string, { readonly subjects: readonly string[]; owner: string | undefined }>
}

interface Shop {
  readonly customers: Customers
  readonly repository: MemoryRepository
}

type Step = fc.AsyncCommand<Model, Shop>

const now = '2026-11-22T12:00:00.000Z'
const staff = { type: 'staff', id: 'staff-1' } as const
const emailOf = (number: number) => (number === 0 ? null : `Person${number}@example.com`)
const recordsOf = async ({ repository }: Shop): Promise<readonly CustomerRecord[]> =>
  (await repository.list({ after: null, limit: 1000 })).records

/** The n-th of those who live, if anybody does. */
const living = async (shop: Shop, which: number): Promise<CustomerRecord | undefined> => {
  const records = await recordsOf(shop)
  return records[which % Math.max(records.length, 1)]
}

/** What holds after every step. */
async function expectSound({ orders }: Model, shop: Shop): Promise<void> {
  const records = await recordsOf(shop)
  for (const { customer, statistics } of records) {
    expect(customerProblems(customer, policies.shopify)).toEqual([])
    expect(new Set(customer.tags.map(tagKey)).size).toBe(customer.tags.length)
    for (const [book, pointer] of [
      [customer.addresses, customer.defaultAddressId],
      [customer.billingDetails, customer.defaultBillingDetailsId],
    ] as const)
      expect(book.length === 0 ? pointer === null : book.some(({ id }) => id === pointer)).toBe(true)
    expect(statistics.numberOfOrders).toBe(orders.get(customer.id) ?? 0)
  }
  const claims = records.flatMap(({ customer }) => claimsOf(customer, policies.shopify.identity))
  expect(new Set(claims).size).toBe(claims.length)
}

/** A step that is always possible, and after which the shop is sound. */
const step = (name: string, run: (model: Model, shop: Shop) => Promise<void>): Step => ({
  check: () => true,
  run: async (model, shop) => {
    await run(model, shop)
    await expectSound(model, shop)
  },
  toString: () => name,
})

const activityStep = (activity: Activity): Step =>
  step(JSON.stringify(activity), async ({ orders, seen }, { customers }) => {
    const outcome = await customers.runActivity(activity)
    if (!outcome.ok) throw new Error(outcome.problems[0].code)
    const { receipt, subjects } = outcome.value
    const earlier = seen.get(activity.id)
    expect(receipt.replayed).toBe(earlier !== undefined)
    if (earlier !== undefined) return expect(subjects).toEqual(earlier.subjects)
    const [id] = subjects
    seen.set(activity.id, { subjects, owner: id })
    if (id !== undefined && activity.type === 'order-placed') orders.set(id, (orders.get(id) ?? 0) + 1)
  })

const editStep = (who: number, seed: number): Step =>
  step(`edit ${who} by ${seed}`, async (_model, shop) => {
    const before = await living(shop, who)
    if (before === undefined) return
    const [edit] = fc.sample(arbitraries(fc).edit(before), { seed, numRuns: 1 })
    const { id } = before.customer
    const outcome = await shop.customers.runEdit({ id, edit: edit! }, { actor: staff })
    const after = (await recordsOf(shop)).find(({ customer }) => customer.id === id)
    if (!outcome.ok) return expect(after).toEqual(before)
    const { ids } = outcome.value.receipt
    const expected = JSON.stringify(outcome.value.plan?.result).replace(
      /"(new:\d+)"/g,
      (_whole, made: string) => JSON.stringify(ids[made]),
    )
    expect(after?.customer).toEqual(JSON.parse(expected))
  })

const mergeStep = (one: number, other: number): Step =>
  step(`merge ${one} and ${other}`, async ({ orders, seen }, shop) => {
    const [a, b] = [await living(shop, one), await living(shop, other)]
    if (a === undefined || b === undefined) return
    const ids = [a.customer.id, b.customer.id]
    const outcome = await shop.customers.runMerge({ ids }, { confirmed: true, actor: staff })
    if (!outcome.ok) return
    const { survivor, absorbed } = outcome.value.plan!
    orders.set(
      survivor,
      ids.reduce((sum, id) => sum + (orders.get(id) ?? 0), 0),
    )
    for (const id of absorbed) orders.delete(id)
    for (const one of seen.values())
      if (one.owner !== undefined && absorbed.includes(one.owner)) one.owner = survivor
  })

const deletionStep = (who: number): Step =>
  step(`delete ${who}`, async ({ orders, seen }, shop) => {
    const record = await living(shop, who)
    if (record === undefined) return
    const { id } = record.customer
    const outcome = await shop.customers.runDeletion(id, { confirmed: true, actor: staff })
    expect((await recordsOf(shop)).some(({ customer }) => customer.id === id)).toBe(!outcome.ok)
    orders.delete(id)
    // what names a deleted person is forgotten, so their order would begin a new profile (C-6)
    for (const [activity, { owner }] of seen) if (owner === id) seen.delete(activity)
  })

const bulkStep = (add: boolean, except: number): Step =>
  step(`bulk ${add ? 'add' : 'remove'} but ${except}`, async (_model, shop) => {
    const before = await recordsOf(shop)
    const left = await living(shop, except)
    const action = { type: add ? 'add-tags' : 'remove-tags', tags: ['Bulk'] } as const
    const selection = { type: 'all', except: left === undefined ? [] : [left.customer.id] } as const
    const outcome = await shop.customers.runBulk(selection, action, { batchSize: 2, actor: staff })
    if (!outcome.ok) throw new Error(outcome.problems[0].code)
    expect(outcome.value.selected).toBe(Math.max(before.length - 1, 0))
    const others = (await recordsOf(shop)).filter(({ customer }) => customer.id !== left?.customer.id)
    expect(others.every(({ customer }) => customer.tags.map(tagKey).includes('bulk') === add)).toBe(true)
  })

const commentStep = (who: number): Step =>
  step(`comment on ${who}`, async (_model, shop) => {
    const record = await living(shop, who)
    if (record === undefined) return
    const { id } = record.customer
    const before = (await shop.repository.timeline(id)).length
    await shop.customers.runComment(id, { text: 'Called.' }, { actor: staff })
    expect(await shop.repository.timeline(id)).toHaveLength(before + 1)
    expect((await recordsOf(shop)).find(({ customer }) => customer.id === id)).toEqual(record)
  })

const small = fc.nat({ max: 5 })
const person = fc
  .record({
    email: small.map(emailOf),
    phone: fc.constantFrom(null, '+4790000000', 'nonsense'),
    firstName: fc.constantFrom('Bo', 'Ada', null),
    city: fc.constantFrom('Oslo', 'Bergen'),
  })
  .map(({ city, ...who }) => ({ ...who, addresses: [{ city }] }))
const activity = fc
  .record({
    number: fc.nat({ max: 12 }),
    type: fc.constantFrom('order-placed', 'signed-up', 'registered', 'checkout-abandoned', 'order-refunded'),
    person,
    emailConfirmed: fc.boolean(),
    consents: fc.constantFrom({}, { email: { state: 'SUBSCRIBED' } }, { sms: { state: 'PENDING' } }),
  })
  .map(({ number, ...rest }) => ({ ...rest, id: `${rest.type}/${number}`, at: now, amount: null }))

const steps = fc.commands(
  [
    activity.map(activityStep),
    fc.tuple(small, fc.nat()).map(([who, seed]) => editStep(who, seed)),
    fc.tuple(small, small).map(([one, other]) => mergeStep(one, other)),
    small.map(deletionStep),
    fc.tuple(fc.boolean(), small).map(([add, except]) => bulkStep(add, except)),
    small.map(commentStep),
  ],
  { maxCommands: 30, size: 'max' },
)

describe('the life of profiles', () => {
  it('leaves every profile sound, every contact one person’s, and every order counted once, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(steps, (commands) =>
        fc.asyncModelRun(() => {
          const facts = {
            orderHistory: 'none',
            subscriptionContracts: 'never',
            company: 'none',
            vaultedCards: 0,
            storeCreditAccounts: 0,
            scheduledGiftCards: 0,
            multipass: false,
            custom: {},
          } as const
          const repository = createMemoryRepository({ statistics: 'counted', facts: () => facts })
          const shop = { timeZone: 'Europe/Oslo', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
          const customers = createCustomers({ repository, shop, now: () => now })
          return { model: { orders: new Map(), seen: new Map() }, real: { customers, repository } }
        }, commands),
      ),
      { numRuns: 100 },
    )
  }, 120_000)
})
