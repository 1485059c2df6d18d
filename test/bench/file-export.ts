import { deepStrictEqual } from 'node:assert'
import type { CustomerRecord } from 'clientele'
import { writeCustomerCsv } from 'clientele/csv'
import { buildRecord } from 'clientele/testing'
import type { Field } from './contest.js'
import { header } from './customer-file.js'
import { papa } from './papa.js'
import { sized } from './quick.js'

const ROWS = sized(200_000, 2000)

async function ours(people: readonly CustomerRecord[], take?: (piece: string) => void): Promise<number> {
  let length = 0
  for await (const piece of writeCustomerCsv(people)) {
    take?.(piece)
    length += piece.length
  }
  return length
}

/** The same columns by papaparse, records in, text out, as people write it. */
function papaExport(people: readonly CustomerRecord[]): string {
  const data = people.map(({ customer, statistics }) => {
    const address = customer.addresses.find(({ id }) => id === customer.defaultAddressId)
    return [
      customer.id,
      customer.firstName,
      customer.lastName,
      customer.email,
      customer.emailMarketingConsent.state === 'SUBSCRIBED' ? 'yes' : 'no',
      address?.company,
      address?.address1,
      address?.address2,
      address?.city,
      address?.provinceCode,
      address?.countryCode,
      address?.zip,
      address?.phone,
      customer.phone,
      customer.smsMarketingConsent.state === 'SUBSCRIBED' ? 'yes' : 'no',
      statistics.amountSpent === null ? '' : (statistics.amountSpent.minor / 100).toFixed(2),
      statistics.numberOfOrders,
      customer.note,
      customer.taxExempt ? 'yes' : 'no',
      customer.tags.join(', '),
    ]
  })
  return papa.unparse({ fields: [...header], data }, { escapeFormulae: true })
}

function records(count: number): CustomerRecord[] {
  const home = {
    id: 'a1',
    firstName: null,
    lastName: null,
    company: 'Nowak & Co',
    address1: 'ul. Długa 12, 3',
    address2: null,
    city: 'Kraków',
    provinceCode: null,
    countryCode: 'PL',
    zip: '31-147',
    phone: null,
  }
  const one = buildRecord({ customer: { addresses: [home], defaultAddressId: 'a1', tags: ['vip', 'eu'] } })
  return Array.from({ length: count }, (_, index) => ({
    ...one,
    customer: {
      ...one.customer,
      id: String(7_000_000_000_000 + index),
      email: `anna.nowak${index}@example.com`,
      phone: `+48${600_000_000 + index}`,
      note: index % 10 === 0 ? 'Prefers the back door, "always"' : null,
    },
  }))
}

const people = records(ROWS)
const bytes = Buffer.byteLength(papaExport(people))

type Row = Readonly<Record<string, string>>

/** What both write is read back, and says the same of each person. */
async function check(): Promise<void> {
  const some = people.slice(0, 300)
  let text = ''
  await ours(some, (piece) => (text += piece))
  const [mine, theirs] = [text, papaExport(some)].map(
    (one) => papa.parse(one, { header: true, skipEmptyLines: true })?.data as readonly Row[],
  )
  deepStrictEqual(mine?.map(cells), theirs?.map(cells))
}

/** Before a cell that a spreadsheet would count, stands an apostrophe; where is each one's own choice. */
const cells = (row: Row): readonly string[] => header.map((name) => (row[name] ?? '').replace(/^'/, ''))

export const fileExport: Field = {
  races: {
    export: {
      size: `${ROWS} customers, ${(bytes / 1e6).toFixed(1)} MB`,
      count: ROWS,
      check,
      ways: {
        'papaparse unparse, escapeFormulae': () => papaExport(people).length,
        writeCustomerCsv: () => ours(people),
      },
    },
  },
}
