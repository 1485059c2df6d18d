import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerRow, ImportKnown } from 'clientele/csv'
import { buildRecord } from 'clientele/testing'
import { emailKey } from '../../src/contact/email.js'
import { planned, rowsOf, writtenBy } from './import-case.js'
import { piecesOf, readAll } from './read-all.js'

/** Few people and contacts, so that they meet all the time. */
const email = fc.constantFrom(
  'a@example.com',
  'A@Example.com',
  'b@example.com',
  'c@example.com',
  'not an email',
  null,
)
const phone = fc.constantFrom('+48601234561', '+48601234562', '601 234 561', '12', null)
const consent = fc.constantFrom(
  { state: 'SUBSCRIBED' } as const,
  { state: 'NOT_SUBSCRIBED' } as const,
  undefined,
)
const input = fc.record({
  email,
  phone,
  firstName: fc.constantFrom('A', 'B', null),
  tags: fc.subarray(['x', 'y', 'X']),
  emailMarketingConsent: consent,
  addresses: fc.constantFrom(undefined, [{ countryCode: 'PL' }] as const),
})
const fault = { code: 'csv.stray-quote', path: ['rows', 0], params: { row: 0 } } as const
const rows = fc.array(fc.tuple(input, fc.boolean()), { maxLength: 12 }).map((list) =>
  rowsOf(...list.map(([one]) => one)).map((row, index) => ({
    ...row,
    problems: list[index]?.[1] ? [] : [fault],
  })),
)

const record = fc.tuple(
  fc.constantFrom('a@example.com', 'b@example.com', null),
  fc.constantFrom('+48601234561', '+48601234562', null),
)
const known = fc
  .record({
    records: fc.uniqueArray(record, {
      maxLength: 2,
      selector: ([own]) => own,
      comparator: (one, other) => one === other,
    }),
    suppressed: fc.subarray([emailKey('c@example.com')]),
    isEarlier: fc.boolean(),
  })
  .filter(({ records }) => new Set(records.map(([, own]) => own)).size === records.length)
  .map(
    ({ records, suppressed, isEarlier }): ImportKnown => ({
      existing: records.map(([own, number], index) =>
        buildRecord({ customer: { id: `c${index}`, firstName: 'K', email: own, phone: number } }),
      ),
      suppressed: { emails: suppressed, phones: [] },
      earlier: isEarlier ? new Map([['c0', 1]]) : undefined,
    }),
  )
const options = fc.record({ overwrite: fc.boolean(), consentSource: fc.constantFrom(null, 'fair') })

describe('any chunk', () => {
  it('gives each row one end, in order, and the tally adds up', () => {
    fc.assert(
      fc.property(rows, known, options, (chunk, people, wish) => {
        const plan = planned(chunk, { known: people, options: wish })
        expect(plan.rows.map(({ row }) => row)).toEqual(chunk.map(({ row }) => row))
        expect(Object.values(plan.tally).reduce((sum, count) => sum + count, 0)).toBe(chunk.length)
        for (const { status, problems, id } of plan.rows) {
          expect(problems.length > 0).toBe(status === 'refused' || status === 'skipped')
          if (status === 'created' || status === 'updated' || status === 'unchanged')
            expect(id).not.toBeNull()
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('writes what the tally says, each record once, and no identity twice', () => {
    fc.assert(
      fc.property(rows, known, options, (chunk, people, wish) => {
        const plan = planned(chunk, { known: people, options: wish })
        const ids = writtenBy(plan).map(({ id }) => id)
        const claims = plan.changeSet.changes.flatMap((change) =>
          change.type === 'put' ? change.claims : [],
        )
        const untouched = people.existing.filter(({ customer }) => !ids.includes(customer.id))
        const kept = untouched.flatMap(({ customer }) => [
          ...(customer.email === null ? [] : [`email:${customer.email}`]),
          ...(customer.phone === null ? [] : [`phone:${customer.phone}`]),
        ])
        expect(ids).toHaveLength(plan.tally.created + plan.tally.updated)
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set([...claims, ...kept]).size).toBe(claims.length + kept.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('is planned the same twice, and the plan is JSON', () => {
    fc.assert(
      fc.property(rows, known, options, (chunk, people, wish) => {
        const plan = planned(chunk, { known: people, options: wish })
        expect(planned(chunk, { known: people, options: wish })).toEqual(plan)
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
      }),
    )
  })

  it('changes nothing when it is imported again over what it made', () => {
    fc.assert(
      fc.property(rows, (chunk) => {
        const first = planned(chunk)
        const existing = writtenBy(first).map((customer) => buildRecord({ customer }))
        const rest = chunk.filter((_row, index) => first.rows[index]?.status === 'created')
        const withIdentity = rest.filter(
          ({ input: { email: own, phone: number } }) => own !== null || number !== null,
        )
        const again = planned(withIdentity, { known: { existing }, options: { overwrite: true } })
        expect(again.tally).toEqual({ ...noRows, unchanged: withIdentity.length })
      }),
      { numRuns: 500 },
    )
  })
})

const noRows = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 }

it('any file: every row that is read ends in exactly one outcome, chunk by chunk', async () => {
  const texts = fc.string({
    unit: fc.constantFrom('"', ',', '\n', 'a@b.co', 'x', ' ', '\0', '+48601234561', 'yes'),
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 4 }), async (rest, size) => {
      const read = await readAll(piecesOf(`Email,Phone,Accepts Email Marketing\n${rest}`, 5))
      const chunks: CustomerRow[][] = []
      for (let from = 0; from < read.length; from += size) chunks.push(read.slice(from, from + size))
      const ends = chunks.flatMap((chunk) => planned(chunk).rows)
      expect(ends.map(({ row }) => row)).toEqual(read.map(({ row }) => row))
    }),
    { numRuns: 500 },
  )
})
