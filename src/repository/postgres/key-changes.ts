import type { Claim } from '../../plan/claims.js'
import type { CustomerId } from '../../value/id.js'
import { heldBy, type Entry } from '../memory/entry.js'
import type { ChangedEntry } from './customer-changes.js'
import type { CustomerRow } from './customer-row.js'

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

/** By what those are found under whose ids something has changed. */
export type FoundByNow = ReadonlyMap<CustomerId, readonly string[]>

/** By what somebody is looked up no more, and by what from now on. */
export function keyChanges(
  rows: readonly CustomerRow[],
  now: FoundByNow,
): Readonly<Record<'unfound' | 'foundBy', readonly KeysOf[]>> {
  const before = new Map(rows.map(({ id, found_by: stored }) => [id, stored]))
  const changes = [...now].map(([id, is]) => [id, is, before.get(id) ?? nothing] as const)
  return {
    unfound: changes.flatMap(([id, is, was]) => keysOf(id, without(was, is))),
    foundBy: changes.flatMap(([id, is, was]) => keysOf(id, without(is, was))),
  }
}

/** Keys of one customer, as they stand in the row. */
interface KeysOf {
  readonly customer: CustomerId
  readonly keys: readonly string[]
}

function keysOf(customer: CustomerId, keys: readonly string[]): readonly KeysOf[] {
  return keys.length === 0 ? nothing : [{ customer, keys }]
}

const nothing: readonly never[] = []

function without(keys: readonly string[], others: readonly string[]): readonly string[] {
  if (keys.length === 0 || others.length === 0) return keys
  const known = new Set(others)
  return keys.filter((key) => !known.has(key))
}
