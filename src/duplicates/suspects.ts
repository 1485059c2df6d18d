import type { CustomerRecord } from '../customer/record.js'
import type { MailboxReader } from '../plan/claims.js'
import type { CustomerId } from '../value/id.js'
import { exactRules } from './blocking-rules.js'
import { everybody, type Sharing } from './candidates.js'
import { exactKeyNumbers, idNumber, type KeyNumbers } from './key-numbers.js'
import { repeatsAmong } from './sieve.js'
import { byId } from './traits.js'

/** Those among records who may have duplicates; nobody else is read any further. */
export interface Suspects {
  /** in the order of ids; of whoever is told twice, what is told last */
  readonly records: readonly CustomerRecord[]
  /** how many people there are with those who have no duplicates */
  readonly size: number
  readonly mayShare: Sharing
}

/** By exact rules, those who may share a key; else all. */
export function suspectsAmong(
  records: readonly CustomerRecord[],
  mailboxOf: MailboxReader,
  blocking: 'fuzzy' | 'exact',
): Suspects {
  const isExact = blocking === 'exact'
  const numbers = exactKeyNumbers(mailboxOf)
  const rows = isExact ? exactRules.map((name) => numbers[name]) : []
  const [ids = [], ...sharers] = repeatersAmong(records, [idNumber, ...rows])
  const outdated = outdatedAmong(records, ids)
  const rules = rulesOf(sharers, records.length)
  const places: number[] = []
  for (let place = 0; place < records.length; place++)
    if (!((isExact && rules[place] === 0) || outdated.has(place))) places.push(place)
  places.sort((one, other) => byId(customerAt(records, one), customerAt(records, other)))
  return {
    records: places.map((place) => records[place] as CustomerRecord),
    size: records.length - outdated.size,
    mayShare: isExact ? sharing(places, rules) : everybody,
  }
}

function customerAt(records: readonly CustomerRecord[], place: number): CustomerRecord['customer'] {
  return (records[place] as CustomerRecord).customer
}

/** For each row the places of the records that may share a key of it: one more than once where it may share several. */
function repeatersAmong(
  records: readonly CustomerRecord[],
  rows: readonly KeyNumbers[],
): readonly (readonly number[])[] {
  let place = 0
  const lists = rows.map((row) => {
    const [numbers, holders]: [number[], number[]] = [[], []]
    const tell = (number: number): void => {
      // what somebody has twice is not yet shared
      for (let i = numbers.length - 1; holders[i] === place; i--) if (numbers[i] === number) return
      numbers.push(number)
      holders.push(place)
    }
    return { row, tell, numbers, holders }
  })
  for (; place < records.length; place++)
    for (const { row, tell } of lists) row(customerAt(records, place), tell)
  return lists.map(({ numbers, holders }) => repeatsAmong(numbers).map((entry) => holders[entry] as number))
}

/** The places of records of whom there is a later one. */
function outdatedAmong(records: readonly CustomerRecord[], suspects: readonly number[]): ReadonlySet<number> {
  const last = new Map<CustomerId, number>()
  const outdated = new Set<number>()
  for (const place of suspects) {
    const { id } = customerAt(records, place)
    const earlier = last.get(id)
    if (earlier !== undefined) outdated.add(earlier)
    last.set(id, place)
  }
  return outdated
}

/** By which exact rules each of so many may share a key, a bit a rule. */
function rulesOf(sharers: readonly (readonly number[])[], size: number): Uint8Array {
  const rules = new Uint8Array(size)
  for (const [rule, places] of sharers.entries())
    for (const place of places) rules[place] = (rules[place] as number) | (1 << rule)
  return rules
}

function sharing(places: readonly number[], rules: Uint8Array): Sharing {
  return (name) => {
    const bit = 1 << exactRules.findIndex((rule) => rule === name)
    return (suspect) => ((rules[places[suspect] as number] as number) & bit) !== 0
  }
}
