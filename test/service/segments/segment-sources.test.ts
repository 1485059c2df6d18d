import { createCustomers, explainProblem } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { en } from 'clientele/messages/en'
import { parseSegment, type OrderEvent } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { all, customersOn, valueOf } from '../customers-on.js'

const people = ['anna', 'ben', 'cleo'].map((id) =>
  buildRecord({ customer: { id, email: `${id}@example.com`, tags: id === 'cleo' ? ['vip'] : [] } }),
)
const order: OrderEvent = {
  at: '2026-11-01T00:00:00.000Z',
  amount: { minor: 5000, currency: 'EUR' },
  appId: null,
  locationId: null,
}
const placed: Readonly<Record<string, readonly OrderEvent[]>> = { anna: [order, order], ben: [order] }
const related = {
  orders: ({ customer }: { readonly customer: { readonly id: string } }) => placed[customer.id] ?? [],
}
const vips = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
const segments = (name: string) => (name === 'vips' ? vips : null)

const often = 'orders_placed MATCHES (date > -30d, count > 1)'
const either = `${often} OR segment('vips')`
const named = valueOf(parseSegment(either, { segments }))
const tag = { type: 'add-tags', tags: ['x'] } as const

const idsOf = (records: readonly { readonly customer: { readonly id: string } }[]): string[] =>
  records.map(({ customer }) => customer.id)

describe('a segment that reads what the record does not hold', () => {
  it('S-2 has its members by the host’s readers and the host’s other segments', async () => {
    const { customers } = customersOn(people, { related, segments })
    expect(idsOf(await all(customers.members(named)))).toEqual(['anna', 'cleo'])
  })

  it.each([
    ['a query', { type: 'query', query: either } as const],
    ['a segment', { type: 'segment', segment: named } as const],
  ])('B-1 is a selection for a bulk change, as %s', async (_what, selection) => {
    const { customers, repository } = customersOn(people, { related, segments })
    expect(valueOf(await customers.planBulk(selection, tag)).selected).toBe(2)
    valueOf(await customers.runBulk(selection, tag))
    const { records } = await repository.list({ after: null, limit: 9 })
    expect(idsOf(records.filter(({ customer }) => customer.tags.includes('x')))).toEqual(['anna', 'cleo'])
  })

  it('B-1 is refused as a selection before anything is read, with every reader that is missing', async () => {
    let calls = 0
    const silent = new Proxy(createMemoryRepository({ records: people }), {
      get: (inner, name) => {
        if (name !== 'capabilities') calls++
        return Reflect.get(inner, name) as unknown
      },
    })
    const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
    const customers = createCustomers({ repository: silent, shop, segments })
    calls = 0 // that all of the port is there was looked at before
    for (const name of ['planBulk', 'runBulk'] as const) {
      const outcome = await customers[name]({ type: 'segment', segment: named }, tag)
      expect(outcome).toEqual({
        ok: false,
        problems: [{ code: 'segment.history-needed', path: ['segment'], params: { readers: ['orders'] } }],
      })
      const [told] = outcome.ok ? [] : outcome.problems
      expect(told && explainProblem(told, en)).toContain('orders')
    }
    expect(calls).toBe(0)
  })

  it('throws for its members, a programmer’s error, where a reader or a segment is missing', () => {
    expect(() => customersOn(people, { segments }).customers.members(named)).toThrow('related.orders')
    expect(() => customersOn(people, { related }).customers.members(named)).toThrow()
  })
})
