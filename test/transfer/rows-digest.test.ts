import { describe, expect, it } from 'vitest'
import type { AddressInput } from 'clientele'
import type { CustomerRow, RowInput } from 'clientele/csv'
import { rowsDigest } from '../../src/transfer/rows-digest.js'
import { rowProblem } from '../../src/transfer/transfer-problem.js'
import { rowsOf } from './import-case.js'

const words: { readonly [Field in keyof AddressInput]-?: string } = {
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
}

/** Everything that a row can say, by field: a field that is new does not compile until it stands here, and is looked at. */
const values: { readonly [Field in keyof RowInput]-?: readonly RowInput[Field][] } = {
  firstName: ['a'],
  lastName: ['a'],
  email: ['a'],
  phone: ['a'],
  note: ['a', null],
  tags: [['a'], []],
  taxExempt: [true, false],
  emailMarketingConsent: [{ state: 'SUBSCRIBED' }],
  smsMarketingConsent: [{ state: 'SUBSCRIBED' }],
  source: ['a'],
  priceLevel: [1],
  account: [{ type: 'guest' }, { blocked: true }],
  metafields: [{ 'a.b': 'a' }],
  addresses: eachAlone(words),
  billingDetails: eachAlone({ ...words, taxId: 'a' }),
}

const inputs = Object.entries(values).flatMap(([field, some]) =>
  some.map((value): RowInput => ({ [field]: value })),
)

function eachAlone(all: object): readonly (readonly object[])[] {
  return Object.entries(all).map(([field, text]) => [{ [field]: text }])
}

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
