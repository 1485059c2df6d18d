import { describe, expect, it } from 'vitest'
import type { CustomerRepository } from 'clientele'
import { buildRecord } from 'clientele/testing'
import { customersOn, valueOf } from '../customers-on.js'

const file = [
  'First Name,Email,Phone,Tags',
  'Ann,a@example.com,,vip',
  'Bob,b@example.com,+48600100200,',
  'Nobody,,bad,',
  'Kim,k@example.com,,new',
  'Ann2,A@example.com,,',
  'Cyd,c@example.com,,',
  'Bob2,b@example.com,,',
  '',
].join('\n')

const known = buildRecord({ customer: { id: 'k', firstName: 'K', email: 'k@example.com' } })
const actor = { type: 'staff', id: 'staff-7' } as const
const options = { key: 'file-1', chunkSize: 2, overwrite: true, actor }

/** How the answer to one call is lost: before anything is done, or after all of it is. */
const faults = ['before', 'after'] as const

type Method = 'findByIdentity' | 'commit' | 'outcomeOf'

/** A repository whose n-th call fails, whichever it is. */
function failingAt<R extends CustomerRepository>(
  repository: R,
  nth: number,
  fault: (typeof faults)[number],
): R {
  let calls = 0
  const failing = (method: Method): unknown => {
    const real = repository[method] as (...args: unknown[]) => Promise<unknown>
    return async (...args: unknown[]) => {
      const isNow = ++calls === nth
      if (isNow && fault === 'before') throw new Error('lost')
      const answer = await real.apply(repository, args)
      if (isNow) throw new Error('lost')
      return answer
    }
  }
  return {
    ...repository,
    findByIdentity: failing('findByIdentity'),
    commit: failing('commit'),
    outcomeOf: failing('outcomeOf'),
  }
}

async function stateOf({ repository }: ReturnType<typeof customersOn>): Promise<unknown> {
  const { records } = await repository.list({ after: null, limit: 50 })
  const outbox = await repository.outbox({ limit: 50 })
  return [records, outbox]
}

describe('C-5: a crash at any point of an import', () => {
  it('leaves after a restart what no crash would have left, each row once', async () => {
    const whole = customersOn([known])
    const report = valueOf(await whole.customers.importCustomers(file, options))
    expect(report.tally).toEqual({ created: 3, updated: 3, unchanged: 0, skipped: 0, refused: 1 })
    const expected = await stateOf(whole)
    let isReached = true
    let points = 0
    for (let nth = 1; isReached; nth++) {
      for (const fault of faults) {
        const crashing = customersOn([known], { attempts: 1, wrap: (one) => failingAt(one, nth, fault) })
        const first = await crashing.customers.importCustomers(file, options).catch(() => null)
        isReached = first === null || !first.ok
        if (!isReached) continue
        points++
        const restarted = customersOn([], { wrap: () => crashing.repository })
        const again = valueOf(await restarted.customers.importCustomers(file, options))
        expect(again).toMatchObject({ rows: report.rows, tally: report.tally, stopped: null })
        expect(await stateOf(crashing)).toEqual(expected)
      }
    }
    // every chunk looks for its key, finds people and commits; so does the notice, which finds nobody
    expect(points).toBe(2 * (4 * 3 + 2))
  })
})
