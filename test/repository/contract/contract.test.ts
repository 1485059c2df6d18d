import { type ContractCase, repositoryContract } from 'clientele/contract'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import { describe, expect, it, vi } from 'vitest'
import type { Store } from '../../../src/repository/memory/store.js'
import { inTransaction, transactional } from './transactional.js'
import { noRelations } from '../../../src/plan/store-traits.js'

/** Every store that was made, to be looked into past all its methods. */
const stores: Store[] = vi.hoisted(() => [])

vi.mock(import('../../../src/repository/memory/store.js'), async (original) => {
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

/** Maps and sets as lists, which JSON can hold. */
function plain(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value].map(plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

const readBack = (repository: MemoryRepository) => ({
  customer: async (id: string) => {
    const { records } = await repository.list({ after: null, limit: 1000 })
    return records.find(({ customer }) => customer.id === id)?.customer ?? null
  },
  timeline: (id: string) => repository.timeline(id),
  everything: async () => plain(stores.at(-1)),
})

const projected = repositoryContract({
  createRepository: (records) => createMemoryRepository({ records }),
  readBack,
})

const counted = repositoryContract({
  createRepository: async (records) =>
    createMemoryRepository({ records, statistics: 'counted', relations: { orders: 'outbox' } }),
  capabilities: { statistics: 'counted', relations: { ...noRelations, orders: 'outbox' } },
})

const joining = repositoryContract({
  createRepository: (records) => transactional(records) as unknown as MemoryRepository,
  capabilities: { transactions: true },
  inTransaction,
})

const hosted = repositoryContract({
  createRepository: (records) => {
    const facts = new Map(records.map((record) => [record.customer.id, record.facts]))
    return createMemoryRepository({ records, facts: (id) => facts.get(id) ?? {} })
  },
})

function countIn(cases: readonly ContractCase[], group: string): number {
  return cases.filter((one) => one.group === group).length
}

describe('the memory repository, its host projecting the statistics', () => {
  for (const { name, group, run } of projected) it(`${group}: ${name}`, run)
})

describe('the memory repository, counting, with an outbox', () => {
  for (const { name, group, run } of counted) it(`${group}: ${name}`, run)
})

describe('a repository that takes part in the host’s transactions', () => {
  for (const { name, group, run } of joining) it(`${group}: ${name}`, run)
})

describe('the memory repository, with facts from tables of the host', () => {
  for (const { name, group, run } of hosted) it(`${group}: ${name}`, run)
})

describe('the suite', () => {
  it('has at least four cases in every group, and each under a name of its own', () => {
    const groups = new Set(joining.map(({ group }) => group))
    for (const group of groups) expect(countIn(joining, group), group).toBeGreaterThanOrEqual(4)
    expect(groups.size).toBe(18)
    expect(new Set(counted.map(({ name }) => name)).size).toBe(counted.length)
    expect(new Set(joining.map(({ name }) => name)).size).toBe(joining.length)
  })

  it('has at least 150 cases for the plainest store', () => {
    expect(projected.length).toBeGreaterThanOrEqual(150)
  })

  it('leaves out what the declared capabilities rule out, so that no case passes unrun', () => {
    const careless = repositoryContract({
      createRepository: () => createMemoryRepository(),
      capabilities: { guards: 'before-commit' },
    })
    expect(countIn(careless, 'guards')).toBe(0)
    expect(counted.length).toBe(projected.length + 14)
  })

  it('tells the runner’s test which method is missing where it skips a case, and has not passed it unrun', async () => {
    const cases = repositoryContract({
      createRepository: (records) => {
        const { load, findByIdentity, list, commit, outcomeOf, outbox, acknowledge, capabilities } =
          createMemoryRepository({ records })
        return { load, findByIdentity, list, commit, outcomeOf, outbox, acknowledge, capabilities }
      },
    })
    const reasons: (string | undefined)[] = []
    for (const { method, run } of cases) {
      const before = reasons.length
      await run({ skip: (reason) => reasons.push(reason) })
      expect(reasons.slice(before)).toEqual(method === null ? [] : [`the adapter has no ${method}`])
      await run()
    }
    expect(new Set(reasons).size).toBe(8)
    expect(cases.map(({ run }) => run.length)).toEqual(cases.map(() => 0))
  })

  it('fails an adapter that declares anything else than the suite was told', async () => {
    const cases = repositoryContract({
      createRepository: () => createMemoryRepository({ statistics: 'counted' }),
    })
    const declared = cases.find(({ name }) => name.includes('declares'))
    await expect(declared?.run()).rejects.toThrow(
      'capabilities: expected "projected" at statistics, got "counted"',
    )
  })

  it('passes on what the factory throws', async () => {
    const [first] = repositoryContract({
      createRepository: () => {
        throw new Error('no database')
      },
    })
    await expect(first?.run()).rejects.toThrow('no database')
  })
})
