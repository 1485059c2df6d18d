import { problem, type Problem } from '../../outcome/problem.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { Change } from '../../plan/change.js'
import type { Claim } from '../../plan/claims.js'
import type { CustomerId } from '../../value/id.js'
import type { CommitProblem } from '../port.js'
import type { Store } from './store.js'

/** What a record of the change set would claim after the commit, and whether it would live to hold it. */
interface Standing {
  readonly claims: readonly Claim[]
  readonly isLiving: boolean
}

/**
 * The claims that somebody else would hold after the commit: releases count first, so that claims move between the
 * records of one change set in any order.
 */
export function claimProblems(store: Store, { changes }: ChangeSet): CommitProblem[] {
  const standings = standingsAfter(store, changes)
  const taken = new Map<Claim, CustomerId>()
  const problems: CommitProblem[] = []
  for (const [id, standing] of standings) {
    for (const claim of heldIn(standing)) {
      const holder = taken.get(claim) ?? holderElsewhere(store, standings, claim)
      if (holder !== undefined && holder !== id)
        problems.push(problem('commit.identity-taken', pathOf(claim), { id, holder }))
      else taken.set(claim, id)
    }
  }
  return problems
}

function standingsAfter(store: Store, changes: readonly Change[]): ReadonlyMap<CustomerId, Standing> {
  const standings = new Map<CustomerId, Standing>()
  for (const change of changes) {
    if (change.type === 'put') {
      const { customer, claims } = change
      standings.set(customer.id, { claims, isLiving: standingOf(store, standings, customer.id).isLiving })
    } else if (change.type === 'tombstone') standings.set(change.id, { claims: [], isLiving: false })
    else if (change.type === 'state' && change.field === 'deleted')
      standings.set(change.id, { ...standingOf(store, standings, change.id), isLiving: !change.value })
  }
  return standings
}

function standingOf(store: Store, standings: ReadonlyMap<CustomerId, Standing>, id: CustomerId): Standing {
  const entry = store.entries.get(id)
  const standing = standings.get(id)
  if (standing !== undefined) return standing
  if (entry?.state !== 'present') return { claims: [], isLiving: true }
  return { claims: entry.claims, isLiving: !entry.record.facts.deleted }
}

function holderElsewhere(
  store: Store,
  standings: ReadonlyMap<CustomerId, Standing>,
  claim: Claim,
): CustomerId | undefined {
  const holder = store.claims.get(claim)
  return holder === undefined || standings.has(holder) ? undefined : holder
}

function heldIn({ claims, isLiving }: Standing): readonly Claim[] {
  return isLiving ? claims : []
}

/** The field that is at fault: `email` of `email:anna@example.com`. Never any of the contact itself. */
function pathOf(claim: Claim): Problem['path'] {
  return claim.includes(':') ? [claim.slice(0, claim.indexOf(':'))] : []
}
