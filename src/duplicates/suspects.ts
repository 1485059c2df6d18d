import type { CustomerRecord } from '../customer/record.js'
import type { MailboxReader } from '../plan/claims.js'
import type { CustomerId } from '../value/id.js'
import { exactRules } from './blocking-rules.js'
import { everybody, type Sharing } from './candidates.js'
import { exactKeyNumbers, idNumber, type KeyNumbers } from './key-numbers.js'
import { sieve, type Sieve } from './sieve.js'
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
  const [ids, ...keys] = sieved(records, [idNumber, ...rows])
  const outdated = outdatedAmong(records, ids as Sieve)
  const rules = rulesOf(keys, records.length)
  const suspects: Suspect[] = []
  for (let place = 0; place < records.length; place++)
    if (!((isExact && rules[place] === 0) || outdated.has(place)))
      suspects.push({ id: idAt(records, place), place })
  suspects.sort(byId)
  return {
    records: suspects.map(({ place }) => records[place] as CustomerRecord),
    size: records.length - outdated.size,
    mayShare: isExact ? sharing(suspects, rules) : everybody,
  }
}

/** Somebody by the place in the list of records. */
interface Suspect {
  readonly id: CustomerId
  readonly place: number
}

function idAt(records: readonly CustomerRecord[], place: number): CustomerId {
  return (records[place] as CustomerRecord).customer.id
}

/** A sieve for each row, with the numbers of all records. */
function sieved(records: readonly CustomerRecord[], rows: readonly KeyNumbers[]): readonly Sieve[] {
  const lists = rows.map((numbers) => ({ numbers, keys: sieve() }))
  for (let place = 0; place < records.length; place++) {
    const { customer } = records[place] as CustomerRecord
    for (const { numbers, keys } of lists) numbers(customer, place, keys)
  }
  return lists.map(({ keys }) => keys)
}

/** The places of records of whom there is a later one. */
function outdatedAmong(records: readonly CustomerRecord[], ids: Sieve): ReadonlySet<number> {
  const last = new Map<CustomerId, number>()
  const outdated = new Set<number>()
  ids.repeats((place) => {
    const id = idAt(records, place)
    const earlier = last.get(id)
    if (earlier !== undefined) outdated.add(earlier)
    last.set(id, place)
  })
  return outdated
}

/** By which exact rules each of so many may share a key, a bit a rule. */
function rulesOf(keys: readonly Sieve[], size: number): Uint8Array {
  const rules = new Uint8Array(size)
  for (const [rule, { repeats }] of keys.entries())
    repeats((place) => {
      rules[place] = (rules[place] as number) | (1 << rule)
    })
  return rules
}

function sharing(suspects: readonly Suspect[], rules: Uint8Array): Sharing {
  return (name) => {
    const bit = 1 << exactRules.findIndex((rule) => rule === name)
    return (suspect) => ((rules[(suspects[suspect] as Suspect).place] as number) & bit) !== 0
  }
}
