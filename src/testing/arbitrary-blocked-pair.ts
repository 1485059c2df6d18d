import { unknownHostFacts } from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import { invariant } from '../outcome/invariant.js'
import type { JsonValue } from '../outcome/json.js'
import { isAllowed } from '../plan/blocked-by.js'
import type { Blocker } from '../policy/blocker.js'
import type { MergeBlockerCode } from '../policy/blockers.js'
import type { Policy } from '../policy/policy.js'
import { mergeablePairArbitrary, mergeRows, type RecordPair } from './arbitrary-pair.js'
import { blockingValues, withFact } from './fact-values.js'
import type { Arbitrary, FastCheck } from './fast-check.js'

/** The codes for which there is a pair: of every merge, of the shipped policies, and those of a host's own rows. */
export type BlockedPairCode = SpoilCode | MergeBlockerCode | (string & {})

type SpoilCode = 'merge.unknown-fact' | 'merge.same-customer' | 'merge.note-too-long' | 'merge.too-many-tags'

/** What makes a pair that may be merged one that may not. */
type Spoil = (fc: FastCheck, policy: Policy) => Arbitrary<(pair: RecordPair) => RecordPair>

/** What stands in no row of a policy. */
const spoils: { readonly [Code in SpoilCode]: Spoil } = {
  'merge.unknown-fact': (fc, policy) => {
    const rows = mergeRows(policy).filter(
      ({ fact, allows }) => isAskedOfHost(fact) && !isAllowed('unknown', allows),
    )
    return spoilFact(
      fc,
      rows.map(({ fact }) => [fact, 'unknown']),
    )
  },
  'merge.same-customer': (fc) => fc.constant(([first]) => [first, first]),
  'merge.note-too-long': (fc, { limits }) =>
    fc
      .record({ parts: partsArbitrary(fc, limits.note), letter: fc.constantFrom('x', '\u00e9', '\u{1f600}') })
      .map(({ parts: [one, other], letter }) =>
        // the space between them is the one too many
        editBoth({ note: letter.repeat(one) }, { note: letter.repeat(other) }),
      ),
  'merge.too-many-tags': (fc, { limits }) =>
    partsArbitrary(fc, limits.tags).map(([one, other]) =>
      editBoth({ tags: tagsFrom(0, one) }, { tags: tagsFrom(one, other + 1) }),
    ),
}

/**
 * Two records whose merge is refused with exactly one code: the first, the second or both are to blame. The code is that of
 * a row of the policy, or `merge.unknown-fact`, `merge.same-customer`, `merge.note-too-long`, `merge.too-many-tags`.
 */
export function blockedPairArbitrary(
  fc: FastCheck,
  code: BlockedPairCode,
  policy: Policy,
): Arbitrary<RecordPair> {
  const spoil = isSpoil(code) ? spoils[code] : ofRow(code)
  return fc
    .record({ pair: mergeablePairArbitrary(fc, policy), spoiled: spoil(fc, policy) })
    .map(({ pair, spoiled }) => spoiled(pair))
}

function isSpoil(code: string): code is SpoilCode {
  return Object.hasOwn(spoils, code)
}

function ofRow(code: string): Spoil {
  return (fc, policy) => {
    const rows = mergeRows(policy)
    return spoilFact(
      fc,
      rows
        .filter((row) => row.code === code)
        .flatMap((row) => blockingValues(row, rows).map((value) => [row.fact, value] as const)),
    )
  }
}

function spoilFact(
  fc: FastCheck,
  cases: readonly (readonly [Blocker['fact'], JsonValue])[],
): ReturnType<Spoil> {
  invariant(cases.length > 0, 'no record can be blocked by this code alone under the policy')
  return fc
    .record({ chosen: fc.constantFrom(...cases), side: fc.constantFrom('first', 'second', 'both') })
    .map(({ chosen: [fact, value], side }) => {
      const blocked = (record: CustomerRecord): CustomerRecord => ({
        ...record,
        facts: withFact(record.facts, fact, value),
      })
      return ([first, second]) => [
        side === 'second' ? first : blocked(first),
        side === 'first' ? second : blocked(second),
      ]
    })
}

function isAskedOfHost(fact: string): boolean {
  return fact.startsWith('custom.') || Object.hasOwn(unknownHostFacts, fact)
}

/** Two lengths, neither over a limit, that are together no less than it. */
function partsArbitrary(fc: FastCheck, limit: number): Arbitrary<readonly [number, number]> {
  return fc
    .record({ one: fc.integer({ min: 1, max: limit - 1 }), more: fc.integer({ min: 0, max: limit }) })
    .map(({ one, more }) => [one, Math.min(limit - one + more, limit - 1)])
}

type Part = Partial<CustomerRecord['customer']>

function editBoth(one: Part, other: Part): (pair: RecordPair) => RecordPair {
  return ([first, second]) => [edited(first, one), edited(second, other)]
}

function edited(record: CustomerRecord, part: Part): CustomerRecord {
  return { ...record, customer: { ...record.customer, ...part } }
}

function tagsFrom(start: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `tag-${start + at}`)
}
