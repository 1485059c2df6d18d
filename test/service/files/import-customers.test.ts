import type { ImportedRow } from 'clientele/csv'
import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, codesOf, customersOn, valueOf } from '../customers-on.js'

const header = 'First Name,Last Name,Email,Phone,Tags\n'
const file = `${header}Anna,Nowak,anna@example.com,,vip\n,,,,nobody\nBo,Berg,bo@example.com,+4790000000,\nAnna,Nowak-Berg,ANNA@example.com,,\n`

describe('L-5, C-5: importing a file', () => {
  it('ends every row in exactly one way, and the counts add up to the file', async () => {
    const { customers } = customersOn()
    const outcomes: ImportedRow[] = []
    const report = valueOf(
      await customers.importCustomers(file, { onRow: (outcome) => outcomes.push(outcome) }),
    )
    expect(report.rows).toBe(4)
    expect(Object.values(report.tally).reduce((sum, count) => sum + count)).toBe(4)
    expect(outcomes.map(({ row, status }) => [row, status])).toEqual([
      [2, 'skipped'],
      [3, 'refused'],
      [4, 'created'],
      [5, 'created'],
    ])
    expect(report.refused.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
      [3, ['customer.nobody']],
    ])
    expect(outcomes[2]?.id).not.toMatch(/^new:/)
  })

  it('lets the last row of a person win across chunks', async () => {
    const { customers, repository } = customersOn()
    const report = valueOf(await customers.importCustomers(file, { chunkSize: 1 }))
    expect(report.tally).toEqual({ created: 2, updated: 1, unchanged: 0, skipped: 0, refused: 1 })
    const { records } = await repository.list({ after: null, limit: 10 })
    expect(records.map(({ customer }) => customer.lastName)).toEqual(['Nowak-Berg', 'Berg'])
  })

  it('imports nothing twice under the same key', async () => {
    const { customers, repository } = customersOn()
    const first = valueOf(await customers.importCustomers(file, { key: 'file-1', chunkSize: 2 }))
    const again = valueOf(await customers.importCustomers(file, { key: 'file-1', chunkSize: 2 }))
    expect(again.tally).toEqual(first.tally)
    expect((await repository.list({ after: null, limit: 10 })).records).toHaveLength(2)
  })

  const ends = (rows: readonly ImportedRow[]): unknown[] =>
    rows.map(({ row, status, id, problems }) => [row, status, id, problems.map(({ code }) => code)])

  it('tells the same when it is repeated under the same key: each row, its id, and the refused with code and row', async () => {
    const { customers } = customersOn()
    const told: ImportedRow[][] = [[], []]
    const reports = []
    for (const list of told)
      reports.push(
        valueOf(
          await customers.importCustomers(file, {
            key: 'file-1',
            chunkSize: 2,
            onRow: (outcome) => list.push(outcome),
          }),
        ),
      )
    expect(ends(told[1] ?? [])).toEqual(ends(told[0] ?? []))
    expect(told[1]?.map(({ id }) => id?.startsWith('new:'))).toEqual([false, undefined, false, false])
    expect(reports[1]).toMatchObject({ rows: 4, tally: reports[0]?.tally })
    expect(reports[1]?.refused).toEqual([
      {
        row: 3,
        status: 'refused',
        id: null,
        problems: [{ code: 'customer.nobody', path: ['rows', 3], params: { row: 3 } }],
        warnings: [],
      },
    ])
  })

  it('goes on where it was cut off as if it had not been', async () => {
    const whole = customersOn()
    const cut = customersOn()
    const controller = new AbortController()
    const options = { key: 'file-1', chunkSize: 1 }
    const stop = { ...options, signal: controller.signal, onRow: () => controller.abort() }
    await expect(cut.customers.importCustomers(file, stop)).rejects.toThrow()
    expect((await cut.repository.list({ after: null, limit: 10 })).records).toHaveLength(1)
    const resumed = valueOf(await cut.customers.importCustomers(file, options))
    const report = valueOf(await whole.customers.importCustomers(file, options))
    expect(resumed.tally).toEqual(report.tally)
    const customersOf = async ({ repository }: typeof whole): Promise<unknown[]> =>
      (await repository.list({ after: null, limit: 10 })).records.map(({ customer }) => customer)
    expect(await customersOf(cut)).toEqual(await customersOf(whole))
  })

  it('keeps no personal data in the summary of a chunk', async () => {
    const { customers, repository } = customersOn()
    await customers.importCustomers(file, { key: 'file-1' })
    const kept = await repository.outcomeOf('file-1/chunk/1', {})
    const text = JSON.stringify(kept?.receipt.summary)
    for (const personal of ['Anna', 'anna', 'Berg', '4790000000', 'vip']) expect(text).not.toContain(personal)
    expect(text).toContain('customer.nobody')
  })

  it('loses nobody: a row that is refused supersedes none, in one chunk as row by row', async () => {
    const rows = `${header}Ann,,a@x.co,+48600100200,\nBob,,b@x.co,+48600100300,\nAnn2,,a@x.co,+48600100300,\n`
    for (const chunkSize of [1, 3]) {
      const { customers, repository } = customersOn()
      const report = valueOf(await customers.importCustomers(rows, { chunkSize }))
      expect(report.tally).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0, refused: 1 })
      const { records } = await repository.list({ after: null, limit: 10 })
      expect(records.map(({ customer }) => customer.firstName)).toEqual(['Ann', 'Bob'])
    }
  })

  it('passes over a line of blank cells, and says so', async () => {
    const { customers } = customersOn()
    const report = valueOf(await customers.importCustomers(`${file},,,,\n`))
    expect([report.rows, report.tally.skipped]).toEqual([5, 2])
  })

  it('any file leaves the same people in chunks of any size', async () => {
    const email = fc.constantFrom('a@x.co', 'A@X.co', 'b@x.co', 'c@x.co', '')
    const phone = fc.constantFrom('+48600100200', '+48600100300', '+48600100400', '')
    const line = fc.tuple(fc.constantFrom('A', 'B', ''), email, phone, fc.constantFrom('x', ''))
    const people = async (text: string, chunkSize: number, overwrite: boolean): Promise<unknown[]> => {
      const known = buildRecord({ customer: { id: 'k', email: 'c@x.co', phone: '+48600100400' } })
      const { customers, repository } = customersOn([known])
      valueOf(await customers.importCustomers(text, { chunkSize, overwrite }))
      const { records } = await repository.list({ after: null, limit: 20 })
      return records
        .map(({ customer: one }) => JSON.stringify([one.email, one.phone, one.firstName, one.tags]))
        .toSorted()
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.integer({ min: 2, max: 8 }),
        fc.boolean(),
        async (lines, size, overwrite) => {
          const text = `${header}${lines.map(([name, ...rest]) => `${[name, '', ...rest].join(',')}\n`).join('')}`
          expect(await people(text, size, overwrite)).toEqual(await people(text, 1, overwrite))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('refuses another file under the same key', async () => {
    const { customers } = customersOn()
    await customers.importCustomers(file, { key: 'file-1' })
    expect(codesOf(await customers.importCustomers(`${header}Eve,,,,\n`, { key: 'file-1' }))).toEqual([
      'commit.key-reused',
    ])
  })

  it('leaves out the row whose identity was taken in the meantime, and says so', async () => {
    const taken = buildRecord({ customer: { id: 'other', email: 'other@example.com', phone: '+4790000000' } })
    const { customers } = customersOn([taken], {
      wrap: (repository) => ({
        ...repository,
        findByIdentity: async () => ({ records: [], suppressed: { emails: [], phones: [] } }),
      }),
    })
    const report = valueOf(await customers.importCustomers(file))
    expect(report.tally).toMatchObject({ created: 1, refused: 2 })
    expect(report.refused.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
      'customer.nobody',
      'import.identity-taken',
    ])
  })

  it('leaves out all rows whose identities were taken in the meantime, and no other', async () => {
    const taken = [
      buildRecord({ customer: { id: 'one', email: 'anna@example.com' } }),
      buildRecord({ customer: { id: 'two', email: null, phone: '+4790000000' } }),
    ]
    const { customers } = customersOn(taken, {
      wrap: (repository) => ({
        ...repository,
        findByIdentity: async () => ({ records: [], suppressed: { emails: [], phones: [] } }),
      }),
    })
    const text = `${header}Anna,,anna@example.com,,\nBo,,,+4790000000,\nCy,,cy@example.com,+4790000001,\n`
    const { tally, refused } = valueOf(await customers.importCustomers(text))
    expect(tally).toMatchObject({ created: 1, refused: 2 })
    expect(refused.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
      [2, ['import.identity-taken']],
      [3, ['import.identity-taken']],
    ])
  })

  it('says of a row which one of an earlier chunk it repeats, whether that made the person or changed them', async () => {
    const known = buildRecord({ customer: { id: 'k', email: 'k@example.com' } })
    const { customers } = customersOn([known])
    const text = `${header}Kim,,k@example.com,,\nNew,,new@example.com,,\nKit,,k@example.com,,\nNews,,new@example.com,,\n`
    const told: unknown[] = []
    const onRow = ({ row, status, warnings }: ImportedRow) =>
      told.push([row, status, ...warnings.map(({ code, params }) => [code, params?.['earlier']])])
    valueOf(await customers.importCustomers(text, { chunkSize: 1, overwrite: true, onRow }))
    expect(told).toEqual([
      [2, 'updated'],
      [3, 'created'],
      [4, 'updated', ['import.repeats-earlier-row', 2]],
      [5, 'updated', ['import.repeats-earlier-row', 3]],
    ])
  })

  it.each([
    ['email', 0],
    ['id', 1],
  ] as const)('looks people up by their ids only where it goes by them: by %s', async (match, times) => {
    let loads = 0
    const known = buildRecord({ customer: { id: 'k', email: 'k@example.com' } })
    const { customers } = customersOn([known], {
      wrap: (repository) => ({
        ...repository,
        load: ((ids: string[]) => (loads++, repository.load(ids))) as typeof repository.load,
      }),
    })
    const text = 'Customer ID,Email,First Name\nk,k@example.com,Kim\n'
    const { tally } = valueOf(await customers.importCustomers(text, { match, overwrite: true }))
    expect([tally.updated, loads]).toEqual([1, times])
  })

  it('changes rows before they are judged', async () => {
    const { customers } = customersOn()
    await customers.importCustomers(file, {
      prepare: (row) => ({ ...row, input: { ...row.input, tags: ['Fair'] } }),
    })
    const members = await all(customers.members(valueOf(parseSegment("customer_tags CONTAINS 'fair'"))))
    expect(members.map(({ customer }) => customer.tags)).toEqual([['Fair'], ['Fair']])
  })

  it('stops when it is cancelled', async () => {
    const { customers } = customersOn()
    const signal = AbortSignal.abort()
    await expect(customers.importCustomers(file, { signal })).rejects.toThrow()
  })

  it('C-5 takes a file of a header alone, and of nothing', async () => {
    const { customers } = customersOn()
    expect(valueOf(await customers.importCustomers(header)).rows).toBe(0)
    expect(valueOf(await customers.importCustomers('')).tally.refused).toBeLessThanOrEqual(1)
  })
})

describe('S-2: the members of a segment', () => {
  it('are found over any number of pages', async () => {
    const records = Array.from({ length: 1203 }, (_, index) =>
      buildRecord({
        customer: {
          id: `c${index}`,
          email: `c${index}@example.com`,
          source: index % 2 === 0 ? 'fair' : 'www',
        },
      }),
    )
    const { customers } = customersOn(records)
    expect(await all(customers.members(valueOf(parseSegment("source = 'fair'"))))).toHaveLength(602)
  })
})
