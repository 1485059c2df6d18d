import {
  type CustomerRecord,
  type Customers,
  type CustomersPorts,
  createCustomers,
  type Outcome,
} from 'clientele'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'

const shop = { timeZone: 'Europe/Oslo', currency: 'EUR', country: 'NO', locale: 'nb-NO' } as const

/** A service on a memory repository, with a fixed clock and counted keys. */
export function customersOn(
  records: readonly CustomerRecord[] = [],
  ports: Partial<CustomersPorts> & { wrap?: (repository: MemoryRepository) => MemoryRepository } = {},
): { customers: Customers; repository: MemoryRepository } {
  const { wrap = (one) => one, ...rest } = ports
  const repository = createMemoryRepository({ records })
  let keys = 0
  const customers = createCustomers({
    repository: wrap(repository),
    shop,
    now: () => '2026-11-22T12:00:00.000Z',
    newKey: () => `key-${++keys}`,
    ...rest,
  })
  return { customers, repository }
}

/** A store that notes in which transaction each question is asked. */
export function noting(repository: MemoryRepository, seen: unknown[]): MemoryRepository {
  const noted = (ask: (...given: unknown[]) => unknown) => (asked: unknown, options?: object) => {
    seen.push(options && 'transaction' in options ? options.transaction : undefined)
    return ask(asked, options)
  }
  const members = Object.entries(repository).map(([name, member]: [string, unknown]) => [
    name,
    typeof member === 'function' ? noted(member as (...given: unknown[]) => unknown) : member,
  ])
  return Object.fromEntries(members) as MemoryRepository
}

/** The value of an outcome that must be there. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join(', '))
  return outcome.value
}

/** The codes of a refusal that must be one. */
export function codesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? ['ok'] : outcome.problems.map(({ code }) => code)
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
