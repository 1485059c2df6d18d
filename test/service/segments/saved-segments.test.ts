import type { Customers, MembersWish, Outcome, Problem, SaveSegmentWish } from 'clientele'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { allCustomers } from '../../../src/segment/segment.js'
import { codesOf, customersOn, valueOf } from '../customers-on.js'

const vips = "customer_tags CONTAINS 'vip'"
const people = [
  buildRecord({ customer: { id: 'a', email: 'anna@example.com', tags: ['VIP'] } }),
  buildRecord({ customer: { id: 'b', email: 'Anna+x@example.com', firstName: 'Ann' } }),
  buildRecord({ customer: { id: 'c', email: 'cleo@example.com', firstName: 'Cleo', lastName: 'Berg' } }),
]
const pages: readonly (readonly [string, MembersWish, readonly string[]])[] = [
  ['none', { limit: 0 }, ['shape.invalid-value']],
  ['a part of one', { limit: 1.5 }, ['shape.wrong-type']],
  ['more than the policy allows', { limit: 51 }, ['find.page-too-large']],
  ['a start that no id is', { after: 'a\u0000' }, ['shape.invalid-value']],
  ['half a character', { after: 'a\ud800' }, ['shape.invalid-value']],
  ['as many as the policy allows', { after: null, limit: 50 }, ['ok']],
]
const faults: readonly (readonly [string, (customers: Customers) => Promise<Outcome<unknown>>, Problem])[] = [
  [
    'a blank name',
    (customers) => customers.segments.save({ name: ' ', query: vips }),
    { code: 'segments.name-blank', path: ['name'] },
  ],
  [
    'a long name',
    (customers) => customers.segments.save({ name: 'x'.repeat(256), query: vips }),
    { code: 'text.too-long', path: ['name'], params: { length: 256, limit: 255 } },
  ],
  [
    'a large page',
    (customers) => customers.segments.members('x', { limit: 51 }),
    { code: 'find.page-too-large', path: ['limit'], params: { limit: 50 } },
  ],
  [
    'a segment that nobody has saved',
    (customers) => customers.segments.refreshMembership('nobody'),
    { code: 'segments.unknown', path: [], params: { id: 'nobody' } },
  ],
]
const noSegments = customersOn(people, {
  wrap: (repository) => ({ ...repository, segments: undefined as never }),
}).customers
const noMemberships = customersOn(people, {
  wrap: (repository) => ({ ...repository, memberships: undefined as never }),
}).customers

describe('saved segments', () => {
  it('S-1 are listed behind that of everybody', async () => {
    const { customers } = customersOn(people)
    const saved = valueOf(await customers.segments.save({ name: ' VIPs ', query: vips }))
    expect(saved).toMatchObject({ name: 'VIPs', query: vips, createdAt: '2026-11-22T12:00:00.000Z' })
    expect(valueOf(await customers.segments.list())).toEqual([
      { id: 'all', isBuiltIn: true },
      { ...saved, isBuiltIn: false },
    ])
  })

  it('S-1 are changed and removed under the revision that was read', async () => {
    const { customers } = customersOn(people)
    const saved = valueOf(await customers.segments.save({ name: 'VIPs', query: vips }))
    const changed = valueOf(
      await customers.segments.save({ name: 'Others', query: 'number_of_orders > 1', saved }),
    )
    expect([changed.id, changed.name]).toEqual([saved.id, 'Others'])
    expect(codesOf(await customers.segments.save({ name: 'x', query: vips, saved }))).toEqual([
      'commit.stale',
    ])
    expect(codesOf(await customers.segments.remove(saved))).toEqual(['commit.stale'])
    expect(codesOf(await customers.segments.remove(changed))).toEqual(['ok'])
    expect(valueOf(await customers.segments.list())).toHaveLength(1)
  })

  it.each([
    ['no name', { name: ' \t', query: vips }, ['segments.name-blank']],
    ['a name of 256', { name: 'x'.repeat(256), query: vips }, ['text.too-long']],
    ['a name that no store keeps', { name: 'a\u0000', query: vips }, ['text.not-storable']],
    ['a query that is none', { name: 'x', query: 'x = 1' }, ['segment.unknown-attribute']],
    ['no query', { name: 'x', query: '' }, ['segment.unexpected']],
    ['neither', { name: '', query: '' }, ['segments.name-blank', 'segment.unexpected']],
    ['a name that is taken', { name: 'vips', query: vips }, ['segments.name-taken']],
    ['a name that is no text', { name: 7, query: vips }, ['shape.wrong-type']],
    ['a tree, which nobody could read again', { name: 'x', query: allCustomers }, ['shape.wrong-type']],
    ['what no segment has', { name: 'x', query: vips, isBuiltIn: true }, ['shape.unknown-field']],
    ['an id alone', { name: 'x', query: vips, saved: { id: 'a' } }, ['shape.wrong-type']],
  ])('S-1 are refused with %s', async (_what, wish, codes) => {
    const { customers } = customersOn(people)
    await customers.segments.save({ name: 'VIPs', query: vips })
    expect(codesOf(await customers.segments.save(wish as SaveSegmentWish))).toEqual(codes)
    expect(valueOf(await customers.segments.list())).toHaveLength(2)
  })

  it.each(pages)('S-2 tell a page of their members: %s', async (_what, page, codes) => {
    const { customers } = customersOn(people)
    const { id } = valueOf(await customers.segments.save({ name: 'VIPs', query: vips }))
    expect(codesOf(await customers.segments.members(id, page))).toEqual(codes)
  })

  it('S-1 say what was assumed in the query, and where a problem of it stands', async () => {
    const { customers } = customersOn(people)
    const outcome = await customers.segments.save({ name: 'x', query: "customer_added_date > '2026-01-01'" })
    expect(outcome.ok && outcome.warnings.map(({ code }) => code)).toEqual(['segment.assumed-date'])
    const refused = await customers.segments.save({ name: 'y', query: 'x = 1' })
    expect(refused.ok ? [] : refused.problems[0].path).toEqual(['query'])
  })

  it.each(faults)('S-1, S-2 say where the fault lies: %s', async (_what, call, problem) => {
    expect(await call(customersOn(people).customers)).toEqual({ ok: false, problems: [problem] })
  })

  it('S-1 may name those of the ports', async () => {
    const { customers } = customersOn(people, {
      segments: () => ({ text: '', root: { kind: 'all' }, assumptions: [] }),
    })
    expect(codesOf(await customers.segments.save({ name: 'x', query: "segment('y')" }))).toEqual(['ok'])
  })

  it('S-2 tell who has come in and who has left', async () => {
    const { customers } = customersOn(people)
    const { id } = valueOf(await customers.segments.save({ name: 'VIPs', query: vips }))
    expect(valueOf(await customers.segments.refreshMembership(id))).toEqual({ entered: ['a'], left: [] })
    valueOf(await customers.runEdit({ id: 'a', edit: { tags: { remove: ['vip'] } } }))
    valueOf(await customers.runEdit({ id: 'c', edit: { tags: { add: ['vip'] } } }))
    expect(valueOf(await customers.segments.members(id))).toEqual({ ids: ['a'], next: null })
    expect(valueOf(await customers.segments.refreshMembership(id))).toEqual({ entered: ['c'], left: ['a'] })
    expect(valueOf(await customers.segments.members(id, { after: 'b', limit: 1 }))).toEqual({
      ids: ['c'],
      next: null,
    })
  })

  it('S-2 are refreshed each by its own query', async () => {
    const { customers } = customersOn(people)
    const queries = [vips, "customer_tags NOT CONTAINS 'vip'"]
    const ids: string[] = []
    for (const [name, query] of queries.entries())
      ids.push(valueOf(await customers.segments.save({ name: String(name), query })).id)
    const found = await Promise.all(ids.map((id) => customers.segments.refreshMembership(id)))
    expect(found.map((one) => valueOf(one).entered)).toEqual([['a'], ['b', 'c']])
  })

  it('S-2 have no members where there is no such segment, or the store cannot answer its query', async () => {
    const { customers } = customersOn(people)
    for (const id of ['all', 'nobody'])
      expect(codesOf(await customers.segments.refreshMembership(id))).toEqual(['segments.unknown'])
    const query = 'orders_placed MATCHES (count > 1)'
    const { id } = valueOf(await customers.segments.save({ name: 'x', query }))
    expect(codesOf(await customers.segments.refreshMembership(id))).toEqual(['segment.history-needed'])
  })

  it('S-2 have no members where the saved query is none any more', async () => {
    const { customers, repository } = customersOn(people)
    const wish = { id: null, name: 'x', query: 'gone = 1', at: '2026-11-22T12:00:00.000Z' }
    const { id } = valueOf(await repository.segments.save(wish, 'absent'))
    expect(codesOf(await customers.segments.refreshMembership(id))).toEqual(['segment.unknown-attribute'])
  })

  it('are told apart from a store that keeps none', async () => {
    const listed = await noSegments.segments.list()
    expect(valueOf(listed)).toEqual([{ id: 'all', isBuiltIn: true }])
    expect(listed.ok && listed.warnings).toEqual([{ code: 'capability.no-segments', path: [] }])
    expect(codesOf(await noSegments.segments.save({ name: 'x', query: vips }))).toEqual([
      'capability.no-segments',
    ])
    expect(codesOf(await noSegments.segments.remove({ id: 'x', revision: 'y' }))).toEqual([
      'capability.no-segments',
    ])
    expect(codesOf(await noSegments.segments.refreshMembership('x'))).toEqual(['capability.no-segments'])
    expect(codesOf(await noMemberships.segments.refreshMembership('x'))).toEqual([
      'capability.no-memberships',
    ])
    expect(codesOf(await noMemberships.segments.members('x'))).toEqual(['capability.no-memberships'])
  })
})

describe('the duplicates of a customer', () => {
  const without = (...methods: readonly ('findByBlockingKeys' | 'count')[]) =>
    customersOn(people, {
      wrap: (repository) => ({
        ...repository,
        ...Object.fromEntries(methods.map((method) => [method, undefined])),
      }),
    }).customers

  it.each([
    ['is asked for them', [], []],
    ['cannot tell how many it holds', ['count'], []],
    ['is read through', ['findByBlockingKeys'], ['findByBlockingKeys']],
  ] as const)('are found where the store %s', async (_what, methods, expected) => {
    const outcome = await without(...methods).duplicatesOf('a')
    expect(valueOf(outcome).map(({ ids }) => ids)).toEqual([['a', 'b']])
    expect(outcome.ok && outcome.warnings.map(({ params }) => params?.['method'])).toEqual(expected)
  })

  it('are not those of whom it was said, and those of nobody are refused', async () => {
    const { customers } = customersOn(people)
    expect(valueOf(await customers.duplicatesOf('a', { distinct: [['a', 'b']] }))).toEqual([])
    expect(codesOf(await customers.duplicatesOf('nobody'))).toEqual(['load.unknown'])
  })
})

describe('what the store throws', () => {
  it('is told the host, and nothing of it stands in the problem', async () => {
    const errors: unknown[] = []
    const { customers } = customersOn(people, {
      attempts: 2,
      onError: (error, during) => errors.push([(error as Error).message, during]),
      wrap: (repository) => ({
        ...repository,
        commit: async () => {
          throw new Error('anna@example.com: connection lost')
        },
      }),
    })
    const outcome = await customers.runCreate({ email: 'new@example.com' }, { key: 'k' })
    expect(outcome).toEqual({
      ok: false,
      problems: [{ code: 'commit.outcome-unknown', path: [], params: { key: 'k' } }],
    })
    const told = ['anna@example.com: connection lost', { call: 'commit', key: 'k' }]
    expect(errors).toEqual([told, told])
  })

  it('is told of deliveries, too, and a host that throws in turn harms nothing', async () => {
    const calls: unknown[] = []
    const onError: CustomersOnError = (_error, during) => {
      calls.push(during)
      throw new Error('the log is full')
    }
    const failing = customersOn(people, {
      onError,
      deliver: async () => {
        throw new Error('down')
      },
      wrap: (repository) => ({
        ...repository,
        outbox: async () => [{ id: 'o', type: 'redact', relation: 'orders', customer: 'a' }],
      }),
    })
    expect(codesOf(await failing.customers.runCreate({ email: 'new@example.com' }))).toEqual(['ok'])
    const broken = customersOn(people, {
      onError,
      deliver: async () => {},
      wrap: (repository) => ({
        ...repository,
        outbox: async () => {
          throw new Error('no outbox')
        },
      }),
    })
    expect(codesOf(await broken.customers.runCreate({ email: 'new@example.com' }))).toEqual(['ok'])
    expect(calls).toEqual([
      { call: 'delivery', key: null },
      { call: 'delivery', key: null },
    ])
  })
})

type CustomersOnError = (error: unknown, during: unknown) => void

describe('an import into a store that cannot hold a field', () => {
  it('C-5 refuses the rows that say something there, by the name of the field', async () => {
    const { customers } = customersOn([], {
      wrap: (repository) => ({
        ...repository,
        capabilities: { ...repository.capabilities, notStored: ['note'] },
      }),
    })
    const csv = 'email,note\none@example.com,likes tea\nother@example.com,\n'
    const { tally, refused } = valueOf(await customers.importCustomers([csv]))
    expect([tally.created, tally.refused]).toEqual([1, 1])
    expect(refused[0]?.problems).toEqual([
      {
        code: 'capability.field-not-stored',
        path: ['rows', 2, 'note'],
        params: { row: 2, column: 'note', field: 'note' },
      },
    ])
  })
})
