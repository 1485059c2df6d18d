import { unknownHostFacts, type Facts, type HostFacts, type LibraryFacts } from '../../customer/facts.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { Statistics } from '../../customer/statistics.js'
import { invariant } from '../../outcome/invariant.js'
import type { Person } from '../../plan/person.js'
import { noRelations, type RelationMode, type Relations } from '../../plan/store-traits.js'
import type { CustomerId } from '../../value/id.js'
import { frozenCopy } from './frozen-copy.js'

/**
 * One kind of the host's rows that follows inside the commit. Both instructions are repeatable: when a later one throws,
 * nothing is kept in the repository, and the change set is sent again.
 */
export interface InCommitRelation {
  readonly mode: 'in-commit'
  /** re-points all rows (M-1) */
  reassign(from: readonly CustomerId[], to: CustomerId): void
  /** erases the person; by email only rows without a customer id (G-1) */
  redact(person: Person): void
}

/**
 * How each kind of the host's rows follows; kinds that are not named have no table. A bare `'in-commit'` takes instructions
 * and does nothing: enough where planning is tested and no rows are there.
 */
export type HostRelations = { readonly [kind: string]: RelationMode | InCommitRelation }

/** The host's own tables, as far as the repository must ask them. */
export interface Host {
  readonly relations: HostRelations
  /** reads one record's facts from the host's tables; without it the stored ones count */
  readonly facts: ((id: CustomerId) => Partial<HostFacts>) | undefined
  /** reads one record's statistics from the host's orders; without it the stored ones count */
  readonly projected: ((id: CustomerId) => Statistics) | undefined
}

/** The modes alone, as plain data for planners. */
export function modesOf(relations: HostRelations): Relations {
  const modes = Object.entries(relations).map(
    ([kind, relation]) => [kind, typeof relation === 'string' ? relation : relation.mode] as const,
  )
  return { ...noRelations, ...Object.fromEntries(modes) }
}

/** Who carries out instructions to one kind of rows. Where it does not follow in the commit, the plan was made for another store. */
export function relationOf({ relations }: Host, kind: string): InCommitRelation | null {
  const relation = Object.hasOwn(relations, kind) ? relations[kind] : undefined
  invariant(
    relation === 'in-commit' || typeof relation === 'object',
    'a change set instructs a relation that does not follow in the commit',
  )
  return relation === 'in-commit' ? null : relation
}

/**
 * A record with what the host's tables say now; the library's own facts are never the host's to tell. What the host gives is
 * copied, so that no reader changes the host's tables either.
 */
export function withHostTables({ facts, projected }: Host, record: CustomerRecord): CustomerRecord {
  if (facts === undefined && projected === undefined) return record
  const { id } = record.customer
  return Object.freeze({
    ...record,
    facts: facts === undefined ? record.facts : factsOf(record, facts(id)),
    statistics: projected === undefined ? record.statistics : frozenCopy(projected(id)),
  })
}

function factsOf({ facts }: CustomerRecord, ofHost: Partial<HostFacts>): Facts {
  const { deleted, mergeInProgress, redaction, redactionRequest, relationRedaction, dataRequest } = facts
  const ofLibrary = {
    deleted,
    mergeInProgress,
    redaction,
    redactionRequest,
    relationRedaction,
    dataRequest,
  } satisfies LibraryFacts
  return frozenCopy({ ...unknownHostFacts, ...ofHost, ...ofLibrary })
}
