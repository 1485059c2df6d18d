import type { Customer } from '../customer/customer.js'
import type { CustomerId } from '../value/id.js'
import type { Base } from './base.js'
import { blockingRules, exactRules, type ExactRuleName } from './blocking-rules.js'
import { blocksBy } from './blocks.js'
import { addKeys, addPairs, CROWD, type PersonAt } from './candidates.js'
import type { DuplicateOptions, IdentityPolicy } from './duplicate-finder.js'
import { countFrequencies } from './frequencies.js'
import { exactKeyNumbers, idNumber, type KeyNumbers } from './key-numbers.js'
import { pairList, type PairList } from './pair-list.js'
import { sieve, type Sieve } from './sieve.js'
import { KEYS_SHARE, type Steps } from './steps.js'
import { traitsReader, type Traits } from './traits.js'

/** Somebody among records. */
interface Holder {
  readonly customer: Customer
}

/**
 * A base of records that is searched by exact rules. Most have no duplicate and are never read further than their keys, and the
 * others each time that they are compared: that is seldom more than once, and what is held meanwhile takes longer.
 */
export function exactBase(
  records: readonly Holder[],
  { identity }: IdentityPolicy,
  { identifiers = [] }: DuplicateOptions,
): Base {
  const read = traitsReader(identity, identifiers)
  const personAt: PersonAt = (place) => read((records[place] as Holder).customer)
  const rows = exactKeyNumbers(identity)
  // read with the keys, because to come back to a record takes longer than to keep its id
  const idsAt: CustomerId[] = []
  const readId: KeyNumbers = (customer, place, keys) => {
    idsAt.push(customer.id)
    idNumber(customer, place, keys)
  }
  const [ids, ...keys] = sieved(records, [readId, ...exactRules.map((rule) => rows[rule])])
  const outdated = outdatedAmong(records, ids as Sieve)

  function* pairs(): Steps<PairList> {
    const found = pairList(records.length)
    for (const [done, rule] of exactRules.entries()) {
      yield (done / exactRules.length) * KEYS_SHARE
      for (const block of blocksOf(rule, keys[done] as Sieve, outdated, personAt))
        addPairs(block, personAt, found)
    }
    return found
  }

  return {
    places: records.length,
    size: records.length - outdated.size,
    personAt,
    idAt: (place) => idsAt[place] as CustomerId,
    frequencies: countFrequencies([]),
    pairs,
    doShare,
  }
}

/** A sieve for each row, with the numbers of all records. */
function sieved(records: readonly Holder[], rows: readonly KeyNumbers[]): readonly Sieve[] {
  const lists = rows.map((numbers) => ({ numbers, keys: sieve(records.length) }))
  for (let place = 0; place < records.length; place++) {
    const { customer } = records[place] as Holder
    for (const { numbers, keys } of lists) numbers(customer, place, keys)
  }
  return lists.map(({ keys }) => keys)
}

/** The places of records of whom there is a later one: of whoever is told twice, what is told last counts. */
function outdatedAmong(records: readonly Holder[], ids: Sieve): ReadonlySet<number> {
  const last = new Map<CustomerId, number>()
  const outdated = new Set<number>()
  ids.repeats((place) => {
    const { id } = (records[place] as Holder).customer
    const earlier = last.get(id)
    if (earlier !== undefined) outdated.add(earlier)
    last.set(id, place)
  })
  return outdated
}

/** Blocks by the numbers of keys, which is quicker; only whoever is in a crowd must know who is in it, and then by the keys. */
function blocksOf(
  rule: ExactRuleName,
  keys: Sieve,
  outdated: ReadonlySet<number>,
  personAt: PersonAt,
): readonly (readonly number[])[] {
  const byNumber = blocksBy<number>()
  const places = new Set<number>()
  keys.repeats((place, number) => {
    if (!outdated.has(place)) byNumber.add(number, place)
  })
  if (byNumber.all.every(({ length }) => length <= CROWD)) return byNumber.all
  for (const block of byNumber.all) for (const place of block) places.add(place)
  const byKey = blocksBy<string>()
  for (const place of places) addKeys(rule, personAt(place), place, byKey.add)
  return byKey.all
}

/** Whether two share a key of any exact rule, and not only its number. */
function doShare(one: Traits, other: Traits): boolean {
  for (const rule of exactRules) {
    const { keys } = blockingRules[rule]
    if (haveShared(keys(one), keys(other))) return true
  }
  return false
}

function haveShared(some: readonly (string | null)[], others: readonly (string | null)[]): boolean {
  for (let i = 0; i < some.length; i++)
    if (some[i] !== null && others.includes(some[i] as string)) return true
  return false
}
