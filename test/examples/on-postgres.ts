import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findPrograms, startPostgres } from '../postgres/server.js'

// Runs a command with an empty database of its own: `tsx test/examples/on-postgres.ts <command> …`, which finds it by PGHOST and so on.
const [command = 'node', ...args] = process.argv.slice(2)
const programs = findPrograms()
if (programs === null) {
  process.stdout.write('It is not run, because PostgreSQL is not installed (Debian: postgresql-15)\n')
} else {
  const server = await startPostgres(programs)
  const { host, port, user, database } = await server.createDatabase()
  const env = { ...process.env, PGHOST: host, PGPORT: String(port), PGUSER: user, PGDATABASE: database }
  const [code] = await once(spawn(command, args, { env, stdio: 'inherit' }), 'close')
  process.exitCode = typeof code === 'number' ? code : 1
  await server.stop()
}
