import type { CallOptions, CustomerRecord, CustomerRepository } from 'clientele'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'

/** A transaction of a host's: a whole store of its own, which takes the place of the other when it is kept. */
export interface Fork {
  readonly store: MemoryRepository
}

/** A memory repository that takes part in the transactions of its host, as a database would. */
export interface Transactional extends Required<CustomerRepository<Fork>> {
  begin(): Fork
  keep(fork: Fork): void
}

type Methods = Exclude<keyof CustomerRepository, 'capabilities' | 'segments' | 'memberships'>

const methods: readonly Methods[] = [
  'load',
  'knownAs',
  'findByIdentity',
  'list',
  'commit',
  'find',
  'count',
  'findByBlockingKeys',
  'distinctFrom',
  'timeline',
  'outcomeOf',
  'outbox',
  'acknowledge',
]

type Callable = Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>

/** Passes each call on to the store of its transaction. */
export function transactional(records: readonly CustomerRecord[]): Transactional {
  let current = createMemoryRepository({ records })
  const on = (part: (store: MemoryRepository) => unknown, name: string, given: unknown[]): unknown => {
    const options = given.find((one) => typeof one === 'object' && one !== null && isCall(one))
    const { transaction, ...rest } = (options ?? {}) as CallOptions<Fork>
    const others = given.filter((one) => one !== options)
    return (part(transaction?.store ?? current) as Callable)[name]?.(...others, rest)
  }
  const passing = (part: (store: MemoryRepository) => unknown, names: readonly string[]): object =>
    Object.fromEntries(names.map((name) => [name, async (...given: unknown[]) => on(part, name, given)]))
  return {
    ...passing((store) => store, methods),
    segments: passing((store) => store.segments, ['list', 'save', 'remove']),
    memberships: (id: string) => passing((store) => store.memberships(id), ['replace', 'members']),
    capabilities: { ...current.capabilities, transactions: true },
    begin: () => ({ store: createMemoryRepository({ snapshot: current.snapshot() }) }),
    keep: ({ store }: Fork) => void (current = store),
  } as unknown as Transactional
}

function isCall(value: object): boolean {
  return (
    !Array.isArray(value) && ('transaction' in value || 'signal' in value || Object.keys(value).length === 0)
  )
}

/** Runs work in a transaction, and keeps or undoes it. */
export async function inTransaction(
  repository: CustomerRepository,
  work: (transaction: never) => Promise<void>,
  end: 'commit' | 'rollback',
): Promise<void> {
  const host = repository as unknown as Transactional
  const fork = host.begin()
  await work(fork as never)
  if (end === 'commit') host.keep(fork)
}
