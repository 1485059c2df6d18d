import { type Activity, createCustomers, type CustomersPorts } from 'clientele'
import { createMemoryRepository, type MemoryRepository, type MemoryRepositoryOptions } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, noting, valueOf } from './customers-on.js'

const shop = { timeZone: 'Europe/Oslo', currency: 'EUR', country: 'NO', locale: 'nb-NO' } as const
const counting = (options: MemoryRepositoryOptions = {}, ports: Partial<CustomersPorts> = {}) => {
  const repository = createMemoryRepository({ statistics: 'counted', ...options })
  const now = () => '2026-11-22T12:00:00.000Z'
  return { repository, customers: createCustomers({ repository, shop, now, ...ports }) }
}
const placed = (changes: Partial<Activity> = {}): Activity =>
  ({
    id: 'order-7/placed',
    type: 'order-placed',
    at: '2026-11-20T09:00:00.000Z',
    person: { email: 'bo@example.com', firstName: 'Bo' },
    amount: { minor: 1000, currency: 'EUR' },
    ...changes,
  }) as Activity
const recordsIn = async (repository: MemoryRepository) =>
  (await repository.list({ after: null, limit: 100 })).records
const bo = buildRecord({ customer: { id: 'bo', email: 'bo@example.com', lastName: null } })

describe('runActivity', () => {
  it('C-2 makes a profile of an order, and the same webhook counts once', async () => {
    const { customers, repository } = counting()
    const first = valueOf(await customers.runActivity(placed()))
    const again = valueOf(await customers.runActivity(placed({ person: { email: 'BO@example.com' } })))
    expect(first.plan?.status).toBe('created')
    expect(again).toMatchObject({ plan: null, subjects: first.subjects, receipt: { replayed: true } })
    const [record, ...rest] = await recordsIn(repository)
    expect(rest).toEqual([])
    expect(record).toMatchObject({
      customer: { email: 'bo@example.com', firstName: 'Bo' },
      statistics: { numberOfOrders: 1, amountSpent: { minor: 1000, currency: 'EUR' } },
    })
    expect((await repository.timeline(record!.customer.id)).map(({ event }) => event.kind)).toEqual([
      'created',
      'order-placed',
    ])
  })

  it('counts once even where what was carried out has been forgotten', async () => {
    const { customers, repository } = counting({ records: [bo] })
    await customers.runActivity(placed())
    const forgetful = createCustomers({
      repository: {
        ...repository,
        outcomeOf: async () => null,
        commit: (changeSet, options) => repository.commit({ ...changeSet, key: 'another' }, options),
      },
      shop,
    })
    expect(valueOf(await forgetful.runActivity(placed())).plan?.status).toBe('matched')
    expect((await recordsIn(repository))[0]?.statistics.numberOfOrders).toBe(1)
    expect(await repository.timeline('bo')).toHaveLength(1)
  })

  it('subtracts what is cancelled or paid back from whoever the host names, under any email', async () => {
    const { customers, repository } = counting({ records: [bo] })
    const amount = { minor: 1000, currency: 'EUR' }
    await customers.runActivity(placed())
    await customers.runActivity({
      id: 'refund-1',
      type: 'order-refunded',
      at: '2026-11-21T00:00:00.000Z',
      customer: 'bo',
      amount: { ...amount, minor: 300 },
    })
    expect((await recordsIn(repository))[0]?.statistics).toMatchObject({
      numberOfOrders: 1,
      amountSpent: { minor: 700 },
    })
    await customers.runActivity({
      id: 'cancel-1',
      type: 'order-cancelled',
      at: '2026-11-21T00:00:00.000Z',
      customer: 'bo',
      amount: { ...amount, minor: 700 },
    })
    expect((await recordsIn(repository))[0]?.statistics).toMatchObject({
      numberOfOrders: 0,
      amountSpent: { minor: 0 },
    })
    const person = { email: 'nobody@example.com' }
    const lost = valueOf(
      await customers.runActivity({
        id: 'refund-2',
        type: 'order-refunded',
        at: '2026-11-21T00:00:00.000Z',
        person,
        amount,
      }),
    )
    expect(lost.plan?.status).toBe('nobody')
    expect(lost.subjects).toEqual([])
  })

  it('follows merges, and begins anew for who was deleted or erased (C-6, R-1)', async () => {
    const records = [bo, buildRecord({ customer: { id: 'twin', email: 'twin@example.com' } })]
    const { customers, repository } = counting({ records })
    valueOf(await customers.runMerge({ ids: ['bo', 'twin'] }, { confirmed: true }))
    const [survivor] = await recordsIn(repository)
    for (const id of ['bo', 'twin'])
      expect(valueOf(await customers.runActivity(placed({ id, customer: id, person: {} }))).subjects).toEqual(
        [survivor?.customer.id],
      )
    valueOf(await customers.runDeletion(survivor!.customer.id, { confirmed: true }))
    const back = valueOf(await customers.runActivity(placed({ id: 'back', customer: 'bo' })))
    expect(back.plan?.status).toBe('created')
    await repository.commit({
      key: 'suppress',
      request: 'r',
      expects: [],
      guards: [],
      changes: [
        { type: 'suppress', id: back.subjects[0]! },
        { type: 'state', id: back.subjects[0]!, field: 'deleted', value: true },
      ],
      outbox: [],
      summary: {},
    })
    const again = valueOf(await customers.runActivity(placed({ id: 'again', customer: back.subjects[0]! })))
    expect(again.plan?.status).toBe('created')
  })

  it('asks the store for no id that is none', async () => {
    const { repository } = counting({ records: [bo] })
    const asked: unknown[] = []
    const load = ((ids: readonly unknown[]) => (
      asked.push(...ids), repository.load(ids as string[])
    )) as typeof repository.load
    const customers = createCustomers({ repository: { ...repository, load }, shop })
    for (const [id, customer] of [undefined, null, 5].entries())
      valueOf(await customers.runActivity(placed({ id: `order-${id}`, customer: customer as never })))
    expect(asked).toEqual([])
  })

  it('stands on the timeline by whoever the caller says', async () => {
    const { customers, repository } = counting({ records: [bo] })
    const actor = { type: 'staff', id: 's1' } as const
    valueOf(await customers.runActivity(placed(), { actor }))
    expect((await repository.timeline('bo')).map(({ event }) => event.by)).toEqual([actor])
  })

  it('is written in the transaction of the host', async () => {
    const { repository } = counting({ records: [bo] })
    const seen: unknown[] = []
    const customers = createCustomers({ repository: noting(repository, seen), shop })
    const transaction = {} as never
    valueOf(await customers.runActivity(placed({ customer: 'bo' }), { transaction }))
    expect(new Set(seen)).toEqual(new Set([transaction]))
  })

  it('tells two that race for one email apart by planning again', async () => {
    const { repository } = counting()
    let raced = false
    const racing = createCustomers({
      repository: {
        ...repository,
        commit: async (changeSet, options) => {
          if (!raced) {
            raced = true
            const other = createCustomers({ repository, shop })
            valueOf(await other.runActivity(placed({ id: 'first' })))
          }
          return repository.commit(changeSet, options)
        },
      },
      shop,
    })
    expect(valueOf(await racing.runActivity(placed())).plan?.status).toBe('matched')
    expect(await recordsIn(repository)).toMatchObject([{ statistics: { numberOfOrders: 2 } }])
  })

  it.each([
    ['no id', { id: 7 }, ['shape.wrong-type']],
    ['another kind under a key that was used', { type: 'order-refunded' }, ['commit.key-reused']],
    ['a customer id that is none', { id: 'x', customer: 5 }, ['ok']],
  ])('answers %s', async (_name, changes, codes) => {
    const { customers } = counting()
    await customers.runActivity(placed())
    expect(codesOf(await customers.runActivity(placed(changes as Partial<Activity>)))).toEqual(codes)
  })
})
