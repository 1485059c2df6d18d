import type { ImportedRow } from 'clientele/csv'
import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { all, codesOf, customersOn, valueOf } from './customers-on.js'

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
