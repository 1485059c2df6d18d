import { describe, expect, it } from 'vitest'
import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { codesOf, customersOn, valueOf } from '../customers-on.js'

const actor = { type: 'staff', id: 'staff-7' } as const
const people = [
  buildRecord({ customer: { id: 'c1', firstName: 'Ann', email: 'a@example.com', tags: ['vip'] } }),
  buildRecord({ customer: { id: 'c2', firstName: '=Bob', email: 'b@example.com', tags: [] } }),
  buildRecord({ customer: { id: 'c3', email: null, firstName: 'X' }, facts: { redaction: 'done' } }),
]

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

describe('L-5: exporting customers', () => {
  it('writes everybody who has data, and sends the link to the person who asked', async () => {
    const { customers, repository } = customersOn(people)
    let file = ''
    const save = async (pieces: AsyncIterable<string>): Promise<{ link: string }> => {
      file = await textOf(pieces)
      return { link: 'https://shop.example/files/1' }
    }
    const report = valueOf(await customers.exportCustomers(save, { actor, key: 'e-1' }))
    expect(report).toEqual({ rows: 2, link: 'https://shop.example/files/1' })
    expect(await repository.outbox({ limit: 9 })).toEqual([
      { id: 'e-1/notice/effect/1', type: 'notice', to: actor, subject: 'export-finished', params: report },
    ])
    const imported = valueOf(await customers.importCustomers(file, { overwrite: true, actor }))
    expect(imported.tally).toMatchObject({ unchanged: 2, created: 0, updated: 0 })
  })

  it('writes a segment in any format', async () => {
    const { customers } = customersOn(people)
    let file = ''
    const save = async (pieces: AsyncIterable<string>): Promise<{ link: string }> => {
      file = await textOf(pieces)
      return { link: 'x' }
    }
    const segment = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
    const options = { segment, format: 'shopelo' } as const
    expect(valueOf(await customers.exportCustomers(save, options)).rows).toBe(1)
    expect(file.split('\r\n')[1]).toMatch(/^a@example\.com,Ann,/)
  })

  it('says when the notice could not be kept', async () => {
    const { customers } = customersOn(people, {
      attempts: 1,
      wrap: (repository) => ({ ...repository, commit: async () => Promise.reject(new Error('lost')) }),
    })
    const save = async (pieces: AsyncIterable<string>): Promise<{ link: string }> => ({
      link: await textOf(pieces),
    })
    expect(codesOf(await customers.exportCustomers(save, { actor }))).toEqual(['commit.outcome-unknown'])
  })

  it('passes on what goes wrong where the file is kept', async () => {
    const { customers } = customersOn(people)
    await expect(customers.exportCustomers(async () => Promise.reject(new Error('disk')))).rejects.toThrow(
      'disk',
    )
  })
})
