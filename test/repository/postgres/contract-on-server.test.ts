import { fromPg, fromPostgresJs, postgresSchema } from 'clientele/postgres'
import { Pool } from 'pg'
import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import { describeOnHastyServer } from '../../postgres/describe-on-server.js'
import type { Connection } from '../../postgres/server.js'
import { testContract } from './suites.js'

/** The driver wants to be told the socket itself. */
function optionsFrom({ host, port, user, database }: Connection): postgres.Options<Record<string, never>> {
  return { path: `${host}/.s.PGSQL.${port}`, user: String(user), database: String(database) }
}

describeOnHastyServer('on a server', (server) => {
  let pool: Pool
  let sql: postgres.Sql

  beforeAll(async () => {
    const connection = await server().createDatabase()
    pool = new Pool({ ...connection, max: 8 })
    for (const migration of postgresSchema()) await pool.query(migration.sql)
    sql = postgres({ ...optionsFrom(connection), max: 8, onnotice: () => undefined })
  })
  afterAll(async () => {
    await pool.end()
    await sql.end()
  })

  testContract('by pg', () => fromPg(pool))
  testContract('by Postgres.js', () => fromPostgresJs(sql))
})
