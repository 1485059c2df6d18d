import { identityAudit, type IdentityConflict } from '../../duplicates/identity-audit.js'
import { groupBlockers } from '../../merge/merge-blockers.js'
import { suggestSurvivor } from '../../merge/survivor.js'
import type { Problem } from '../../outcome/problem.js'
import type { Policy } from '../../policy/policy.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { DistinctPair } from '../../repository/port.js'
import type { CustomerId } from '../../value/id.js'
import type { ServicePorts } from '../ports.js'
import { conflictTurns, lookUp, type LookedUp } from './audit-look-up.js'
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
  readonly distinct: readonly DistinctPair[]
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
  for (const turn of conflictTurns(audit.conflicts())) {
    const lookedUp = await lookUp(ports, turn, options)
    for (const conflict of turn) conflicts.push(...audited(conflict, lookedUp, policy))
  }
  return { read, conflicts }
}

/** None where somebody was merged or deleted while the audit went on. */
function audited(conflict: IdentityConflict, lookedUp: LookedUp, policy: Policy): readonly AuditedConflict[] {
  const records = lookedUp.records(conflict.ids)
  const [first, ...others] = records
  if (first === undefined || others.length === 0) return []
  const distinct = lookedUp.distinct(conflict.ids)
  const survivor = distinct.length === 0 ? suggestSurvivor([first, ...others]) : null
  return [{ ...conflict, survivor, distinct, blockers: groupBlockers(records, policy) }]
}
