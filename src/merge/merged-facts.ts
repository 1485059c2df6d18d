import { factValue, type Facts, type HostFacts } from '../customer/facts.js'
import type { JsonValue } from '../outcome/json.js'
import { sameJson } from '../outcome/same-json.js'

/** As much of the records as is read, the survivor's first. */
type Merged = readonly [{ readonly facts: Facts }, ...{ readonly facts: Facts }[]]

type Combine<Fact> = (values: readonly Fact[]) => Fact

/** How each of the host's facts adds up; what nobody can tell of one record, nobody can tell of the merged one. */
const hostFacts: { readonly [Name in Exclude<keyof HostFacts, 'custom'>]: Combine<HostFacts[Name]> } = {
  orderHistory: strongest(['some', 'unknown', 'none']),
  subscriptionContracts: strongest(['active', 'unknown', 'past', 'never']),
  company: strongest(['active', 'unknown', 'past-orders', 'none']),
  vaultedCards: total,
  storeCreditAccounts: total,
  scheduledGiftCards: total,
  multipass: strongest<boolean | 'unknown'>([true, 'unknown', false]),
}

/**
 * The facts of the merged record, the survivor first, as far as they can be told before the host says so itself; an absent one is
 * unknown. For a store that keeps the host's facts beside the records (M-1).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { harmlessHostFacts, noLibraryFacts } = await import('../customer/facts.js')
 * const facts = { ...harmlessHostFacts, ...noLibraryFacts }
 * const records = [{ facts: { ...facts, vaultedCards: 1 } }, { facts: { ...facts, orderHistory: 'some' } }] as const
 * expect(mergedFacts(records, false)).toMatchObject({ vaultedCards: 1, orderHistory: 'some' })
 * ```
 */
export function mergedFacts(records: Merged, mergeInProgress: boolean): Facts {
  const host = Object.entries(hostFacts).map(([name, combine]) => {
    const values = records.map(({ facts }) => factValue(facts, name as keyof typeof hostFacts))
    return [name, (combine as Combine<unknown>)(values)] as const
  })
  return { ...records[0].facts, ...Object.fromEntries(host), custom: agreedCustom(records), mergeInProgress }
}

/** Values from the one that outweighs all others down to the one that must be shared by all. */
function strongest<Fact>(order: readonly Fact[]): Combine<Fact> {
  return (values) => order.find((value) => values.includes(value)) as Fact
}

function total(values: readonly (number | 'unknown')[]): number | 'unknown' {
  return values.reduce<number | 'unknown'>(
    (sum, value) => (sum === 'unknown' || value === 'unknown' ? 'unknown' : sum + value),
    0,
  )
}

/** Of the host's own facts, those on which all records agree; the library cannot know how the others add up. */
function agreedCustom([survivor, ...others]: Merged): Facts['custom'] {
  const customs = others.map(customOf)
  const isAgreed = ([key, value]: [string, JsonValue]): boolean =>
    customs.every((custom) => Object.hasOwn(custom, key) && sameJson(custom[key], value))
  return Object.fromEntries(Object.entries(customOf(survivor)).filter(isAgreed))
}

/** A merge needs only the facts that its blockers name, so a host without facts of its own may leave them out. */
function customOf({ facts }: { readonly facts: Partial<Facts> }): Facts['custom'] {
  return facts.custom ?? {}
}
