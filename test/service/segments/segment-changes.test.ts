import type { Customers, CustomersPorts, SegmentChange } from 'clientele'
import { parseSegment, type Segment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { all, codesOf, customersOn, valueOf } from '../customers-on.js'

const parsed = (text: string): Segment => valueOf(parseSegment(text))
const segments = {
  vips: parsed("customer_tags CONTAINS 'vip'"),
  oslo: parsed("customer_cities CONTAINS 'NO-Oslo'"),
  new: parsed('customer_added_date > -30d'),
  buyers: parsed('number_of_orders >= 1'),
}
const at = '2026-11-22T12:00:00.000Z'
const anna = buildRecord({
  customer: { id: 'anna', email: 'anna@example.com', createdAt: '2026-01-01T00:00:00.000Z' },
})
const bo = buildRecord({
  customer: { id: 'bo', email: 'bo@example.com', tags: ['VIP'], createdAt: '2026-01-01T00:00:00.000Z' },
})

/** A shop that notes what its listener is told. */
function shopOn(ports: Partial<CustomersPorts> & Parameters<typeof customersOn>[1] = {}) {
  const told: SegmentChange[] = []
  const segmentListener = {
    segments: () => segments,
    changed: async (change: SegmentChange): Promise<void> => void told.push(change),
  }
  return { ...customersOn([anna, bo], { segmentListener, ...ports }), told }
}

type Shop = ReturnType<typeof shopOn>
const tag = ({ customers }: Shop, id: string, tags: object, key?: string) =>
  customers.runEdit({ id, edit: { tags } }, key === undefined ? {} : { key })

describe('S-2, S-3 who comes into segments and goes out of them is told', () => {
  it.each<readonly [string, (shop: Shop) => Promise<unknown>, readonly SegmentChange[]]>([
    [
      'an edit into one',
      (shop) => tag(shop, 'anna', { add: ['vip'] }),
      [{ customer: 'anna', at, entered: ['vips'], left: [] }],
    ],
    [
      'an edit out of one',
      (shop) => tag(shop, 'bo', { remove: ['vip'] }),
      [{ customer: 'bo', at, entered: [], left: ['vips'] }],
    ],
    ['an edit that moves nobody', (shop) => tag(shop, 'bo', { add: ['x'] }), []],
    [
      'somebody new',
      ({ customers }) => customers.runCreate({ email: 'cy@example.com', tags: ['vip'] }),
      [{ customer: 'customer-1', at, entered: ['vips', 'new'], left: [] }],
    ],
    [
      'a deletion',
      ({ customers }) => customers.runDeletion('bo', { confirmed: true }),
      [{ customer: 'bo', at, entered: [], left: ['vips'] }],
    ],
    [
      'a merge: the absorbed profile leaves, the survivor comes in',
      ({ customers }) => customers.runMerge({ ids: ['anna', 'bo'], survivor: 'anna' }, { confirmed: true }),
      [
        { customer: 'anna', at, entered: ['vips'], left: [] },
        { customer: 'bo', at, entered: [], left: ['vips'] },
      ],
    ],
    [
      'an erasure',
      async ({ customers }) => {
        await customers.runRedactionRequest('bo')
        return customers.runRedaction('bo', { confirmed: true })
      },
      [{ customer: 'bo', at, entered: [], left: ['vips'] }],
    ],
    [
      'many at once',
      ({ customers }) => customers.runBulk({ type: 'all' }, { type: 'add-tags', tags: ['vip'] }),
      [{ customer: 'anna', at, entered: ['vips'], left: [] }],
    ],
    [
      'a file',
      ({ customers }) => customers.importCustomers('Email,Tags\nanna@example.com,vip\n', { overwrite: true }),
      [{ customer: 'anna', at, entered: ['vips'], left: [] }],
    ],
    ['a comment, which no segment reads', ({ customers }) => customers.runComment('anna', { text: 'x' }), []],
  ])('%s', async (_what, act, expected) => {
    const shop = shopOn()
    valueOf((await act(shop)) as Parameters<typeof valueOf>[0])
    expect(shop.told).toEqual(expected)
  })

  it('a refusal tells nobody, and a repeated call nobody again', async () => {
    const shop = shopOn()
    expect(codesOf(await shop.customers.runDeletion('bo'))).toEqual(['commit.not-confirmed'])
    expect(shop.told).toEqual([])
    valueOf(await tag(shop, 'anna', { add: ['vip'] }, 'k'))
    valueOf(await tag(shop, 'anna', { add: ['vip'] }, 'k'))
    expect(shop.told).toHaveLength(1)
  })

  it('a commit whose answer was lost tells all the same', async () => {
    let isLost = true
    const shop = shopOn({
      wrap: (repository) => ({
        ...repository,
        commit: async (...args) => {
          const outcome = await repository.commit(...args)
          if (!isLost) return outcome
          isLost = false
          throw new Error('lost')
        },
      }),
    })
    valueOf(await tag(shop, 'anna', { add: ['vip'] }))
    expect(shop.told).toMatchObject([{ customer: 'anna', entered: ['vips'] }])
  })

  it('a listener that fails takes nothing back', async () => {
    const changed = () => Promise.reject(new Error('down'))
    const shop = shopOn({ segmentListener: { segments: () => segments, changed } })
    expect(codesOf(await tag(shop, 'anna', { add: ['vip'] }))).toEqual(['ok'])
    const [loaded] = await shop.repository.load(['anna'])
    expect(loaded).toMatchObject({ record: { customer: { tags: ['vip'] } } })
  })

  it('a mistake in the segments throws before anything is done', async () => {
    const wrong = { wrong: parsed('orders_placed MATCHES (date > -30d)') }
    const shop = shopOn({ segmentListener: { segments: () => wrong, changed: async () => undefined } })
    await expect(tag(shop, 'anna', { add: ['vip'] })).rejects.toThrow(TypeError)
    const [loaded] = await shop.repository.load(['anna'])
    expect(loaded).toMatchObject({ record: { customer: { tags: [] } } })
  })

  it('nobody is told in a transaction, which may be undone', async () => {
    const shop = shopOn({ wrap: (repository) => withTransactions(repository) })
    const edit = { id: 'anna', edit: { tags: { add: ['vip'] } } }
    const customers = shop.customers as unknown as Customers<object>
    valueOf(await customers.runEdit(edit, { transaction: {} }))
    expect(shop.told).toEqual([])
  })

  it('dates count from the day of the change, and the segments are those of that moment', async () => {
    let now = at
    let followed: Record<string, Segment> = segments
    const told: SegmentChange[] = []
    const segmentListener = {
      segments: () => followed,
      changed: async (change: SegmentChange): Promise<void> => void told.push(change),
    }
    const { customers } = shopOn({ segmentListener, now: () => now })
    valueOf(await customers.runCreate({ email: 'cy@example.com' }))
    expect(told).toMatchObject([{ entered: ['new'] }])
    now = '2027-01-22T12:00:00.000Z'
    valueOf(await customers.runEdit({ id: 'customer-1', edit: { tags: { add: ['x'] } } }))
    // time had moved them out before
    expect(told).toHaveLength(1)
    followed = { favourites: segments.vips }
    valueOf(await customers.runEdit({ id: 'anna', edit: { tags: { add: ['vip'] } } }))
    expect(told.at(-1)).toMatchObject({ customer: 'anna', entered: ['favourites'] })
  })
})

/** A repository that says yes to any transaction; what it writes is not looked at here. */
function withTransactions<Repository extends object>(repository: Repository): Repository {
  const entries = Object.entries(repository).map(([name, part]: [string, unknown]) =>
    typeof part === 'function' && name !== 'capabilities'
      ? [name, (...args: unknown[]) => (part as (...all: unknown[]) => unknown)(...args.slice(0, 1))]
      : [name, part],
  )
  return Object.fromEntries(entries) as Repository
}

describe('S-2 who is moved by time alone', () => {
  const created = (id: string, createdAt: string) =>
    buildRecord({ customer: { id, email: `${id}@example.com`, createdAt } })
  const people = [
    created('a', '2026-10-22T12:00:00.000Z'),
    created('b', '2026-10-23T12:00:00.000Z'),
    created('c', '2026-11-20T12:00:00.000Z'),
  ]
  const span = { from: '2026-11-21T12:00:00.000Z', to: '2026-11-22T12:00:00.000Z' }

  it.each([
    ['a store that is read through', undefined],
    ['a store that can be asked', 'find'],
  ])('is found in %s', async (_what, how) => {
    const asked: Segment[] = []
    const { customers } = customersOn(people, {
      wrap: (repository) =>
        how === undefined
          ? repository
          : {
              ...repository,
              // one a page, so that there are several
              find: async ({ where, after }) => {
                asked.push(where)
                const at = Number(after ?? 0)
                const next = at + 1 < people.length ? String(at + 1) : null
                return { ok: true, value: { records: people.slice(at, at + 1), next }, warnings: [] }
              },
            },
    })
    const changes = await all(
      customers.dueSegmentChanges({ old: parsed('customer_added_date < -30d'), ...segments }, span),
    )
    expect(changes).toEqual([
      { customer: 'a', at: span.to, entered: ['old'], left: [] },
      { customer: 'b', at: span.to, entered: [], left: ['new'] },
    ])
    expect(asked.length > 0).toBe(how === 'find')
  })

  it('is nobody who leaves by one condition on the day on which another one takes them in', async () => {
    const { customers } = customersOn(people)
    const ever = parsed('customer_added_date > -30d OR customer_added_date <= -30d')
    expect(await all(customers.dueSegmentChanges({ ever }, span))).toEqual([])
  })

  it('is nobody where no time has passed', async () => {
    const { customers } = customersOn(people)
    expect(await all(customers.dueSegmentChanges(segments, { from: span.to, to: span.to }))).toEqual([])
  })

  it('throws at once for a segment that cannot be asked', () => {
    const { customers } = customersOn(people)
    expect(() => customers.dueSegmentChanges([parsed('orders_placed MATCHES (date > -30d)')], span)).toThrow(
      TypeError,
    )
  })
})
