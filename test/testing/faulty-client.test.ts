import { faultyClient, type FaultyCall, type FaultSchedule } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

function recorder(schedule: FaultSchedule, calls: FaultyCall[] = []) {
  const sent: unknown[] = []
  const client = {
    name: 'shop',
    query: (text: string, values: readonly unknown[] = []): Promise<number> =>
      Promise.resolve(sent.push([text, values])),
  }
  return { sent, client: faultyClient(client, schedule, (call) => void calls.push(call)) }
}

describe('a faulty client', () => {
  it('hands a statement on as it is', async () => {
    const { sent, client } = recorder([])
    expect(await client.query('select $1', [7])).toBe(1)
    expect(sent).toEqual([['select $1', [7]]])
    expect(client.name).toBe('shop')
  })

  it('counts statements by their first word, whatever stands around it, and among all', async () => {
    const calls: FaultyCall[] = []
    const { client } = recorder([{ method: 'insert', call: 2, kind: 'before' }], calls)
    await client.query('\n  INSERT into a values (1)')
    await client.query('update a set b = 1')
    await expect(client.query('insert\ninto b')).rejects.toThrow('before')
    await client.query('(select 1)')
    expect(calls.map(({ method }) => method)).toEqual(['insert', 'update', 'insert', ''])
  })

  it('loses the answer to a statement that is done', async () => {
    const { sent, client } = recorder([{ method: 'commit', call: 1, kind: 'after' }])
    await expect(client.query('commit')).rejects.toThrow('after')
    expect(sent).toEqual([['commit', []]])
  })

  it('sends nothing that is aborted', async () => {
    const { sent, client } = recorder([{ call: 1, kind: 'aborted' }])
    await expect(client.query('select 1')).rejects.toThrow('aborted')
    expect(sent).toEqual([])
  })
})
