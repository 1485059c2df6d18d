import { createMemoryRepository, type MemoryRepository, type MemoryRepositoryOptions } from 'clientele/memory'
import type { CustomerRecord } from '../../../src/customer/record.js'
import type { ChangeSet, Receipt } from '../../../src/plan/change-set.js'
import type { Change } from '../../../src/plan/change.js'
import type { CommitProblem } from '../../../src/repository/port.js'
import { changeSet } from '../../../src/repository/contract/change-sets.js'
import { everybody } from '../../../src/repository/contract/people.js'
import type { CustomerId } from '../../../src/value/id.js'

/** A repository with Anna, Ben and Cleo. */
export function peopled(options: MemoryRepositoryOptions = {}): MemoryRepository {
  return createMemoryRepository({ records: everybody, ...options })
}

let keys = 0

/** Commits changes under a key of their own; they must be carried out. */
export async function commitOn(
  repository: MemoryRepository,
  changes: readonly Change[],
  parts: Partial<ChangeSet> = {},
): Promise<Receipt> {
  const outcome = await repository.commit(changeSet(`key ${++keys}`, { changes, ...parts }))
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join())
  return outcome.value
}

/** The problems of a commit that must be refused. */
export async function problemsOn(
  repository: MemoryRepository,
  parts: Partial<ChangeSet>,
): Promise<readonly CommitProblem[]> {
  const outcome = await repository.commit(changeSet(`key ${++keys}`, parts))
  if (outcome.ok) throw new Error('carried out')
  return outcome.problems
}

export async function recordOn(repository: MemoryRepository, id: CustomerId): Promise<CustomerRecord> {
  const [loaded] = await repository.load([id])
  if (loaded.state !== 'present') throw new Error(loaded.state)
  return loaded.record
}

export async function idsOn(repository: MemoryRepository): Promise<readonly CustomerId[]> {
  return (await repository.list({ after: null, limit: 1000 })).records.map(({ customer }) => customer.id)
}

/** All that the repository can be asked, to be compared before and after what must change nothing. */
export async function everythingOn(
  repository: MemoryRepository,
  keysToAsk: readonly string[],
): Promise<unknown> {
  const ids = ['anna', 'ben', 'cleo', 'customer-1']
  return {
    listed: await repository.list({ after: null, limit: 1000 }),
    loaded: await repository.load(ids),
    found: await repository.findByIdentity({
      emails: ['anna.nowak@example.com', 'ben@example.com'] as never,
      phones: ['+48601234567', '+4790000001'],
    }),
    outbox: await repository.outbox({ limit: 1000 }),
    outcomes: await Promise.all(keysToAsk.map((key) => repository.outcomeOf(key))),
    timelines: await Promise.all(ids.map((id) => repository.timeline(id))),
    distinct: await repository.distinctFrom(ids),
  }
}
