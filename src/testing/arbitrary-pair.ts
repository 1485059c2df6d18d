import type { Facts } from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import { invariant } from '../outcome/invariant.js'
import type { JsonValue } from '../outcome/json.js'
import { mergeInvariants } from '../policy/blockers.js'
import type { Blocker } from '../policy/blocker.js'
import type { Policy } from '../policy/policy.js'
import { isLongerThan } from '../value/text.js'
import { recordArbitrary } from './arbitrary-record.js'
import { harmlessValues, withFact } from './fact-values.js'
import type { Arbitrary, FastCheck } from './fast-check.js'

/** Two records with ids of their own. */
export type RecordPair = readonly [first: CustomerRecord, second: CustomerRecord]

/** Every row that blocks a merge under a policy, those that no policy lifts among them. */
export function mergeRows({ mergeBlockers }: Policy): readonly Blocker[] {
  return [...mergeBlockers, ...mergeInvariants]
}

/** Two records whose merge nothing blocks under a policy; what it does not read is as it may be. */
export function mergeablePairArbitrary(fc: FastCheck, policy: Policy): Arbitrary<RecordPair> {
  const record = recordArbitrary(fc)
  const facts = harmlessFactsArbitrary(fc, mergeRows(policy))
  return fc
    .record({ first: record, firstFacts: facts, second: record, secondFacts: facts })
    .map(({ first, firstFacts, second, secondFacts }) =>
      withinLimits([withFacts(first, firstFacts), apart(withFacts(second, secondFacts), first)], policy),
    )
}

type Chosen = readonly (readonly [Blocker['fact'], JsonValue])[]

/** For each fact that a row reads, a value to which none objects. */
function harmlessFactsArbitrary(fc: FastCheck, rows: readonly Blocker[]): Arbitrary<Chosen> {
  const read = [...new Set(rows.map(({ fact }) => fact))]
  const arbitraries = read.map((fact) => {
    const values = harmlessValues(fact, rows)
    invariant(values.length > 0, `no value of ${fact} passes all blockers of the policy`)
    return [fact, fc.constantFrom(...values)] as const
  })
  return fc
    .record(Object.fromEntries(arbitraries))
    .map((values) => read.map((fact) => [fact, values[fact] as JsonValue]))
}

function withFacts(record: CustomerRecord, chosen: Chosen): CustomerRecord {
  const facts = chosen.reduce<Facts>((all, [fact, value]) => withFact(all, fact, value), record.facts)
  return { ...record, facts }
}

/** The record under an id that is not the other's. */
function apart(record: CustomerRecord, { customer: { id } }: CustomerRecord): CustomerRecord {
  return record.customer.id === id ? { ...record, customer: { ...record.customer, id: `${id}-too` } } : record
}

/** Half of what is allowed for each, of limits so small that ordinary records may be over them. */
function withinLimits(pair: RecordPair, { limits }: Policy): RecordPair {
  const fits = (record: CustomerRecord): CustomerRecord => {
    const { note, tags } = record.customer
    const isTooLong = note !== null && isLongerThan(note, (limits.note - 1) / 2)
    const customer = {
      ...record.customer,
      note: isTooLong ? null : note,
      tags: tags.slice(0, limits.tags / 2),
    }
    return { ...record, customer }
  }
  return [fits(pair[0]), fits(pair[1])]
}
