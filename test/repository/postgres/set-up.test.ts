import { createCustomers } from 'clientele'
import { createPostgresRepository, type PostgresClient } from 'clientele/postgres'
import { describe, expect, it } from 'vitest'

const shop = { timeZone: 'Europe/Oslo', currency: 'NOK', country: 'NO', locale: 'nb-NO' }

/** A database that answers every statement by a failure with this SQLSTATE, and what it was asked. */
function failing(code: string): { readonly client: PostgresClient<object>; readonly asked: () => number } {
  let count = 0
  const query = (): Promise<never> => {
    count++
    return Promise.reject(Object.assign(new Error('relation "anna@example.com" does not exist'), { code }))
  }
  const connection = { query }
  return {
    client: { ...connection, transaction: (work) => work({}), connectionOf: () => connection },
    asked: () => count,
  }
}

describe('a database that is not set up', () => {
  it.each([
    ['42P01', /\(42P01\): a table is missing: run what `missingMigrations` gives/],
    ['42703', /\(42703\): a column is missing/],
    ['3F000', /\(3F000\): there is no such schema/],
    ['42501', /\(42501\): this user may not do that/],
  ])('throws at the first call, and says what to do: %s', async (code, says) => {
    const { client } = failing(code)
    const customers = createCustomers({
      repository: createPostgresRepository({ client, shop: 'north' }),
      shop,
    })
    await expect(customers.runCreate({ email: 'ingrid@example.com' })).rejects.toMatchObject({
      name: 'PostgresFailure',
      code,
      message: expect.stringMatching(says),
    })
    await expect(customers.find()).rejects.toThrow(says)
  })

  it('is told from a driver that was handed over as it is, or not at all', () => {
    const { client } = failing('42P01')
    const { connectionOf: _missing, ...driver } = client
    for (const given of [driver, undefined, null, 'postgres://shop'])
      expect(() => createPostgresRepository({ client: given as never, shop: 'north' })).toThrow(
        /needs a `client`: what fromPg/,
      )
  })

  it('is told from a database that is away, which is asked again', async () => {
    const { client, asked } = failing('ECONNRESET')
    const repository = createPostgresRepository({ client, shop: 'north' })
    const customers = createCustomers({ repository, shop, attempts: 3 })
    const outcome = await customers.runCreate({ email: 'ingrid@example.com' })
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['commit.outcome-unknown'])
    expect(asked()).toBeGreaterThanOrEqual(3)
  })
})
