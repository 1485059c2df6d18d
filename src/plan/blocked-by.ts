import { factValue, unknownHostFacts, type FactName, type Facts } from '../customer/facts.js'
import { invariant } from '../outcome/invariant.js'
import type { JsonValue } from '../outcome/json.js'
import { problem, type Problem } from '../outcome/problem.js'
import { sameJson } from '../outcome/same-json.js'
import type { Blocker } from '../policy/blocker.js'
import type { CustomerId } from '../value/id.js'
import type { Guard } from './change.js'

/** What blocks where the host cannot tell a fact that a row reads. */
export type UnknownFact = Pick<Blocker, 'code' | 'lift' | 'instead'>

/**
 * What the rows have against a record: one problem a row whose fact is not among what it allows, in the order of the rows.
 * Only the facts that the rows name are read. A fact that is absent or `'unknown'` blocks under the code of `unknown`
 * with `params.fact`, once however many rows read it; a row's `lift` and `instead` are params.
 *
 * `invariants` hold in addition, after the rows and unless a row has said the same. Of them, an unknown fact does not
 * block: whoever asks with some of the facts is answered by the policy's rows alone.
 */
export function blockedBy(
  facts: Partial<Facts>,
  rows: readonly Blocker[],
  unknown: UnknownFact,
  invariants: readonly Blocker[] = [],
): Problem[] {
  invariant(facts && rows, 'blockers are of a record with `facts`, and of a policy')
  const found: Problem[] = []
  for (const row of rows) {
    const value = factValue(facts, row.fact)
    if (isAllowed(value, row.allows)) continue
    found.push(
      value === 'unknown' ? blockage(unknown, row.fact, { fact: row.fact }) : blockage(row, row.fact, {}),
    )
  }
  // Most records are blocked by nothing, and a search for duplicates asks about thousands
  if (found.length === 0) return brokenBy(facts, invariants)
  const once = [...new Map(found.map((one) => [JSON.stringify([one.code, one.path]), one])).values()]
  const said = new Set(once.map(({ code }) => code))
  return [...once, ...brokenBy(facts, invariants).filter(({ code }) => !said.has(code))]
}

/** What invariants alone have against a record: an unknown fact does not block. */
export function brokenBy(facts: Partial<Facts>, invariants: readonly Blocker[]): Problem[] {
  const broken: Problem[] = []
  for (const row of invariants) {
    const value = factValue(facts, row.fact)
    if (value !== 'unknown' && !isAllowed(value, row.allows)) broken.push(blockage(row, row.fact, {}))
  }
  return broken
}

/** Whether a fact is among the values that a blocker or a guard allows. */
export function isAllowed(value: JsonValue, allows: readonly JsonValue[]): boolean {
  for (const allowed of allows) if (sameJson(allowed, value)) return true
  return false
}

/**
 * What the host's tables must still say at the commit, from the same rows. The library's own facts need no guard: the
 * record's revision covers them.
 */
export function guardsOf(id: CustomerId, rows: readonly Blocker[]): Guard[] {
  return rows.filter(({ fact }) => isHostFact(fact)).map(({ fact, allows }) => ({ id, fact, oneOf: allows }))
}

function isHostFact(fact: FactName): boolean {
  return fact.startsWith('custom.') || Object.hasOwn(unknownHostFacts, fact)
}

function blockage(
  { code, lift, instead }: UnknownFact,
  fact: FactName,
  params: { readonly [name: string]: JsonValue },
): Problem {
  const all = {
    ...params,
    ...(lift === undefined ? {} : { lift }),
    ...(instead === undefined ? {} : { instead }),
  }
  return problem(code, ['facts', fact], Object.keys(all).length === 0 ? undefined : all)
}
