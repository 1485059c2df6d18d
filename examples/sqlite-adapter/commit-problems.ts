import type { Change, ChangeSet, Claim, CommitProblem, CustomerId, Facts } from 'clientele'
import { endOf, recordIn, rowOf } from './people.js'
import type { Sqlite } from './sqlite.js'

/** Everything that has changed since the plan was made, all at once: records, facts, unique keys. */
export function commitProblems(db: Sqlite, changeSet: ChangeSet): CommitProblem[] {
  return [...staleProblems(db, changeSet), ...guardProblems(db, changeSet), ...claimProblems(db, changeSet)]
}

// #region stale
/** Records that are not as they were read, and changes aimed at somebody who is not there. */
function staleProblems(db: Sqlite, { expects, changes }: ChangeSet): CommitProblem[] {
  const made = new Set(changes.flatMap((change) => (change.type === 'put' ? [change.customer.id] : [])))
  const stale = [
    ...expects.filter(({ id, revision }) => revisionOf(db, id) !== revision),
    ...changes.flatMap((change) => aimsOf(change).filter((aim) => !isMet(db, aim, made))),
  ]
  return [...new Set(stale.map(({ id }) => id))].map((id) => ({
    code: 'commit.stale',
    path: [],
    params: { id },
  }))
}

/** An id that once led to a record is never absent again, and has no revision either. */
function revisionOf(db: Sqlite, id: CustomerId): unknown {
  const row = rowOf(db, id)
  return row === null ? 'absent' : row['revision']
}
// #endregion

// #region aims
/** Whom a change is aimed at, and in which state they must be. */
interface Aim {
  readonly id: CustomerId
  readonly needs: 'living' | 'living or new' | 'survivor living' | 'known'
}

function aimsOf(change: Change): Aim[] {
  switch (change.type) {
    case 'put':
      return [{ id: change.customer.id, needs: 'living or new' }]
    case 'state':
      return [{ id: change.id, needs: 'living' }]
    case 'tombstone':
      return [change.id, ...(change.into === null ? [] : [change.into])].map((id) => ({
        id,
        needs: 'living',
      }))
    case 'reassign':
      return [{ id: change.to, needs: 'living' }]
    case 'count':
      return [{ id: change.id, needs: 'survivor living' }]
    case 'event':
      return [{ id: change.customer, needs: 'known' }]
    case 'distinct':
      return change.ids.map((id) => ({ id, needs: 'known' }))
    case 'redact':
    case 'redactEvents':
    case 'suppress':
      return [{ id: change.id, needs: 'known' }]
  }
}

function isMet(db: Sqlite, { id, needs }: Aim, made: ReadonlySet<CustomerId>): boolean {
  if (id.startsWith('new:') || (needs !== 'living or new' && made.has(id))) return true
  const state = rowOf(db, needs === 'survivor living' ? endOf(db, id) : id)?.['state']
  if (state === undefined) return needs === 'living or new'
  return needs === 'known' || state === 'present'
}
// #endregion

// #region guards
/** Facts that are no longer what the plan relied on, read inside the commit. Of who is gone, nothing is known. */
function guardProblems(db: Sqlite, { guards }: ChangeSet): CommitProblem[] {
  return guards
    .filter(({ id, fact, oneOf }) => {
      const row = rowOf(db, id)
      const facts: Partial<Facts> = row?.['state'] === 'present' ? recordIn(row).facts : {}
      return !oneOf.some((allowed) => JSON.stringify(allowed) === JSON.stringify(factIn(facts, fact)))
    })
    .map(({ id, fact }) => ({ code: 'commit.fact-changed', path: [], params: { id, fact } }))
}
// #endregion

function factIn(facts: Partial<Facts>, name: string): unknown {
  const isCustom = name.startsWith('custom.')
  const key = isCustom ? name.slice('custom.'.length) : name
  const map = (isCustom ? facts.custom : facts) ?? {}
  return (Object.hasOwn(map, key) ? (map as Record<string, unknown>)[key] : undefined) ?? 'unknown'
}

// #region claims
/** Claims that somebody else would hold after the commit. Who gives one up in this change set does not hold it. */
function claimProblems(db: Sqlite, { changes }: ChangeSet): CommitProblem[] {
  const after = claimsAfter(db, changes)
  const taken = new Map<Claim, CustomerId>()
  const problems: CommitProblem[] = []
  for (const [id, { claims, isLiving }] of after)
    for (const claim of isLiving ? claims : []) {
      const row = db.all('select holder from claims where claim = ?', claim)[0]
      const elsewhere =
        row === undefined || after.has(String(row['holder'])) ? undefined : String(row['holder'])
      const holder = taken.get(claim) ?? elsewhere
      if (holder === undefined || holder === id) taken.set(claim, id)
      else problems.push({ code: 'commit.identity-taken', path: [kindOf(claim)], params: { id, holder } })
    }
  return problems
}
// #endregion

interface Standing {
  readonly claims: readonly Claim[]
  readonly isLiving: boolean
}

/** What each record that the change set touches would claim, and whether it would live to hold it. */
function claimsAfter(db: Sqlite, changes: readonly Change[]): Map<CustomerId, Standing> {
  const after = new Map<CustomerId, Standing>()
  const standing = (id: CustomerId): Standing => after.get(id) ?? standingNow(db, id)
  for (const change of changes) {
    if (change.type === 'put')
      after.set(change.customer.id, { ...standing(change.customer.id), claims: change.claims })
    else if (change.type === 'tombstone') after.set(change.id, { claims: [], isLiving: false })
    else if (change.type === 'state' && change.field === 'deleted')
      after.set(change.id, { ...standing(change.id), isLiving: !change.value })
  }
  return after
}

function standingNow(db: Sqlite, id: CustomerId): Standing {
  const row = rowOf(db, id)
  if (row?.['state'] !== 'present') return { claims: [], isLiving: true }
  return { claims: JSON.parse(String(row['claims'])) as Claim[], isLiving: row['is_living'] === 1 }
}

/** `email` of `email:anna@example.com`: never any of the contact itself. */
const kindOf = (claim: Claim): string => claim.slice(0, claim.indexOf(':'))
