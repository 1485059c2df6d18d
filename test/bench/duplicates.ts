import { ok } from 'node:assert'
import { findDuplicates } from '../../src/duplicates/find-duplicates.js'
import { pairQuality } from '../duplicates/pair-quality.js'
import { shopBase } from '../duplicates/shop-base.js'
import type { Contest } from './contest.js'

const SIZE = 100_000
const { records, personOf } = shopBase(SIZE, 7)

/** Texts that nobody has hashed yet, as they come out of a file or a database. */
function freshEmails(): (string | null)[] {
  return JSON.parse(JSON.stringify(records.map(({ customer }) => customer.email))) as (string | null)[]
}

function checkQuality(): void {
  const { precision, recall } = pairQuality(findDuplicates(records, { blocking: 'exact' }).groups, personOf)
  ok(precision >= 0.99 && recall >= 0.9, `precision ${precision}, recall ${recall}`)
}

export const duplicateContests: readonly Contest[] = [
  {
    title: 'Duplicates by exact rules',
    count: SIZE,
    check: checkQuality,
    ways: {
      'their emails into a Map, read from JSON': () =>
        new Map(freshEmails().map((email, place) => [email, place])),
      'findDuplicates, exact': () => findDuplicates(records, { blocking: 'exact' }),
      'findDuplicates, fuzzy': () => findDuplicates(records),
    },
  },
]
