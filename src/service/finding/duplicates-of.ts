import type { CustomerRecord } from '../../customer/record.js'
import { blockingKeys, type BlockingKey } from '../../duplicates/blocking-keys.js'
import { findMatches, type DuplicateMatch, type FindMatchesOptions } from '../../duplicates/find-matches.js'
import { success, type Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import type { CallOptions } from '../../repository/call-options.js'
import { allCustomers } from '../../segment/segment.js'
import type { CustomerId } from '../../value/id.js'
import { fallback } from './find-customers.js'
import { loadRecord } from '../load-records.js'
import type { ServicePorts } from '../ports.js'
import { recordsWhere } from './records-where.js'

/** How duplicates of one customer are found. The policy is that of the ports; `distinct` holds besides what the store knows. */
export interface DuplicatesOfOptions<Tx = never>
  extends CallOptions<Tx>,
    Omit<FindMatchesOptions, 'policy' | 'blocking'> {}

/** More than so many who share a key are a crowd, not one person. */
const MOST = 1000

/** Whom the store knows under the same keys, and how many it holds, where it can tell. */
interface Candidates {
  readonly records: readonly CustomerRecord[]
  readonly baseSize: number | undefined
  readonly warnings: readonly Problem[]
}

/** Profiles that are the same person as a customer, or may be; the strongest first. Codes: `load.*`, `shape.*`. */
export async function duplicatesOf<Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  { transaction, signal, distinct = [], ...matching }: DuplicatesOfOptions<Tx>,
): Promise<Outcome<readonly DuplicateMatch[]>> {
  const options: CallOptions<Tx> = { transaction, signal }
  const loaded = await loadRecord(ports, id, options)
  if (!loaded.ok) return loaded
  const record = loaded.value
  const { policy } = ports.contextOf({})
  const keys = blockingKeys(record, { policy })
  const { records, baseSize, warnings } = await candidates(ports, keys, options)
  // of two who are somebody else than a third, nothing is said
  const recorded = (await ports.repository.distinctFrom?.([id], options)) ?? []
  const decisions = [...distinct, ...recorded]
  const matches = findMatches(record, records, { baseSize, ...matching, distinct: decisions, policy })
  return success(matches, warnings)
}

async function candidates<Tx>(
  ports: ServicePorts<Tx>,
  keys: readonly BlockingKey[],
  options: CallOptions<Tx>,
): Promise<Candidates> {
  const records = await ports.repository.findByBlockingKeys?.({ keys, limit: MOST }, options)
  return records === undefined
    ? readCandidates(ports, keys, options)
    : { records, baseSize: await sizeOf(ports, options), warnings: [] }
}

async function sizeOf<Tx>(
  { repository, contextOf }: ServicePorts<Tx>,
  options: CallOptions<Tx>,
): Promise<number | undefined> {
  const { now, shop } = contextOf({})
  const filter = { where: allCustomers, search: null, moment: { now, timeZone: shop.timeZone } }
  const count = await repository.count?.(filter, options)
  return count?.ok === true ? count.value : undefined
}

async function readCandidates<Tx>(
  ports: ServicePorts<Tx>,
  keys: readonly BlockingKey[],
  options: CallOptions<Tx>,
): Promise<Candidates> {
  const { policy } = ports.contextOf({})
  const wanted = new Set(keys)
  const records: CustomerRecord[] = []
  let baseSize = 0
  for await (const record of recordsWhere(ports, () => true, options)) {
    baseSize++
    if (records.length < MOST && blockingKeys(record, { policy }).some((key) => wanted.has(key)))
      records.push(record)
  }
  return { records, baseSize, warnings: [fallback('findByBlockingKeys')] }
}
