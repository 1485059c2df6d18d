import type { PostgresClient } from 'clientele/postgres'
import { faultyClient, type FaultyCall, type FaultSchedule } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

/** A client that writes down what it is sent, and how each transaction ends. */
function recorder(schedule: FaultSchedule, calls: FaultyCall[] = []) {
  const sent: unknown[] = []
  const connectionOf = (name: string) => ({
    query: async (text: string, values: unknown[], isUsual = false) => ({
      rows: [{ nth: sent.push([name, text, values, ...(isUsual ? ['usual'] : [])]) }],
      rowCount: 1,
    }),
  })
  const client: PostgresClient<string> = {
    ...connectionOf('pool'),
    connectionOf,
    transaction: async (work) => {
      try {
        const result = await work('tx')
        sent.push('commit')
        return result
      } catch (error) {
        sent.push('rollback')
        throw error
      }
    },
  }
  return { sent, client: faultyClient(client, schedule, (call) => void calls.push(call)) }
}

describe('a faulty client', () => {
  it('hands on statements, transactions and their answers as they are', async () => {
    const { sent, client } = recorder([])
    expect(await client.query('select $1', [7], true)).toEqual({ rows: [{ nth: 1 }], rowCount: 1 })
    const answer = await client.transaction(async (tx) => client.connectionOf(tx).query('select $1', [8]))
    expect(answer).toEqual({ rows: [{ nth: 2 }], rowCount: 1 })
    expect(sent).toEqual([['pool', 'select $1', [7], 'usual'], ['tx', 'select $1', [8]], 'commit'])
  })

  it('counts statements by their first word, whatever stands around it, and among all', async () => {
    const calls: FaultyCall[] = []
    const { client } = recorder([{ method: 'insert', call: 2, kind: 'before' }], calls)
    await client.query('\n  INSERT into a values (1)', [])
    await client.query('update a set b = 1', [])
    await expect(client.query('insert\ninto b', [])).rejects.toThrow('before')
    await client.query('(select 1)', [])
    expect(calls.map(({ method, call }) => `${call} ${method}`)).toEqual([
      '1 insert',
      '2 update',
      '3 insert',
      '4 ',
    ])
  })

  it('fails in a transaction, which is rolled back', async () => {
    const { sent, client } = recorder([{ method: 'update', call: 1, kind: 'after' }])
    const work = (tx: string) => client.connectionOf(tx).query('update a set b = 1', [])
    await expect(client.transaction(work)).rejects.toThrow('after')
    expect(sent).toEqual([['tx', 'update a set b = 1', []], 'rollback'])
  })

  for (const kind of ['before', 'aborted'] as const)
    it(`fails at the end of a transaction (${kind}), which is rolled back`, async () => {
      const { sent, client } = recorder([{ method: 'commit', call: 1, kind }])
      await expect(client.transaction(async () => 'done')).rejects.toThrow(kind)
      expect(sent).toEqual(['rollback'])
    })

  it('loses the answer to a transaction that is done', async () => {
    const { sent, client } = recorder([{ method: 'commit', call: 1, kind: 'after' }])
    await expect(client.transaction(async () => 'done')).rejects.toThrow('after')
    expect(sent).toEqual(['commit'])
  })

  it('sends nothing that is aborted', async () => {
    const { sent, client } = recorder([{ call: 1, kind: 'aborted' }])
    await expect(client.query('select 1', [])).rejects.toThrow('aborted')
    expect(sent).toEqual([])
  })
})
