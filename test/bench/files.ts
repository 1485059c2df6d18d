import { ok } from 'node:assert'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse'
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import papaparse from 'papaparse'
import * as z from 'zod'
import { createCustomers, type CustomerRecord, type CustomerRepository } from 'clientele'
import { writeCustomerCsv } from 'clientele/csv'
import { parsePhone } from 'clientele/phone'
import { createMemoryRepository } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { customerFile, header } from './customer-file.js'

/** All of it; the library itself declares only the part that it uses. */
const papa = papaparse as unknown as {
  parse(text: string, config: object): unknown
  unparse(table: object, config: object): string
}

const ROWS = Number(process.env['BENCH_ROWS'] ?? 200_000)
const ROUNDS = 3

/** What people write around a CSV parser: a shape, the phone, the tags. */
const shape = z.object({
  'Customer ID': z.string().max(255),
  'First Name': z.string().max(255),
  'Last Name': z.string().max(255),
  Email: z.union([z.literal(''), z.email()]),
  'Accepts Email Marketing': z.enum(['yes', 'no']),
  'Default Address Company': z.string().max(255),
  'Default Address Address1': z.string().max(255),
  'Default Address Address2': z.string().max(255),
  'Default Address City': z.string().max(255),
  'Default Address Province Code': z.string().max(255),
  'Default Address Country Code': z.string().max(2),
  'Default Address Zip': z.string().max(255),
  'Default Address Phone': z.string().max(255),
  Phone: z.string().max(255),
  'Accepts SMS Marketing': z.enum(['yes', 'no']),
  'Total Spent': z.string(),
  'Total Orders': z.string(),
  Note: z.string().max(5000),
  'Tax Exempt': z.enum(['yes', 'no']),
  Tags: z.string(),
})

/** One row of the glue; gives whether it is good. */
function glueRow(row: unknown): boolean {
  const parsed = shape.safeParse(row)
  if (!parsed.success) return false
  const { data } = parsed
  const phone = data.Phone.replace(/^'/, '')
  const country = (data['Default Address Country Code'] || 'PL') as CountryCode
  const number = phone === '' ? null : parsePhoneNumberFromString(phone, country)
  const tags = data.Tags.split(',').map((tag) => tag.trim())
  const customer = { ...data, Email: data.Email.trim().toLowerCase(), tags, phone: number?.number ?? null }
  return customer.phone === null || number?.isValid() === true
}

function papaGlue(text: string): number {
  let rows = 0
  papa.parse(text, {
    header: true,
    skipEmptyLines: true,
    step: ({ data }: { data: unknown }) => {
      glueRow(data)
      rows++
    },
  })
  return rows
}

async function csvParseGlue(text: string): Promise<number> {
  let rows = 0
  const parser = parse({ columns: true, bom: true })
  parser.end(text)
  for await (const row of parser) {
    glueRow(row)
    rows++
  }
  return rows
}

/** A store that finds nobody and forgets everything. */
function discarding(): CustomerRepository {
  return {
    ...createMemoryRepository(),
    findByIdentity: async () => ({ records: [], suppressed: { emails: [], phones: [] } }),
    outcomeOf: async () => null,
    outbox: async () => [],
    commit: async ({ summary }) => ({
      ok: true,
      value: { revisions: {}, ids: {}, summary, replayed: false },
      warnings: [],
    }),
  }
}

async function ours(text: string, onChunk?: () => void): Promise<number> {
  const shop = { timeZone: 'Europe/Warsaw', currency: 'PLN', country: 'PL', locale: 'pl-PL' } as const
  const customers = createCustomers({ repository: discarding(), shop, parsePhone })
  const outcome = await customers.importCustomers(text, onChunk === undefined ? {} : { onProgress: onChunk })
  return outcome.ok ? outcome.value.rows : 0
}

async function ourExport(records: readonly CustomerRecord[]): Promise<number> {
  let length = 0
  for await (const piece of writeCustomerCsv(records)) length += piece.length
  return length
}

/** The same columns by papaparse, records in, text out, as people write it. */
function papaExport(records: readonly CustomerRecord[]): number {
  const data = records.map(({ customer, statistics }) => {
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
  return papa.unparse({ fields: [...header], data }, { escapeFormulae: true }).length
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

type Way = readonly [name: string, run: () => unknown]

/** Each way in turns, the median of the rounds in milliseconds. */
async function times(ways: readonly Way[]): Promise<readonly number[]> {
  const all: number[][] = ways.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [way, [, run]] of ways.entries()) {
      const start = performance.now()
      await run()
      all[way]?.push(performance.now() - start)
    }
  return all.map((list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0)
}

async function table(title: string, ways: readonly Way[]): Promise<string> {
  const found = await times(ways)
  const first = found[0] ?? 1
  const lines = ways.map(
    ([name], way) =>
      `  ${name.padEnd(44)}${(found[way] ?? 0).toFixed(0).padStart(9)} ms${((found[way] ?? 0) / first).toFixed(2).padStart(8)} x`,
  )
  return [title, ...lines, ''].join('\n')
}

async function heapGrowth(text: string): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const before = process.memoryUsage().heapUsed
  let most = 0
  let chunk = 0
  await ours(text, () => {
    if (++chunk % 40 !== 0) return
    collect()
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  })
  return most / 1024 / 1024
}

/** Whole files: import through a store that forgets, and export. */
export async function fileTables(): Promise<string> {
  const text = customerFile(ROWS)
  const people = records(ROWS)
  ok((await ours(customerFile(300))) === 300 && papaGlue(customerFile(300)) === 300)
  return [
    await table(`Import of ${ROWS} rows, ${(text.length / 1e6).toFixed(0)} MB`, [
      ['importCustomers', () => ours(text)],
      ['papaparse + zod + libphonenumber-js', () => papaGlue(text)],
      ['csv-parse + zod + libphonenumber-js', () => csvParseGlue(text)],
    ]),
    `  heap growth while importing: ${(await heapGrowth(text)).toFixed(0)} MB\n`,
    await table(`Export of ${ROWS} records`, [
      ['papaparse unparse, escapeFormulae', () => papaExport(people)],
      ['writeCustomerCsv', () => ourExport(people)],
    ]),
  ].join('\n')
}
