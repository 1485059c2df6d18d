import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerRecord } from 'clientele'
import {
  csvFormats,
  planImport,
  readCustomerCsv,
  writeCustomerCsv,
  type CsvFormatName,
  type CsvWriteOptions,
} from 'clientele/csv'
import { parsePhone } from 'clientele/phone'
import { arbitraries, buildContext, buildRecord } from 'clientele/testing'
import { guarded, unguarded } from '../../src/transfer/csv-guard.js'
import { expectLinear } from '../hostile-texts.js'
import { readAll } from './read-all.js'

async function written(records: readonly CustomerRecord[], options?: CsvWriteOptions): Promise<string> {
  let file = ''
  for await (const piece of writeCustomerCsv(records, options)) file += piece
  return file
}

/** The columns of a format but the one that tells who is meant. */
function headersOf(format: CsvFormatName): string[] {
  return Object.keys(csvFormats[format].columns).filter((header) => header.toLowerCase() !== 'email')
}

/** Records that nobody would take for one another. */
const apart = (records: readonly CustomerRecord[]): CustomerRecord[] =>
  records.map((record, index) => ({
    ...record,
    customer: {
      ...record.customer,
      id: `c${index}`,
      email: record.customer.email === null ? null : `${index}.${record.customer.email}`,
      phone: record.customer.phone === null ? null : `+4860${String(1_000_000 + index)}`,
      addresses: record.customer.addresses,
    },
  }))

const trouble = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '@',
    "'",
    '"',
    ',',
    ';',
    ' ',
    '\t',
    '\n',
    '\r',
    'a',
    '1',
    '😀',
    '\u200b',
    '＝',
    '-',
  ),
  maxLength: 12,
})

/** Records with the worst of texts where any text may stand. */
const records = fc
  .array(fc.tuple(arbitraries(fc).record, trouble, trouble, fc.array(trouble, { maxLength: 3 }), trouble), {
    maxLength: 5,
  })
  .map((list) =>
    apart(
      list.map(([record, firstName, note, tags, size]) => ({
        ...record,
        customer: {
          ...record.customer,
          firstName: firstName.trim() === '' ? null : firstName,
          lastName: record.customer.lastName ?? 'Nowak',
          note: note === '' ? null : note,
          tags: [...new Set(tags.map((tag) => tag.replaceAll(',', '').trim().toLowerCase()))].filter(Boolean),
          metafields: { ...record.customer.metafields, 'body.size': size },
        },
      })),
    ),
  )

const metafields = {
  'facts.birth_date': 'Birthday',
  'loyalty.points': '=Points',
  'host.anything': 'Any, "thing"',
  'body.size': 'Size',
}

describe('L-5: what was written is read', () => {
  const formats: readonly CsvFormatName[] = [
    'shopify',
    'shopify-template',
    'shopify-legacy',
    'shopify-transporter',
    'shopelo',
  ]

  const blanks = fc.constantFrom('keep' as const, 'clear' as const)

  it.each(formats)('%s: an own export changes nothing when it is imported', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom('spreadsheet' as const, 'raw' as const),
        blanks,
        async (all, profile, blank) => {
          const known = all.filter(
            ({ customer, facts }) =>
              facts.redaction === 'none' &&
              (customer.email !== null || (format !== 'shopelo' && customer.phone !== null)),
          )
          const rows = await readAll(await written(known, { format, metafields, profile }), {
            profile,
            blank,
          })
          const plan = planImport(
            rows,
            { existing: known, suppressed: { emails: [], phones: [] } },
            buildContext({ parsePhone }),
            { overwrite: true, blank },
          )
          if (!plan.ok) throw new Error('refused')
          expect(plan.value.changeSet.changes).toEqual([])
          expect(plan.value.rows.map(({ id, status, problems }) => [id, status, problems])).toEqual(
            known.map(({ customer }) => [customer.id, 'unchanged', []]),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  const partial = ['shopify', 'shopelo'] as const
  const parted = fc
    .constantFrom(...partial)
    .chain((format) => fc.record({ format: fc.constant(format), left: fc.subarray(headersOf(format)) }))

  it('C-5 an own export without some of its columns changes nothing, either', async () => {
    await fc.assert(
      fc.asyncProperty(records, parted, blanks, async (all, { format, left }, blank) => {
        const known = all.filter(
          ({ customer, facts }) => facts.redaction === 'none' && customer.email !== null,
        )
        const columns = Object.fromEntries(left.map((header) => [header, null]))
        const rows = await readAll(await written(known, { format }), { format, columns, blank })
        const plan = planImport(
          rows,
          { existing: known, suppressed: { emails: [], phones: [] } },
          buildContext({ parsePhone }),
          { overwrite: true, blank },
        )
        if (!plan.ok) throw new Error('refused')
        expect(plan.value.changeSet.changes).toEqual([])
        expect(plan.value.rows.map(({ status }) => status)).toEqual(known.map(() => 'unchanged'))
      }),
      { numRuns: 150 },
    )
  })

  it('matched by id, everybody comes back, those without email and phone too', async () => {
    const people = [
      buildRecord({ customer: { id: '7000000000001', firstName: 'Ana', email: null, phone: null } }),
    ]
    const rows = await readAll(await written(people))
    const plan = planImport(
      rows,
      { existing: people, suppressed: { emails: [], phones: [] } },
      buildContext(),
      {
        overwrite: true,
        match: 'id',
      },
    )
    expect(plan.ok && plan.value.tally).toMatchObject({ unchanged: 1 })
  })

  it('cells hold what the record holds: id, totals, consents, the default address', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (all) => {
        const rows = await readAll(await written(all))
        expect(rows.map(({ id, totals }) => [id, totals.orders])).toEqual(
          all.map(({ customer, statistics }) => [customer.id, String(statistics.numberOfOrders)]),
        )
        expect(rows.map(({ input }) => input.emailMarketingConsent?.state === 'SUBSCRIBED')).toEqual(
          all.map(({ customer }) => customer.emailMarketingConsent.state === 'SUBSCRIBED'),
        )
      }),
      { numRuns: 100 },
    )
  })
})

/** Whatever a spreadsheet leaves out before it looks for a formula. */
const FORMULA = /^[\s\u200b-\u200f\u2060\ufeff\0]*[=+\-@＝＋－＠]/u

describe('formulas', () => {
  const texts = fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      "'",
      ' ',
      '\u00a0',
      '\u200b',
      '\ufeff',
      '\t',
      '\r',
      '\n',
      '\0',
      'a',
    ),
    maxLength: 14,
  })

  it('no line of a guarded text is one, and the guard comes off again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const safe = guarded(text)
        for (const line of safe.split(/[\r\n]/)) expect(FORMULA.test(line)).toBe(false)
        expect(/^[\t\r\n\0]/.test(safe)).toBe(false)
        expect(unguarded(safe)).toBe(text)
      }),
      { numRuns: 3000 },
    )
  })

  it.each(["'", ' ', "\n'", "' ", '=\n', '\t', '\u200b'])(
    'is read and guarded in time linear in its length: many %j',
    (unit) => {
      expectLinear(
        (text) => unguarded(guarded(text)),
        (length) => unit.repeat(length),
      )
    },
  )
})

describe('writing', () => {
  it('takes a list, too, and gives a header alone where there is nobody', async () => {
    const list = Array.from({ length: 3000 }, (_, index) =>
      buildRecord({ customer: { id: `c${index}`, email: `c${index}@example.com` } }),
    )
    const pieces: string[] = []
    for await (const piece of writeCustomerCsv(list)) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(1)
    expect(await readAll(pieces)).toHaveLength(3000)
    expect(await readAll(await written([]))).toEqual([])
  })

  it('takes records as they come, and gives pieces of bounded size', async () => {
    async function* many(): AsyncGenerator<CustomerRecord> {
      for (let index = 0; index < 5000; index++)
        yield await Promise.resolve(
          buildRecord({ customer: { id: `c${index}`, email: `c${index}@example.com` } }),
        )
    }
    let count = 0
    let longest = 0
    async function* pieces(): AsyncGenerator<string> {
      for await (const piece of writeCustomerCsv(many())) {
        longest = Math.max(longest, piece.length)
        yield piece
      }
    }
    for await (const row of readCustomerCsv(pieces())) count += row.problems.length === 0 ? 1 : 0
    expect(count).toBe(5000)
    expect(longest).toBeLessThan(70_000)
  })
})
