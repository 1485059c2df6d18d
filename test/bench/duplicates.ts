import { ok } from 'node:assert'
import { findDuplicates } from '../../src/duplicates/find-duplicates.js'
import { pairQuality } from '../duplicates/pair-quality.js'
import { shopBase } from '../duplicates/shop-base.js'
import type { Contest } from './contest.js'

const SIZE = 100_000
const { records, personOf } = shopBase(SIZE, 7)

function mapOfEmails(): Map<string | null, unknown> {
  const map = new Map<string | null, unknown>()
  for (const record of records) map.set(record.customer.email, record)
  return map
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
      'their emails into a Map': mapOfEmails,
      'findDuplicates, exact': () => findDuplicates(records, { blocking: 'exact' }),
      'findDuplicates, fuzzy': () => findDuplicates(records),
    },
  },
]
