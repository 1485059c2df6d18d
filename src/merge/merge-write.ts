import type { LibraryFacts } from '../customer/facts.js'
import { accountEffect, blockingOf } from '../plan/account-change.js'
import { guardsOf } from '../plan/blocked-by.js'
import type { ChangeSet } from '../plan/change-set.js'
import { claimsOf } from '../plan/claims.js'
import type { Context } from '../plan/context.js'
import { reassignRelations, type RelationFate } from '../plan/follow-relations.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import { stateChanges } from '../plan/state-changes.js'
import type { CustomerId } from '../value/id.js'
import type { MergeDraft } from './merge-draft.js'
import { mergeEvents } from './merge-events.js'
import { toMergeWish, type MergeChoices } from './merge-wish.js'
import { openRequests } from './open-requests.js'

/** The write of a merge, what becomes of the host's rows, and of the survivor's facts. */
export interface MergeWrite {
  readonly changeSet: ChangeSet
  readonly relations: readonly RelationFate[]
  /** those that the write sets */
  readonly facts: Partial<LibraryFacts>
}

/**
 * The one atomic write: the merged profile with all its claims, then the host's rows, then the absorbed records end. It
 * waits for a person's word (M-2b). The customer gets no message (M-7): no effect sends any. Where the survivor was not blocked or
 * shut off before, and the merged profile is, the timeline says so; the identity system hears of it, too, and also where only a
 * login that was absorbed was open (C-8).
 */
export function mergeWrite(draft: MergeDraft, context: Context): MergeWrite {
  const { absorbed, customer, fields, given, group, touches, wish } = draft
  const { records } = group
  const { fates, changes, outbox } = reassignRelations(context, absorbed, customer.id)
  const survivor = records[0].customer.account
  const blocking = blockingOf(survivor, customer.account)
  const shut = blocking ?? loginsToShut(draft)
  const told = shut === 'disable' && survivor.state === 'ENABLED' ? shut : blocking
  const facts = factsAfter(draft, outbox.length > 0)
  return {
    relations: fates,
    facts,
    changeSet: {
      key: context.key,
      request: mergeRequest(
        given.map((record) => record.customer.id),
        wish,
      ),
      confirmed: false,
      expects: records.map((record) => ({ id: record.customer.id, revision: record.revision })),
      guards: records.flatMap((record) => guardsOf(record.customer.id, context.policy.mergeBlockers)),
      changes: [
        { type: 'put', customer, claims: claimsOf(customer, context.policy.identity), touches },
        ...changes,
        ...absorbed.map((id) => ({ type: 'tombstone', id, into: customer.id }) as const),
        ...stateChanges(customer.id, facts),
        ...mergeEvents(fields, absorbed, customer.id, told, context),
      ],
      outbox: shut === null ? outbox : [...outbox, accountEffect(context, 1, customer.id, shut)],
      summary: { planner: 'merge', survivor: customer.id, absorbed },
    },
  }
}

/** Whoever is blocked, or has no account now, could still log in with one that was open (C-7, C-8). */
function loginsToShut({ customer: { account }, group }: MergeDraft): 'block' | 'disable' | null {
  const open = group.records
    .map(({ customer }) => customer.account)
    .filter(({ type, blocked }) => type === 'account' && !blocked)
  if (account.blocked) return open.length > 0 ? 'block' : null
  const isOff = account.state !== 'ENABLED' && account.state !== 'INVITED'
  return isOff && open.some(({ state }) => state === 'ENABLED') ? 'disable' : null
}

/** The request of a merge, by the ids in the order in which the caller named them; known before anything is loaded. */
export function mergeRequest(ids: readonly CustomerId[], choices: MergeChoices): RequestDigest {
  return requestOf('merge', ids, toMergeWish(choices))
}

/** A merge stands as in progress until the last of the host's modules has acknowledged (MB-8). */
function factsAfter({ group }: MergeDraft, isInProgress: boolean): Partial<LibraryFacts> {
  return { ...openRequests(group.records), ...(isInProgress ? { mergeInProgress: true } : {}) }
}
