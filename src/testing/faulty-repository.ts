import type { CallOptions } from '../repository/call-options.js'
import type { CustomerRepository } from '../repository/port.js'
import type { CallListener, FaultSchedule } from './fault.js'
import { faultInjector, type FaultInjector } from './fault-injector.js'

/** The methods of the port, each with the place of its options among the arguments. */
const optionsAt = {
  load: 1,
  knownAs: 1,
  findByIdentity: 1,
  list: 1,
  commit: 1,
  find: 1,
  count: 1,
  findByBlockingKeys: 1,
  distinctFrom: 1,
  timeline: 1,
  outcomeOf: 1,
  outbox: 1,
  acknowledge: 1,
  'segments.list': 0,
  'segments.save': 2,
  'segments.remove': 2,
  'memberships.replace': 1,
  'memberships.members': 1,
} as const

/** A method of the port that can go wrong, those of saved segments and memberships included. */
export type FaultyMethod = keyof typeof optionsAt

type Port = { readonly [name: string]: unknown }
type Method = (...args: unknown[]) => Promise<unknown>

/**
 * A repository that fails as a schedule says: before a call is done, after it is done (the answer is lost), aborted, or late. By it
 * you see what your own code, or your own service, makes of a store that is not there for a moment.
 *
 * A schedule is plain data, and the same calls in the same order go wrong in the same way: write one down, count `call` up from 1
 * until nothing fails any more, or draw one by `arbitraries(fc).faults`. `onCall` is told of each call as it begins.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { createCustomers } = await import('clientele')
 * const { createMemoryRepository } = await import('clientele/memory')
 * const lost = faultyRepository(createMemoryRepository(), [{ method: 'commit', call: 1, kind: 'after' }])
 * const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'en' }
 * const outcome = await createCustomers({ repository: lost, shop }).runCreate({ firstName: 'Anna' })
 * // the answer to the commit was lost: it was sent again under its key, and carried out once
 * expect(outcome.ok && outcome.value.receipt.replayed).toBe(true)
 * expect((await lost.list({ after: null, limit: 10 })).records).toHaveLength(1)
 * ```
 */
export function faultyRepository<Repository extends CustomerRepository>(
  repository: Repository,
  schedule: FaultSchedule<FaultyMethod>,
  onCall?: CallListener,
): Repository {
  const injector = faultInjector(schedule, onCall)
  const port = repository as unknown as Port
  const { capabilities } = repository
  return {
    ...repository,
    capabilities,
    ...faultyMethods(port, '', injector),
    ...faultySegments(port['segments'], injector),
    ...faultyMemberships(port, injector),
  }
}

/** The methods that are there: one that a store can do without is not made up. */
function faultyMethods(target: Port, prefix: string, injector: FaultInjector): Port {
  const methods = Object.entries(optionsAt).flatMap(([name, position]) => {
    const method = name.slice(prefix.length)
    const real = name.startsWith(prefix) ? target[method] : undefined
    return typeof real === 'function'
      ? [[method, faultyMethod(name, (...args) => (real as Method).apply(target, args), position, injector)]]
      : []
  })
  return Object.fromEntries(methods) as Port
}

function faultyMethod(name: string, real: Method, position: number, injector: FaultInjector): Method {
  return (...args) =>
    injector(name, (signal) => {
      if (signal === undefined) return real(...args)
      const options: CallOptions<unknown> = { ...(args[position] as CallOptions<unknown>), signal }
      return real(...args.slice(0, position), options)
    })
}

function faultySegments(segments: unknown, injector: FaultInjector): Port {
  if (typeof segments !== 'object' || segments === null) return {}
  return { segments: { ...segments, ...faultyMethods(segments as Port, 'segments.', injector) } }
}

function faultyMemberships(port: Port, injector: FaultInjector): Port {
  const real = port['memberships']
  if (typeof real !== 'function') return {}
  const memberships = (id: string): Port => {
    const ofSegment = (real as (id: string) => Port).call(port, id)
    return { ...ofSegment, ...faultyMethods(ofSegment, 'memberships.', injector) }
  }
  return { memberships }
}
