import { describe, expect, it } from 'vitest'
import type { CustomerRow, RowInput } from 'clientele/csv'
import { rowsDigest } from '../../src/transfer/rows-digest.js'
import { rowProblem } from '../../src/transfer/transfer-problem.js'
import { rowsOf } from './import-case.js'

const words = {
  firstName: 'a',
  lastName: 'a',
  company: 'a',
  address1: 'a',
  address2: 'a',
  city: 'a',
  provinceCode: 'a',
  countryCode: 'a',
  zip: 'a',
  phone: 'a',
} as const

/** Everything that a row can say, a field at a time. */
const inputs: readonly RowInput[] = [
  { firstName: 'a' },
  { lastName: 'a' },
  { email: 'a' },
  { phone: 'a' },
  { note: 'a' },
  { note: null },
  { tags: ['a'] },
  { tags: [] },
  { taxExempt: true },
  { taxExempt: false },
  { emailMarketingConsent: { state: 'SUBSCRIBED' } },
  { smsMarketingConsent: { state: 'SUBSCRIBED' } },
  { source: 'a' },
  { priceLevel: 1 },
  { account: { type: 'guest' } },
  { account: { blocked: true } },
  { metafields: { 'a.b': 'a' } },
  ...Object.entries(words).map(([field, text]) => ({ addresses: [{ [field]: text }] })),
  ...Object.entries({ ...words, taxId: 'a' }).map(([field, text]) => ({
    billingDetails: [{ [field]: text }],
  })),
]

const fault = rowProblem('csv.blank-row', 2)

/** What else a row holds. */
const others: readonly Partial<CustomerRow>[] = [
  { row: 3 },
  { id: 'a' },
  { totals: { spent: 'a', orders: null } },
  { totals: { spent: null, orders: 'a' } },
  { unknown: [{ header: 'a', text: 'a' }] },
  { problems: [fault] },
  { warnings: [fault] },
  { format: 'shopelo' },
  { headers: { email: 'a' } },
]

describe('rowsDigest', () => {
  const plain = rowsOf({})[0] as CustomerRow
  const rows = [plain, ...rowsOf(...inputs).map(({ input }) => ({ ...plain, input }))].concat(
    others.map((other) => ({ ...plain, ...other })),
  )

  it('tells rows that differ in one field, whichever it is, and one row from two', () => {
    const digests = [...rows.map((row) => rowsDigest([row])), rowsDigest([]), rowsDigest([plain, plain])]
    expect(new Set(digests).size).toBe(digests.length)
  })

  it('is the same whether a field that says nothing is undefined or not there', () => {
    const said = {
      ...plain,
      input: { email: 'a', note: undefined, addresses: [{ city: 'a', zip: undefined }] },
    }
    const left = { ...plain, input: { email: 'a', addresses: [{ city: 'a' }] } }
    expect(rowsDigest([said])).toBe(rowsDigest([left]))
  })
})
