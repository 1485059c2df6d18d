import { fromPg, type PgPool, type PgStatement } from 'clientele/postgres'
import { expect, it } from 'vitest'

/** A pool that writes down what it is sent. */
function listener() {
  const names: (string | undefined)[] = []
  const query = async (statement: string | PgStatement): Promise<{ rows: []; rowCount: 0 }> => {
    names.push(typeof statement === 'string' ? undefined : statement.name)
    return { rows: [], rowCount: 0 }
  }
  const pool: PgPool = { query, connect: () => Promise.reject(new Error('no transaction is wanted')) }
  return { pool, names }
}

it('statements that are prepared are named for their texts, because several may share the connections of a pool', async () => {
  const { pool, names } = listener()
  await fromPg(pool, { prepare: true }).query('select 1', [], true)
  await fromPg(pool, { prepare: true }).query('select 2', [], true)
  await fromPg(pool, { prepare: true }).query('select 1', [], true)
  const [one, two, again] = names
  expect(one).toMatch(/^clientele_.{7,53}$/)
  expect(two).not.toBe(one)
  expect(again).toBe(one)
})

it('other statements have no name', async () => {
  const { pool, names } = listener()
  await fromPg(pool, { prepare: true }).query('select 1', [])
  await fromPg(pool).query('select 1', [], true)
  expect(names).toEqual([undefined, undefined])
})
