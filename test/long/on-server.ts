import type { Pool } from 'pg'
import { openPool } from '../faults/postgres-sweep.js'
import { findPrograms, startPostgres, type PostgresServer } from '../postgres/server.js'
import type { Campaign } from './campaign.js'

/** A campaign on a PostgreSQL server of its own; where there is none, it says so. */
export function onServer(
  run: (
    server: PostgresServer,
    pool: Pool,
    say: (line: string) => void,
    numbers: readonly number[],
  ) => Promise<boolean>,
): Campaign['run'] {
  return async (say, numbers) => {
    const programs = findPrograms()
    if (programs === null) {
      say('not run, because PostgreSQL is not installed (Debian: postgresql-15)')
      return true
    }
    const server = await startPostgres(programs)
    const pool = await openPool(server, 64)
    try {
      return await run(server, pool, say, numbers)
    } finally {
      await pool.end()
      await server.stop()
    }
  }
}
