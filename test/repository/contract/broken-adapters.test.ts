import { type ContractCase, repositoryContract, type ReadBack } from 'clientele/contract'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import { describe, expect, it } from 'vitest'
import { brokenAtomicity } from './broken/atomicity.js'
import type { Fault } from './broken/broken-adapter.js'
import { brokenErasure } from './broken/erasure.js'
import { brokenGuards } from './broken/guards.js'
import { brokenIdempotency } from './broken/idempotency.js'
import { brokenIdentity } from './broken/identity.js'
import { brokenConcurrency, brokenPlainly, brokenRelations, brokenTombstones } from './broken/concurrency.js'
import { brokenText } from './broken/hostile.js'
import { brokenPaging, brokenSearch, brokenSegments, brokenSorting } from './broken/queries.js'
import { brokenDuplicates, brokenSaved } from './broken/saved.js'
import { brokenReading } from './broken/reading.js'
import { brokenRevisions } from './broken/revisions.js'
import { brokenSubtly } from './broken/subtly.js'
import { brokenUniqueness } from './broken/uniqueness.js'
import { brokenTransactions, type BrokenTransactions } from './broken/transactions.js'
import { inTransaction, transactional } from './transactional.js'
import { noRelations } from '../../../src/plan/store-traits.js'

type Broken = MemoryRepository & ReturnType<Fault>

/** The raw tables: the timeline, and what a fault really stores where that is something else than it tells. */
function readBack(repository: Broken): ReadBack {
  const { kept, stored } = repository
  return {
    timeline: (id) => repository.timeline(id),
    ...(stored === undefined ? {} : { customer: stored }),
    ...(kept === undefined ? {} : { everything: async () => kept }),
  }
}

/** The names of the cases that a fault fails: whether the one that is there to catch it, or of all. */
async function failuresOf(wrap: Fault, wanted?: string): Promise<readonly string[]> {
  const cases = repositoryContract({
    createRepository: (records): Broken => {
      const sound = createMemoryRepository({ records, relations: { orders: 'outbox' } })
      return { ...sound, ...wrap(sound) }
    },
    capabilities: { relations: { ...noRelations, orders: 'outbox' } },
    readBack,
  })
  const failures: string[] = []
  for (const { name, run } of cases)
    if (wanted === undefined || name === wanted)
      await run().catch((error: unknown) => {
        expect(error).toBeInstanceOf(Error)
        failures.push(name)
      })
  return failures
}

const groups = [
  brokenIdentity,
  brokenRevisions,
  brokenGuards,
  brokenUniqueness,
  brokenAtomicity,
  brokenIdempotency,
  brokenErasure,
  brokenReading,
  brokenConcurrency,
  brokenDuplicates,
  brokenPaging,
  brokenPlainly,
  brokenRelations,
  brokenSaved,
  brokenSearch,
  brokenSegments,
  brokenSorting,
  brokenSubtly,
  brokenText,
  brokenTombstones,
]

for (const { group, adapters } of groups)
  describe(`${group}: an adapter fails the case that is there to catch its fault`, () => {
    for (const { fault, caughtBy, wrap } of adapters)
      it(fault, async () => expect(await failuresOf(wrap, caughtBy)).toEqual([caughtBy]))
  })

/** The cases of the host's transactions, for an adapter that takes part in them. */
function transactionCases(wrap: BrokenTransactions['wrap']): readonly ContractCase[] {
  const cases = repositoryContract({
    createRepository: (records) => {
      const sound = transactional(records)
      return { ...sound, ...wrap(sound) } as unknown as MemoryRepository
    },
    capabilities: { transactions: true },
    inTransaction,
  })
  return cases.filter(({ group }) => group === 'transactions')
}

describe('transactions: an adapter fails the case that is there to catch its fault', () => {
  for (const { fault, caughtBy, wrap } of brokenTransactions)
    for (const wanted of caughtBy)
      it(`${fault}: ${wanted}`, async () => {
        const one = transactionCases(wrap).find(({ name }) => name === wanted)
        await expect(one?.run()).rejects.toThrow(Error)
      })

  it('has no case that no broken adapter fails', () => {
    const caught = new Set(brokenTransactions.flatMap(({ caughtBy }) => caughtBy))
    expect(transactionCases(() => ({})).filter(({ name }) => !caught.has(name))).toEqual([])
  })

  it('skips them aloud where the suite was given no way to a transaction', async () => {
    const cases = repositoryContract({
      createRepository: (records) => transactional(records) as unknown as MemoryRepository,
      capabilities: { transactions: true },
    }).filter(({ group }) => group === 'transactions')
    const reasons: (string | undefined)[] = []
    for (const { run } of cases) await run({ skip: (reason) => reasons.push(reason) })
    expect(reasons).toEqual(cases.map(() => 'the suite was given no way to a transaction of the host'))
  })
})

describe('the suite', () => {
  it('passes the very adapter that the faults are built into', async () => {
    expect(await failuresOf(() => ({}))).toEqual([])
  })

  it('has been seen to fail at least 25 adapters', () => {
    expect(groups.flatMap(({ adapters }) => adapters).length).toBeGreaterThanOrEqual(25)
  })

  it('has no case that no broken adapter fails', () => {
    const caught = new Set(groups.flatMap(({ adapters }) => adapters.map(({ caughtBy }) => caughtBy)))
    const cases = repositoryContract({ createRepository: () => createMemoryRepository() })
    expect(cases.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([])
  })
})
