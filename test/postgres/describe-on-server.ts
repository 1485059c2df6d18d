import { afterAll, beforeAll, describe, it } from 'vitest'
import { findPrograms, startPostgres, type Durability, type PostgresServer } from './server.js'

/**
 * Tests on a real server, which is started for them and stopped after. Where PostgreSQL is not installed, one test says so: it
 * passes, because the gate takes a skipped test for a failed one.
 */
export function describeOnServer(
  name: string,
  tests: (server: () => PostgresServer) => void,
  durability: Durability = {},
): void {
  describe(name, () => {
    const programs = findPrograms()
    if (programs === null) {
      const why = 'is not run, because PostgreSQL is not installed (Debian: postgresql-15)'
      it(why, () => void process.stderr.write(`${name}: ${why}\n`))
      return
    }
    let server: PostgresServer | null = null
    beforeAll(async () => {
      server = await startPostgres(programs, durability)
    }, 60_000)
    afterAll(() => server?.stop())
    tests(() => server as PostgresServer)
  })
}

/** The same, where nothing is killed: what is committed need not wait for the disk. */
export function describeOnHastyServer(name: string, tests: (server: () => PostgresServer) => void): void {
  describeOnServer(name, tests, { fsync: 'off' })
}
