import { once } from 'node:events'
import { Pool } from 'pg'
import { createApp } from './app.js'
import { openShop } from './shop.js'
import { migrate } from './tables.js'

const { DATABASE_URL, PORT = '3000', WEBHOOK_SECRET = 'only for trying out' } = process.env

const pool = new Pool(DATABASE_URL === undefined ? {} : { connectionString: DATABASE_URL })
// a connection that is lost while nobody uses it must not end the process: the next query takes a new one
pool.on('error', () => console.error('a connection to the database was lost'))
await migrate(pool)
// nobody logs in here: so nobody but this machine may ask
const server = createApp(openShop(pool), { webhookSecret: WEBHOOK_SECRET }).listen(Number(PORT), '127.0.0.1')
await once(server, 'listening')
console.log(`The shop listens on http://127.0.0.1:${PORT}`)

// what has begun is finished
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
server.close()
server.closeIdleConnections()
await once(server, 'close')
await pool.end()
