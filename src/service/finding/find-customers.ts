import { success, type Outcome } from '../../outcome/outcome.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { CapabilityProblemCode } from '../../plan/not-stored.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { RecordPage } from '../../repository/port.js'
import { countByReading, findByReading } from './find-by-reading.js'
import { readFindWish, type FindWish } from './find-wish.js'
import type { CallerOptions, ServicePorts } from '../ports.js'

/** One page of those whom a wish finds; where the store cannot answer it, by reading everybody. */
export async function findCustomers<Tx>(
  ports: ServicePorts<Tx>,
  wish: FindWish,
  options: CallerOptions<Tx>,
): Promise<Outcome<RecordPage>> {
  const query = readFindWish(ports, wish, ports.contextOf({}))
  if (!query.ok) return query
  return withFallback('find', query.warnings, options, {
    byStore: await ports.repository.find?.(query.value, options),
    byReading: () => findByReading(ports, query.value, options),
  })
}

/** How many a wish finds; its page and sort are passed over. */
export async function countCustomers<Tx>(
  ports: ServicePorts<Tx>,
  wish: Pick<FindWish, 'where' | 'search'>,
  options: CallerOptions<Tx>,
): Promise<Outcome<number>> {
  const query = readFindWish(ports, wish, ports.contextOf({}))
  if (!query.ok) return query
  return withFallback('count', query.warnings, options, {
    byStore: await ports.repository.count?.(query.value, options),
    byReading: () => countByReading(ports, query.value, options),
  })
}

/** The warning that everybody was read. */
export function fallback(method: string): Problem<CapabilityProblemCode> {
  return problem('capability.fallback', [], { method })
}

/** The store's answer; what it cannot answer is read, and a warning says so. A cursor that is none is nobody's to answer. */
async function withFallback<T, Tx>(
  method: string,
  warnings: readonly Problem[],
  { signal }: CallOptions<Tx>,
  { byStore, byReading }: { byStore: Outcome<T> | undefined; byReading: () => Promise<Outcome<T>> },
): Promise<Outcome<T>> {
  if (byStore?.ok === true) return success(byStore.value, [...warnings, ...byStore.warnings])
  if (byStore?.problems.some(({ code }) => code === 'find.cursor-invalid') === true) return byStore
  signal?.throwIfAborted()
  const read = await byReading()
  return read.ok ? success(read.value, [...warnings, fallback(method)]) : read
}
