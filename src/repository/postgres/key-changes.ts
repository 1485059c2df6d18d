import type { Claim } from '../../plan/claims.js'
import type { CustomerId } from '../../value/id.js'
import { heldBy, type Entry } from '../memory/entry.js'
import type { ChangedEntry } from './customer-changes.js'
import type { CustomerRow } from './customer-row.js'
import { keysIn, type LookupKey } from './lookup-keys.js'

type Before = ReadonlyMap<CustomerId, Entry>

/** Claims that are given up, those that move between the records of this commit, and new ones: each row is written once. */
export function claimChanges(
  changed: readonly ChangedEntry[],
  before: Before,
): Readonly<Record<'dropped' | 'moved' | 'claimed', readonly unknown[]>> {
  const was = holders(changed.flatMap(([id]) => heldClaims(id, before.get(id))))
  const is = holders(changed.flatMap(([id, entry]) => heldClaims(id, entry)))
  const rows = [...is].map(([claim, holder]) => ({ claim, holder }))
  return {
    dropped: [...was.keys()].filter((claim) => !is.has(claim)),
    moved: rows.filter(({ claim, holder }) => was.has(claim) && was.get(claim) !== holder),
    claimed: rows.filter(({ claim }) => !was.has(claim)),
  }
}

function holders(held: readonly (readonly [Claim, CustomerId])[]): ReadonlyMap<Claim, CustomerId> {
  return new Map(held)
}

function heldClaims(id: CustomerId, entry: Entry | undefined): (readonly [Claim, CustomerId])[] {
  return (heldBy(entry)?.claims ?? []).map((claim) => [claim, id] as const)
}

/** The keys of those under whose ids something has changed. */
export type KeysNow = ReadonlyMap<CustomerId, readonly LookupKey[]>

/** By what somebody is looked up no more, and by what from now on. */
export function keyChanges(
  rows: readonly CustomerRow[],
  now: KeysNow,
): Readonly<Record<'unfound' | 'foundBy', readonly LookupKey[]>> {
  const was = rows.flatMap(({ id, found_by: stored }) => (now.has(id) ? keysIn(id, stored) : []))
  const is = [...now.values()].flat()
  return { unfound: without(was, is), foundBy: without(is, was) }
}

function without(keys: readonly LookupKey[], others: readonly LookupKey[]): readonly LookupKey[] {
  if (keys.length === 0 || others.length === 0) return keys
  const names = new Set(others.map(nameOf))
  return keys.filter((key) => !names.has(nameOf(key)))
}

function nameOf({ kind, value, customer }: LookupKey): string {
  return JSON.stringify([kind, value, customer])
}
