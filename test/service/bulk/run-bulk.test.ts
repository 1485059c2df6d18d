import {
  type BulkAction,
  type BulkReport,
  type BulkRow,
  type BulkSelection,
  createCustomers,
  type CustomersPorts,
  matchesSearch,
} from 'clientele'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import { compileSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { refusal, success } from '../../../src/outcome/outcome.js'
import { problem } from '../../../src/outcome/problem.js'
import { codesOf, valueOf } from '../customers-on.js'

const shop = { timeZone: 'Europe/Oslo', currency: 'EUR', country: 'NO', locale: 'nb-NO' } as const
const now = () => '2026-11-22T12:00:00.000Z'
const name = (index: number) => `c${String(index).padStart(3, '0')}`
const people = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    buildRecord({
      customer: {
        id: name(index),
        email: `${name(index)}@example.com`,
        tags: index % 2 === 0 ? ['even'] : [],
      },
      facts: { scheduledGiftCards: index % 5 === 0 ? 1 : 0 },
    }),
  )
const addVip: BulkAction = { type: 'add-tags', tags: ['vip'] }
const even: BulkSelection = { type: 'query', query: "customer_tags CONTAINS 'even'" }

function serving(
  count: number,
  wrap: (repository: MemoryRepository) => object = (one) => one,
  ports: Partial<CustomersPorts> = {},
) {
  const repository = createMemoryRepository({ records: people(count) })
  const customers = createCustomers({
    repository: { ...repository, ...wrap(repository) },
    shop,
    now,
    ...ports,
  })
  return { repository, customers }
}
const all = async (repository: MemoryRepository) =>
  (await repository.list({ after: null, limit: 10_000 })).records
const tagged = async (repository: MemoryRepository) =>
  (await all(repository))
    .filter(({ customer }) => customer.tags.includes('vip'))
    .map(({ customer }) => customer.id)
const told = ({ id, status, problems }: BulkRow) =>
  [id, status, ...problems.map(({ code }) => code)].join(' ')

describe('a bulk change', () => {
  it.each<[string, BulkSelection, number, string]>([
    ['of individuals', { type: 'ids', ids: ['c001', 'c004'] }, 2, 'ids'],
    ['of a page', { type: 'page', ids: ['c001', 'c004'] }, 2, 'ids'],
    ['of all', { type: 'all' }, 23, 'find'],
    ['of all but some', { type: 'all', except: ['c000'] }, 22, 'find'],
    ['of a query', even, 12, 'find'],
    ['of a search', { type: 'search', search: 'c01' }, 10, 'find'],
  ])('B-1, B-2 %s reaches everybody, and nobody else', async (_name, selection, count, source) => {
    const refusing = { find: async () => refusal(problem('segment.unsupported')) }
    for (const [wrap, from] of [
      [{}, source],
      [refusing, source === 'find' ? 'list' : source],
      [{ find: undefined }, source === 'find' ? 'list' : source],
    ] as const) {
      const { customers, repository } = serving(23, () => wrap)
      const report = valueOf(await customers.runBulk(selection, addVip, { batchSize: 3 }))
      expect(report).toEqual({
        selected: count,
        tally: { planned: count, unchanged: 0, refused: 0 },
        next: null,
        isDone: true,
        source: from,
      })
      expect(await tagged(repository)).toHaveLength(count)
    }
  })

  it('B-4 deletes the eligible once confirmed, and the rest stay, each with the reasons', async () => {
    const { customers, repository } = serving(10)
    expect(codesOf(await customers.runBulk({ type: 'all' }, { type: 'delete' }))).toEqual([
      'commit.not-confirmed',
    ])
    expect(await all(repository)).toHaveLength(10)
    const looked: BulkRow[] = []
    const planned = valueOf(
      await customers.planBulk(
        { type: 'all' },
        { type: 'delete' },
        { batchSize: 3, onRow: (row) => looked.push(row) },
      ),
    )
    expect(await all(repository)).toHaveLength(10)
    const rows: BulkRow[] = []
    const report = valueOf(
      await customers.runBulk(
        { type: 'all' },
        { type: 'delete' },
        { confirmed: true, batchSize: 3, onRow: (row) => rows.push(row) },
      ),
    )
    expect(report.tally).toEqual({ planned: 8, unchanged: 0, refused: 2 })
    expect(planned).toEqual(report)
    expect(looked).toEqual(rows)
    expect((await all(repository)).map(({ customer }) => customer.id)).toEqual(['c000', 'c005'])
    expect(rows.filter(({ status }) => status === 'refused').map(told)).toEqual([
      'c000 refused deletion.scheduled-gift-card',
      'c005 refused deletion.scheduled-gift-card',
    ])
  })

  it('tells of each who is named and not there', async () => {
    const { customers } = serving(3)
    valueOf(await customers.runMerge({ ids: ['c001', 'c002'] }, { confirmed: true }))
    const rows: string[] = []
    const report = valueOf(
      await customers.runBulk({ type: 'ids', ids: ['c001', 'nobody', 'c002'] }, addVip, {
        onRow: (row) => rows.push(told(row)),
      }),
    )
    expect(report.tally).toMatchObject({ planned: 1, refused: 2 })
    expect(rows.toSorted()).toEqual([
      'c001 refused load.merged',
      'c002 planned',
      'nobody refused load.unknown',
    ])
  })

  it('adds up, chunk by chunk, and tells progress', async () => {
    const { customers } = serving(23)
    const seen: (readonly [number, number])[] = []
    let rows = 0
    await customers.runBulk({ type: 'all' }, addVip, {
      batchSize: 4,
      onRow: () => rows++,
      onProgress: ({ selected, tally }) => {
        seen.push([selected, rows])
        expect(tally.planned + tally.unchanged + tally.refused).toBe(selected)
      },
    })
    expect(seen.map(([selected]) => selected)).toEqual([4, 8, 12, 16, 20, 23])
    expect(seen.every(([selected, told]) => selected === told)).toBe(true)
  })

  it('B-2 has chunks of one where that is wished, and tells who was so already', async () => {
    const { customers, repository } = serving(3)
    const addEven: BulkAction = { type: 'add-tags', tags: ['even'] }
    const report = valueOf(await customers.runBulk({ type: 'all' }, addEven, { batchSize: 1 }))
    expect(report.tally).toEqual({ planned: 1, unchanged: 2, refused: 0 })
    expect((await all(repository)).every(({ customer }) => customer.tags.includes('even'))).toBe(true)
  })

  it('B-4 does not overlook the one who is there for the one who is not', async () => {
    const { customers, repository } = serving(2)
    const report = valueOf(await customers.runBulk({ type: 'ids', ids: ['c001', 'nobody'] }, addVip))
    expect(report.tally).toEqual({ planned: 1, unchanged: 0, refused: 1 })
    expect(await tagged(repository)).toEqual(['c001'])
  })

  it('ends with the last id that is named, and makes no chunk each of few among many', async () => {
    const seen: (readonly [number, boolean])[] = []
    const onProgress = ({ selected, isDone }: BulkReport) => void seen.push([selected, isDone])
    const { customers } = serving(200, () => ({ find: undefined }))
    const ids = ['c001', 'c002', 'c003', 'c004']
    await customers.runBulk({ type: 'ids', ids }, addVip, { batchSize: 2, onProgress })
    const late: BulkSelection = { type: 'search', search: 'c199' }
    await customers.runBulk(late, addVip, { batchSize: 10, onProgress })
    expect(seen).toEqual([
      [2, false],
      [4, true],
      [1, true],
    ])
  })

  it('holds no more than a chunk and a half at once, and looks at pages for few among many', async () => {
    let most = 0
    let commits = 0
    const { customers } = serving(200, (repository) => ({
      commit: (changeSet: Parameters<MemoryRepository['commit']>[0]) => {
        most = Math.max(most, changeSet.expects.length)
        commits++
        return repository.commit(changeSet)
      },
    }))
    await customers.runBulk({ type: 'search', search: 'c0' }, addVip, { batchSize: 10 })
    expect(most).toBeLessThanOrEqual(15)
    commits = 0
    await customers.runBulk({ type: 'ids', ids: [] }, addVip)
    const few = valueOf(
      await customers.runBulk({ type: 'search', search: 'c199' }, addVip, { batchSize: 10 }),
    )
    expect([few.selected, commits]).toEqual([1, 1])
  })

  it('asks a store that can query, in the sense of the segment and the search', async () => {
    const { customers, repository } = serving(23, (repository) => ({
      find: async ({ where, search, after, limit }: Parameters<NonNullable<MemoryRepository['find']>>[0]) => {
        const holds = compileSegment(where, { now: now(), timeZone: shop.timeZone })
        const page = await repository.list({ after, limit })
        return success({
          ...page,
          records: page.records.filter((record) => holds(record) && matchesSearch(record, search ?? '')),
        })
      },
    }))
    expect(valueOf(await customers.runBulk(even, addVip)).source).toBe('find')
    expect(await tagged(repository)).toHaveLength(12)
    expect(valueOf(await customers.planBulk({ type: 'search', search: 'c00' }, addVip)).selected).toBe(10)
  })
})

describe('a bulk change of a store that can query', () => {
  it('is refused where it is to go on from no place of that store', async () => {
    for (const dry of [true, false]) {
      const { customers, repository } = serving(23)
      const options = { resumeFrom: 'nowhere' }
      const outcome = dry
        ? await customers.planBulk({ type: 'all' }, addVip, options)
        : await customers.runBulk({ type: 'all' }, addVip, options)
      expect(codesOf(outcome)).toEqual(['find.cursor-invalid'])
      expect(await tagged(repository)).toEqual([])
    }
  })
})

describe('a bulk change that is broken off', () => {
  const stopAfter = (chunks: number) => {
    let left = chunks
    const signal = { aborted: false, throwIfAborted: () => undefined }
    return { signal, onProgress: () => void (signal.aborted = --left <= 0) }
  }

  it('ends between two chunks, and another call goes on from there', async () => {
    for (const selection of [
      { type: 'all' },
      { type: 'ids', ids: people(23).map(({ customer }) => customer.id) },
    ] as const) {
      const { customers, repository } = serving(23)
      const first = valueOf(await customers.runBulk(selection, addVip, { batchSize: 5, ...stopAfter(2) }))
      expect(first).toMatchObject({ selected: 10, isDone: false })
      expect(await tagged(repository)).toHaveLength(10)
      const rest = valueOf(
        await customers.runBulk(selection, addVip, { batchSize: 5, resumeFrom: first.next }),
      )
      expect(rest).toMatchObject({ selected: 13, isDone: true, tally: { planned: 13 } })
      expect(await tagged(repository)).toHaveLength(23)
    }
  })

  it('before it begins does nothing, and stops the search for few among many', async () => {
    const { customers, repository } = serving(23)
    const signal = { aborted: true, throwIfAborted: () => undefined }
    expect(valueOf(await customers.runBulk({ type: 'all' }, addVip, { signal }))).toEqual({
      selected: 0,
      tally: { planned: 0, unchanged: 0, refused: 0 },
      next: null,
      isDone: false,
      source: 'find',
    })
    expect(await tagged(repository)).toEqual([])
    let pages = 0
    const stopping = serving(200, (inner) => ({
      find: undefined,
      list: (page: Parameters<MemoryRepository['list']>[0]) => {
        signal.aborted = ++pages === 2
        return inner.list(page)
      },
    }))
    signal.aborted = false
    const report = valueOf(
      await stopping.customers.runBulk({ type: 'search', search: 'c199' }, addVip, { signal, batchSize: 10 }),
    )
    expect([report.isDone, report.selected, pages]).toEqual([false, 0, 2])
  })

  it.each(['x', '5x', 'x5', '1.5', '-1', '1234567890', ''])(
    'goes on from no place that is none: %j',
    async (resumeFrom) => {
      const { customers } = serving(1)
      const outcome = await customers.runBulk({ type: 'ids', ids: ['a'] }, addVip, { resumeFrom })
      expect(outcome).toEqual({
        ok: false,
        problems: [{ code: 'bulk.cursor-invalid', path: ['resumeFrom'] }],
      })
    },
  )

  it.each(['0', '5', '123456789'])('goes on from %s, a place in a list of ids', async (resumeFrom) => {
    const { customers } = serving(1)
    const outcome = await customers.runBulk({ type: 'ids', ids: ['a'] }, addVip, { resumeFrom })
    expect(codesOf(outcome)).toEqual(['ok'])
  })
})

describe('a bulk change that is repeated under its key', () => {
  it('does nothing twice, and tells the same', async () => {
    const { customers, repository } = serving(23)
    const action: BulkAction = { type: 'set-fields', fields: { note: { append: 'called' } } }
    const options = { key: 'k', batchSize: 4 }
    const rows: [BulkRow[], BulkRow[]] = [[], []]
    const first = valueOf(
      await customers.runBulk(even, action, { ...options, onRow: (row) => rows[0].push(row) }),
    )
    const again = valueOf(
      await customers.runBulk(even, action, { ...options, onRow: (row) => rows[1].push(row) }),
    )
    expect(again).toEqual(first)
    expect(rows[1]).toEqual(rows[0])
    expect((await all(repository)).filter(({ customer }) => customer.note === 'called')).toHaveLength(12)
  })

  it('tells of the deleted as before, though nobody is there any more', async () => {
    const { customers } = serving(12)
    const call = () =>
      customers.runBulk({ type: 'all' }, { type: 'delete' }, { key: 'k', confirmed: true, batchSize: 2 })
    const first = valueOf(await call())
    expect(valueOf(await call())).toEqual(first)
    expect(first.tally).toEqual({ planned: 9, unchanged: 0, refused: 3 })
  })

  it('tells of the only one who was deleted, though nobody is selected any more', async () => {
    const { customers } = serving(3)
    const only = { type: 'search', search: 'c001' } as const
    const call = () => customers.runBulk(only, { type: 'delete' }, { key: 'k', confirmed: true })
    const first = valueOf(await call())
    expect(first.tally).toEqual({ planned: 1, unchanged: 0, refused: 0 })
    expect(valueOf(await call())).toEqual(first)
  })

  it('goes on where a crash has stopped it', async () => {
    let left = 3
    const { customers, repository } = serving(23, (repository) => ({
      find: undefined,
      list: (page: Parameters<MemoryRepository['list']>[0]) => {
        if (--left === 0) throw new Error('crash')
        return repository.list(page)
      },
    }))
    const call = () => customers.runBulk({ type: 'all' }, addVip, { key: 'k', batchSize: 5 })
    await expect(call()).rejects.toThrow('crash')
    expect(await tagged(repository)).toHaveLength(10)
    expect(valueOf(await call()).tally).toEqual({ planned: 23, unchanged: 0, refused: 0 })
  })

  it.each<[string, BulkSelection, BulkAction]>([
    ['another action', { type: 'all' }, { type: 'add-tags', tags: ['other'] }],
    ['other people', even, addVip],
  ])('is refused for %s', async (_name, selection, action) => {
    const { customers } = serving(5)
    await customers.runBulk({ type: 'all' }, addVip, { key: 'k' })
    expect(codesOf(await customers.runBulk(selection, action, { key: 'k' }))).toEqual(['commit.key-reused'])
  })
})

describe('customers who change while a bulk change is under way', () => {
  const interfering = (times: number, interfere: (repository: MemoryRepository) => Promise<unknown>) => {
    let left = times
    return (repository: MemoryRepository) => ({
      commit: async (changeSet: Parameters<MemoryRepository['commit']>[0]) => {
        if (left-- > 0) await interfere(repository)
        return repository.commit(changeSet)
      },
    })
  }
  const noteOn = (id: string) => async (repository: MemoryRepository) =>
    valueOf(
      await createCustomers({ repository, shop }).runBulk(
        { type: 'ids', ids: [id] },
        { type: 'set-fields', fields: { note: { append: 'busy' } } },
      ),
    )

  it.each<BulkSelection>([
    { type: 'all' },
    { type: 'ids', ids: people(10).map(({ customer }) => customer.id) },
  ])('E-1 are planned again, and the rest is not lost: $type', async (selection) => {
    const { customers, repository } = serving(10, interfering(1, noteOn('c003')))
    expect(valueOf(await customers.runBulk(selection, addVip)).tally).toEqual({
      planned: 10,
      unchanged: 0,
      refused: 0,
    })
    expect((await all(repository))[3]?.customer).toMatchObject({ note: 'busy', tags: ['vip'] })
  })

  it('are not given up while an attempt is left', async () => {
    const { customers } = serving(10, interfering(2, noteOn('c003')), { attempts: 3 })
    expect(valueOf(await customers.runBulk({ type: 'all' }, addVip)).tally.planned).toBe(10)
  })

  it('are given up when they never stand still, and the rest is not lost', async () => {
    const rows: string[] = []
    const { customers, repository } = serving(10, interfering(Number.POSITIVE_INFINITY, noteOn('c003')), {
      attempts: 3,
    })
    const report = valueOf(
      await customers.runBulk({ type: 'all' }, addVip, { onRow: (row) => rows.push(told(row)) }),
    )
    expect(report.tally).toEqual({ planned: 9, unchanged: 0, refused: 1 })
    expect(rows).toContain('c003 refused commit.stale')
    expect(await tagged(repository)).toHaveLength(9)
  })

  it('are left alone when they are no longer among the selected, or gone', async () => {
    const leave = async (repository: MemoryRepository) => {
      const other = createCustomers({ repository, shop })
      valueOf(await other.runBulk({ type: 'ids', ids: ['c002'] }, { type: 'remove-tags', tags: ['even'] }))
      valueOf(await other.runDeletion('c004', { confirmed: true }))
    }
    const rows: string[] = []
    const { customers } = serving(10, interfering(1, leave))
    await customers.runBulk(even, addVip, { onRow: (row) => rows.push(told(row)) })
    expect(rows.toSorted()).toEqual([
      'c000 planned',
      'c002 refused bulk.no-longer-selected',
      'c004 refused load.deleted',
      'c006 planned',
      'c008 planned',
    ])
  })

  it('keep apart two who would share an email, and the rest is not lost', async () => {
    const rows: string[] = []
    let commits = 0
    const counted = interfering(Number.POSITIVE_INFINITY, async () => commits++)
    const { customers, repository } = serving(10, counted)
    const edits = {
      c001: { email: 'same@example.com' },
      c002: { email: 'SAME@example.com' },
      c003: { email: 'c009@example.com', phone: '+4790000000' },
      c004: { note: 'n' },
    }
    await customers.runBulk(
      { type: 'all' },
      { type: 'edit-each', edits },
      { onRow: (row) => rows.push(told(row)) },
    )
    expect(rows.filter((row) => !row.endsWith('unchanged')).toSorted()).toEqual([
      'c001 planned',
      'c002 refused commit.identity-taken',
      'c003 refused commit.identity-taken',
      'c004 planned',
    ])
    expect((await all(repository))[1]?.customer.email).toBe('same@example.com')
    // who holds a contact does not give it up by being asked again
    expect(commits).toBe(2)
  })

  const stale = { code: 'commit.stale', path: [] } as const
  it.each([
    ['nobody', [stale], 3, []],
    ['one and says more', [{ ...stale, params: { id: 'c001' } }, stale], 2, ['c001 refused commit.stale']],
  ])('are all told where a store names %s', async (_whom, problems, planned, refused) => {
    let left = 1
    const refusing = (repository: MemoryRepository) => ({
      commit: async (changeSet: Parameters<MemoryRepository['commit']>[0]) =>
        left-- > 0 ? { ok: false, problems } : repository.commit(changeSet),
    })
    const { customers } = serving(3, refusing, { attempts: 1 })
    const rows: string[] = []
    const onRow = (row: BulkRow) => rows.push(told(row))
    const { tally } = valueOf(await customers.runBulk({ type: 'all' }, addVip, { onRow }))
    expect(tally).toEqual({ planned, unchanged: 0, refused: 3 - planned })
    expect(rows.filter((row) => !row.endsWith('planned'))).toEqual(refused)
  })

  it('end a store that refuses without saying whom', async () => {
    const { customers } = serving(
      3,
      () => ({ commit: async () => ({ ok: false, problems: [{ code: 'commit.stale', path: [] }] }) }),
      { attempts: 2 },
    )
    expect(codesOf(await customers.runBulk({ type: 'all' }, addVip))).toEqual(['commit.stale'])
  })

  it('are changed with the host’s own change in one transaction', async () => {
    const seen: unknown[] = []
    const { repository } = serving(3)
    const see = (options: unknown) => void seen.push((options as { transaction?: unknown }).transaction)
    const joining = createCustomers<object>({
      repository: {
        ...repository,
        load: ((ids: readonly string[], options: object) => (see(options), repository.load(ids))) as never,
        outcomeOf: (key, options) => (see(options), repository.outcomeOf(key)),
        commit: (changeSet, options) => (see(options), repository.commit(changeSet)),
        list: (page, options) => (see(options), repository.list(page)),
        find: undefined as never,
        timeline: undefined as never,
        findByIdentity: (who) => repository.findByIdentity(who),
        outbox: (page) => repository.outbox(page),
        acknowledge: (ids) => repository.acknowledge(ids),
      },
      shop,
      now,
    })
    const transaction = { tx: 1 }
    const actor = { type: 'staff', id: 's1' } as const
    valueOf(await joining.runBulk({ type: 'all' }, addVip, { transaction, actor, key: 'k' }))
    valueOf(await joining.runBulk({ type: 'ids', ids: ['c001'] }, addVip, { transaction, actor, key: 'l' }))
    expect(new Set(seen)).toEqual(new Set([transaction]))
    expect((await repository.timeline('c000')).at(-1)?.event.by).toEqual(actor)
  })
})

describe('what is no bulk change', () => {
  it('is refused before anybody is looked at, with all its faults', async () => {
    const { customers } = serving(3, () => ({ list: () => Promise.reject(new Error('looked')) }))
    const action = { type: 'add-tags', tags: 5 } as unknown as BulkAction
    const outcome = await customers.runBulk({ type: 'query', query: 'nonsense = 1' }, action)
    expect(codesOf(outcome)).toEqual(['segment.unknown-attribute', 'shape.wrong-type'])
    expect(codesOf(await customers.planBulk({ type: 'all' }, action))).toEqual(['shape.wrong-type'])
  })

  it.each([0, 1.5, Number.NaN])('has no chunks of %j', async (batchSize) => {
    const { customers } = serving(1)
    await expect(customers.runBulk({ type: 'all' }, addVip, { batchSize })).rejects.toThrow(
      'one customer at least',
    )
  })
})
