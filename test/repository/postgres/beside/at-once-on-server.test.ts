import { createPostgresRepository, fromPg, postgresSchema } from 'clientele/postgres'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeSet, edit, expectation } from '../../../../src/repository/contract/change-sets.js'
import { ben } from '../../../../src/repository/contract/people.js'
import { describeOnServer } from '../../../postgres/describe-on-server.js'
import { newShop } from '../pglite.js'
import { hostTable, rowsOfHost, users } from './host-shop.js'

describeOnServer('the host and the library at once, on a server', (server) => {
  let pool: Pool
  beforeAll(async () => {
    pool = new Pool({ ...(await server().createDatabase()), max: 20 })
    for (const { sql } of postgresSchema()) await pool.query(sql)
    await pool.query(hostTable)
  })
  afterAll(() => pool.end())

  it('a commit waits for what the host is about to write, and is refused; who only reads waits for nobody', async () => {
    const shop = newShop()
    const repository = createPostgresRepository({ client: fromPg(pool), shop, customers: users })
    await repository.seed([ben])
    const host = await pool.connect()
    await host.query('begin')
    await host.query(`update users set last_name = 'Berg' where shop_key = $1 and user_id = 'ben'`, [shop])
    const [loaded] = await repository.load(['ben'])
    if (loaded.state !== 'present') throw new Error('gone')
    const waiting = repository.commit(
      changeSet('k', {
        expects: [expectation(loaded.record)],
        changes: [edit(loaded.record, { firstName: 'Benno' })],
      }),
    )
    const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 100, 'waits'))])
    await host.query('commit')
    host.release()
    expect(first).toBe('waits')
    expect(await waiting).toMatchObject({ ok: false, problems: [{ code: 'commit.stale' }] })
    expect(await rowsOfHost(pool, shop)).toMatchObject([{ first_name: 'Ben', last_name: 'Berg' }])
  })

  it('of many increments by both none is lost', async () => {
    const shop = newShop()
    const repository = createPostgresRepository({ client: fromPg(pool), shop, customers: users })
    await repository.seed([{ ...ben, customer: { ...ben.customer, firstName: '0', lastName: '0' } }])
    const byHost = async (): Promise<void> => {
      for (let time = 0; time < 20; time++)
        await pool.query(
          `update users set last_name = (last_name::int + 1)::text where shop_key = $1 and user_id = 'ben'`,
          [shop],
        )
    }
    const byLibrary = async (writer: number): Promise<void> => {
      for (let time = 0, attempt = 0; time < 10; attempt++) {
        const [loaded] = await repository.load(['ben'])
        if (loaded.state !== 'present') throw new Error('gone')
        const { record } = loaded
        const change = edit(record, { firstName: String(Number(record.customer.firstName) + 1) })
        const wish = { expects: [expectation(record)], changes: [change] }
        const outcome = await repository.commit(changeSet(`${writer}-${time}-${attempt}`, wish))
        if (outcome.ok) time++
      }
    }
    await Promise.all([byHost(), byHost(), byLibrary(1), byLibrary(2), byLibrary(3)])
    expect(await rowsOfHost(pool, shop)).toMatchObject([{ first_name: '30', last_name: '40' }])
  })
})
