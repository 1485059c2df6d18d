import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll } from 'vitest'
import { fromPglite, openPglite } from './pglite.js'
import { testContract } from './suites.js'

let db: PGlite

beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())

testContract('on PGlite', () => fromPglite(db))
