import { deepStrictEqual, ok } from 'node:assert'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createCustomers, type CustomerRepository } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { parsePhone } from 'clientele/phone'
import { allCustomers } from 'clientele/segment'
import { parse } from 'csv-parse'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import * as z from 'zod'
import type { Field } from './contest.js'
import { customerFile } from './customer-file.js'
import { papa } from './papa.js'
import { sized } from './quick.js'

const ROWS = sized(200_000, 2000)

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

/** What comes of a row: these are compared, too. */
interface Person {
  readonly email: string
  readonly phone: string | null
  readonly tags: readonly string[]
}

/** One row of the glue; nothing where the phone is none. */
function glueRow(row: unknown): Person | null {
  const data = shape.parse(row)
  const written = data.Phone.replace(/^'/, '')
  const home = (data['Default Address Country Code'] || 'PL') as CountryCode
  const number = parsePhoneNumberFromString(written, home)
  if (written !== '' && number?.isValid() !== true) return null
  const tags = data.Tags.split(',').flatMap((tag) => tag.trim() || [])
  return { ...data, email: data.Email.trim().toLowerCase(), phone: number?.number ?? null, tags }
}

type Taker = (person: Person) => void

/** Reads all rows and tells how many. */
function papaGlue(text: string, take?: Taker): number {
  let rows = 0
  papa.parse(text, {
    header: true,
    skipEmptyLines: true,
    step: ({ data }) => {
      const person = glueRow(data)
      if (person !== null) take?.(person)
      rows++
    },
  })
  return rows
}

async function csvParseGlue(text: string, take?: Taker): Promise<number> {
  let rows = 0
  const parser = parse({ columns: true, bom: true })
  parser.end(text)
  for await (const row of parser) {
    const person = glueRow(row)
    if (person !== null) take?.(person)
    rows++
  }
  return rows
}

function cellsAlone(text: string): number {
  let rows = 0
  papa.parse(text, { skipEmptyLines: true, step: () => rows++ })
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

async function ours(
  text: string,
  onProgress: () => void = () => undefined,
  repository: CustomerRepository = discarding(),
): Promise<number> {
  const shop = { timeZone: 'Europe/Warsaw', currency: 'PLN', country: 'PL', locale: 'pl-PL' } as const
  const customers = createCustomers({ repository, shop, parsePhone })
  const outcome = await customers.importCustomers(text, { onProgress })
  return outcome.ok ? outcome.value.rows : 0
}

/** The same people come of a small file, whoever reads it, and the same are refused for their phones. */
async function check(): Promise<void> {
  const text = customerFile(300)
  const [one, other]: [Person[], Person[]] = [[], []]
  papaGlue(text, ({ email, phone, tags }) => one.push({ email, phone, tags }))
  await csvParseGlue(text, ({ email, phone, tags }) => other.push({ email, phone, tags }))
  deepStrictEqual(one, other)
  const repository = createMemoryRepository()
  await ours(text, undefined, repository)
  deepStrictEqual(byEmail(await peopleOf(repository)), byEmail(one))
  ok((await ours(text)) === 300 && cellsAlone(text) === 301)
}

async function peopleOf(repository: CustomerRepository): Promise<readonly Person[]> {
  const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }
  const page = await repository.find?.({ where: allCustomers, search: null, moment, after: null, limit: 300 })
  ok(page?.ok)
  return page.value.records.map(({ customer: { email, phone, tags } }) => ({
    email: email ?? '',
    phone,
    tags,
  }))
}

function byEmail(people: readonly Person[]): readonly Person[] {
  return people.toSorted((one, other) => (one.email < other.email ? -1 : 1))
}

async function heapGrowth(): Promise<number> {
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
  return most
}

const text = customerFile(ROWS)
const size = `${ROWS} rows, ${(text.length / 1e6).toFixed(1)} MB, a third of the phones in E.164`

export const fileImport: Field = {
  races: {
    import: {
      size,
      count: ROWS,
      check,
      ways: {
        importCustomers: () => ours(text),
        'papaparse + zod + libphonenumber-js': () => papaGlue(text),
        'csv-parse + zod + libphonenumber-js': () => csvParseGlue(text),
        'papaparse alone': () => cellsAlone(text),
      },
    },
    heap: {
      size,
      figures: async () => ({
        'heap growth in MB, apart from 16 bytes a row': ((await heapGrowth()) - 16 * ROWS) / 2 ** 20,
      }),
    },
  },
}
