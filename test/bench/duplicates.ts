import { ok } from 'node:assert'
import { findDuplicates } from 'clientele/duplicates'
import { pairQuality } from '../duplicates/pair-quality.js'
import { shopBase } from '../duplicates/shop-base.js'
import type { Field, Figures } from './contest.js'
import { sized } from './quick.js'

const SIZE = sized(100_000, 3000)
const { records, personOf } = shopBase(SIZE, 7)
const size = `${records.length} customers, a tenth of them of people who are there already`

function mapOfEmails(): Map<string | null, unknown> {
  const map = new Map<string | null, unknown>()
  for (const record of records) map.set(record.customer.email, record)
  return map
}

/** Both give different answers by nature; what ours finds must be right, and more than equal emails. */
function check(): void {
  const { precision, recall } = pairQuality(findDuplicates(records, { blocking: 'exact' }).groups, personOf)
  ok(precision >= 0.99 && recall >= 0.9, `precision ${precision}, recall ${recall}`)
}

export const exactDuplicates: Field = {
  races: {
    exact: {
      size,
      count: records.length,
      check,
      ways: {
        'their emails into a Map': mapOfEmails,
        'findDuplicates, exact': () => findDuplicates(records, { blocking: 'exact' }),
        'findDuplicates, fuzzy': () => findDuplicates(records),
      },
    },
  },
}

function quality(): Figures {
  const { precision, recall, f1 } = pairQuality(findDuplicates(records).groups, personOf)
  return { precision, recall, F1: f1 }
}

export const shopDuplicates: Field = { races: { quality: { size, figures: quality } } }
