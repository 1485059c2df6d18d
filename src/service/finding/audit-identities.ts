import type { CustomerRecord } from '../../customer/record.js'
import { identityAudit, type IdentityConflict } from '../../duplicates/identity-audit.js'
import { groupBlockers } from '../../merge/merge-blockers.js'
import { suggestSurvivor } from '../../merge/survivor.js'
import type { Problem } from '../../outcome/problem.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { CustomerId } from '../../value/id.js'
import type { ServicePorts } from '../ports.js'
import { recordsWhere } from './records-where.js'

/** How an audit is watched. */
export interface AuditOptions<Tx = never> extends CallOptions<Tx> {
  /** told how many customers have been read, a page at a time */
  readonly onProgress?: ((progress: { readonly read: number }) => void) | undefined
}

/** Profiles that hold one email or phone, and the merge that would clear it. */
export interface AuditedConflict extends IdentityConflict {
  /** the profile that the merge would keep; `null` where some are different people, who must not be merged */
  readonly survivor: CustomerId | null
  /** those among them who were recorded to be different people, two and two */
  readonly distinct: readonly (readonly CustomerId[])[]
  /** what blocks the merge under the policy; empty when nothing does */
  readonly blockers: readonly Problem[]
}

/** What stands in the way of unique emails and phones in a store. */
export interface IdentityReport {
  /** how many customers were read */
  readonly read: number
  readonly conflicts: readonly AuditedConflict[]
}

const PROGRESS = 500

/** Reads every customer once, and those in conflict a second time. */
export async function auditIdentities<Tx>(
  ports: ServicePorts<Tx>,
  { onProgress, ...options }: AuditOptions<Tx>,
): Promise<IdentityReport> {
  const { policy } = ports.contextOf({})
  const audit = identityAudit(policy.identity)
  let read = 0
  for await (const { customer } of recordsWhere(ports, () => true, options)) {
    audit.add(customer)
    if (++read % PROGRESS === 0) onProgress?.({ read })
  }
  const conflicts: AuditedConflict[] = []
  for (const conflict of audit.conflicts()) {
    const records = await holders(ports, conflict.ids, options)
    const [first, ...others] = records
    // Somebody may have been merged or deleted while the audit went on
    if (first === undefined || others.length === 0) continue
    const distinct = await distinctAmong(ports, conflict.ids, options)
    const survivor = distinct.length === 0 ? suggestSurvivor([first, ...others]) : null
    conflicts.push({ ...conflict, survivor, distinct, blockers: groupBlockers(records, policy) })
  }
  return { read, conflicts }
}

async function distinctAmong<Tx>(
  { repository }: ServicePorts<Tx>,
  ids: readonly CustomerId[],
  options: CallOptions<Tx>,
): Promise<readonly (readonly CustomerId[])[]> {
  const all = new Set(ids)
  const pairs: (readonly CustomerId[])[] = []
  for (const id of ids) {
    const others = (await repository.distinctFrom?.(id, options)) ?? []
    // each is told of the other
    for (const other of others) if (all.has(other) && id < other) pairs.push([id, other])
  }
  return pairs
}

async function holders<Tx>(
  { repository }: ServicePorts<Tx>,
  ids: readonly CustomerId[],
  options: CallOptions<Tx>,
): Promise<readonly CustomerRecord[]> {
  const loaded = await repository.load(ids, options)
  return loaded.flatMap((one) => (one.state === 'present' ? [one.record] : []))
}
