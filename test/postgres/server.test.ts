import { Client } from 'pg'
import { expect, it } from 'vitest'
import { describeOnServer } from './describe-on-server.js'
import { findPrograms, type Connection } from './server.js'

describeOnServer('a PostgreSQL server of the tests', (server) => {
  it('keeps what was committed when it is killed, and nothing of what was not', async () => {
    const connection = await server().createDatabase()
    await query(connection, 'create table kept (n int)')
    await query(connection, 'insert into kept values (1)')
    const open = await connected(connection)
    await open.query('begin')
    await open.query('insert into kept values (2)')
    server().kill()
    await server().start()
    expect(await query(connection, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('gives each test a database of its own, in a locale that nobody may rely on', async () => {
    const [one, other] = [await server().createDatabase(), await server().createDatabase()]
    await query(one, 'create table mine (n int)')
    await expect(query(other, 'select n from mine')).rejects.toThrow('does not exist')
    expect(await query(other, "select lower('I') as folded")).toEqual([{ folded: 'ı' }])
  })
})

it('finds no programs where nothing is installed', () => {
  expect(findPrograms('/nowhere')).toBeNull()
})

async function connected(connection: Connection): Promise<Client> {
  const client = new Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function query(connection: Connection, text: string): Promise<unknown[]> {
  const client = await connected(connection)
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}
