import { createMemoryRepository, type MemoryRepository, type MemorySnapshot } from 'clientele/memory'
import { allCustomers } from 'clientele/segment'
import { describe, expect, it } from 'vitest'
import {
  created,
  edit,
  moveOrders,
  newcomer,
  put,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { erasing } from '../../../src/repository/contract/erasure-cases.js'
import { anna, ben } from '../../../src/repository/contract/people.js'
import { commitOn, everythingOn, peopled } from './commit-on.js'

const at = '2026-11-22T12:00:00.000Z'

/** A repository in which something of everything has happened. */
async function lived(): Promise<MemoryRepository> {
  const repository = peopled({ statistics: 'counted', relations: { orders: 'outbox' } })
  const delta = { orders: 1, spent: null, orderAt: at, abandonedCheckoutAt: null }
  await commitOn(
    repository,
    [
      edit(ben, { email: 'second@example.com', tags: ['VIP'] }),
      put(newcomer(1, { email: 'new@example.com' })),
      created('e1', 'ben'),
      created('e2', 'anna'),
      { type: 'count', id: 'ben', activityId: 'order-1', delta },
      { type: 'distinct', ids: ['anna', 'ben'] },
    ],
    { outbox: [moveOrders('o1', 'cleo', 'ben')] },
  )
  await commitOn(repository, [tombstone('cleo', 'ben')])
  await commitOn(repository, erasing, {
    outbox: [{ id: 'o2', type: 'redact', relation: 'orders', customer: 'anna' }],
  })
  const saved = await repository.segments.save({ id: null, name: 'All', query: '', at }, 'absent')
  if (!saved.ok) throw new Error('not saved')
  const filter = { where: allCustomers, search: null, moment: { now: at, timeZone: 'UTC' } }
  await repository.memberships(saved.value.id).replace(filter)
  return repository
}

const again = (snapshot: MemorySnapshot): MemoryRepository =>
  createMemoryRepository({ snapshot, statistics: 'counted', relations: { orders: 'outbox' } })

async function all(repository: MemoryRepository): Promise<unknown> {
  const segments = await repository.segments.list()
  return {
    everything: await everythingOn(repository, ['key 1', 'key 2', 'key 3']),
    segments,
    members: await repository.memberships(segments[0]?.id ?? '').members({ after: null, limit: 9 }),
    leaving: await repository.knownAs('anna'),
    former: await repository.knownAs('ben'),
    distinct: await repository.distinctFrom(['anna']),
    vips: await repository.findByIdentity({ emails: ['second@example.com' as never], phones: [] }),
  }
}

describe('a snapshot', () => {
  it('is plain JSON from which a repository begins that answers everything alike', async () => {
    const repository = await lived()
    const text = JSON.stringify(repository.snapshot())
    const other = again(JSON.parse(text) as MemorySnapshot)
    expect(await all(other)).toEqual(await all(repository))
    expect(JSON.stringify(other.snapshot())).toBe(text)
  })

  it('begins a life of its own: the one does not follow the other', async () => {
    const repository = await lived()
    const snapshot = repository.snapshot()
    const before = JSON.stringify(snapshot)
    const other = again(snapshot)
    await commitOn(other, [put(newcomer(1)), edit(ben, { note: 'n' }), created('e9', 'ben')])
    await commitOn(repository, [tombstone('ben', null)])
    expect(JSON.stringify(snapshot)).toBe(before)
    expect((await other.load(['ben']))[0].state).toBe('present')
  })

  it('goes on where it was: names are not given again, what was counted is not counted again, what was erased stays so', async () => {
    const other = again(JSON.parse(JSON.stringify((await lived()).snapshot())) as MemorySnapshot)
    const { ids } = await commitOn(other, [put(newcomer(1))])
    expect(ids['new:1']).toBe('customer-2')
    const delta = { orders: 1, spent: null, orderAt: at, abandonedCheckoutAt: null }
    await commitOn(other, [{ type: 'count', id: 'ben', activityId: 'order-1', delta }])
    const [loaded] = await other.load(['ben'])
    expect(loaded.state === 'present' && loaded.record.statistics.numberOfOrders).toBe(2)
    await commitOn(other, [created('e2', 'anna')])
    expect(await other.timeline('anna')).toEqual([])
    const { suppressed } = await other.findByIdentity({
      emails: ['anna.nowak@example.com' as never],
      phones: [],
    })
    expect(suppressed.emails).toEqual(['anna.nowak@example.com'])
  })

  it('keeps who was deleted, and what was merged into them', async () => {
    const repository = peopled()
    await commitOn(repository, [tombstone('cleo', 'ben')])
    await commitOn(repository, [tombstone('ben', null)])
    const other = again(JSON.parse(JSON.stringify(repository.snapshot())) as MemorySnapshot)
    expect(await other.load(['ben', 'cleo'])).toEqual(await repository.load(['ben', 'cleo']))
    expect((await other.load(['ben']))[0].state).toBe('deleted')
    expect((await other.knownAs('ben')).customers).toEqual(['ben', 'cleo'])
  })

  it('and records can begin one together, if no id is in both', async () => {
    const snapshot = (await lived()).snapshot()
    expect(() => createMemoryRepository({ snapshot, records: [anna] })).toThrow('same id')
  })
})

describe('what is no snapshot', () => {
  const whole = peopled().snapshot()
  const [first] = whole.entries
  for (const [what, snapshot, message] of [
    ['of another version', { ...whole, version: 2 }, 'version'],
    ['nothing', {}, 'version'],
    ...(['entries', 'suppressed', 'leaving', 'counted', 'events', 'eventIds', 'distinct'] as const).map(
      (list) => [`without ${list}`, { ...whole, [list]: undefined }, list] as const,
    ),
    ...(['receipts', 'outbox', 'segments', 'members'] as const).map(
      (list) => [`with ${list} that are no list`, { ...whole, [list]: {} }, list] as const,
    ),
    ['null', null, 'version'],
    ...(
      [
        ['entries', { id: 'a' }],
        ['entries', { id: 7, state: 'deleted' }],
        ['suppressed', 7],
        ['leaving', { person: {} }],
        ['counted', {}],
        ['entries', { id: 'a', state: 'gone' }],
        ['events', { id: 'e' }],
        ['events', { customer: 'c' }],
        ['eventIds', 7],
        ['distinct', 'ab'],
        ['receipts', { id: 'k', row: {} }],
        ['outbox', { id: 7, names: [] }],
        ['segments', { id: 's', name: 'n', query: 'q' }],
        ['segments', { id: 's', name: 'n', revision: 'r' }],
        ['segments', { id: 's', query: 'q', revision: 'r' }],
        ['segments', { name: 'n', query: 'q', revision: 'r' }],
        ['outbox', { id: 'o', names: 'a' }],
        ['members', { id: 's' }],
        ['members', { id: 7, customers: [] }],
        ['members', null],
      ] as const
    ).map(
      ([list, row]) =>
        [`with ${JSON.stringify(row)} in ${list}`, { ...whole, [list]: [row] }, `row of ${list}`] as const,
    ),
    ['without its counters', { ...whole, numbering: undefined }, 'count'],
    ...[null, '1', -1, 0.5].map(
      (segment) =>
        [
          `with the counter ${segment}`,
          { ...whole, numbering: { ...whole.numbering, segment } },
          'count',
        ] as const,
    ),
    ...(['customer', 'address', 'revision', 'segment'] as const).map(
      (counter) =>
        [
          `without its count of ${counter}`,
          { ...whole, numbering: { ...whole.numbering, [counter]: undefined } },
          'count',
        ] as const,
    ),
    ['with an id twice', { ...whole, entries: [first, first] }, 'same id'],
    [
      'with a record of somebody else',
      { ...whole, entries: [{ ...first, id: 'other' }] },
      'under another id',
    ],
    [
      'with one claim in two hands',
      {
        ...whole,
        entries: [first, { ...first, id: 'z', record: { ...anna, customer: { ...anna.customer, id: 'z' } } }],
      },
      'one claim',
    ],
    [
      'with a merge that leads nowhere',
      { ...whole, entries: [{ id: 'x', state: 'merged', into: 'y' }] },
      'nowhere',
    ],
    [
      'with a ring of merges',
      {
        ...whole,
        entries: [
          { id: 'x', state: 'merged', into: 'y' },
          { id: 'y', state: 'merged', into: 'x' },
        ],
      },
      'ring',
    ],
  ] as const)
    it(`is refused: ${what}`, () =>
      expect(() => createMemoryRepository({ snapshot: snapshot as unknown as MemorySnapshot })).toThrow(
        message,
      ))

  it('may hold somebody out of use with the claims of somebody else', () => {
    const out = { ...anna, customer: { ...anna.customer, id: 'z' }, facts: { ...anna.facts, deleted: true } }
    const snapshot = { ...whole, entries: [...whole.entries, { ...first, id: 'z', record: out }] }
    expect(() => createMemoryRepository({ snapshot: snapshot as MemorySnapshot })).not.toThrow()
  })
})
