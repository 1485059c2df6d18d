import { PGlite } from '@electric-sql/pglite'
import { fromPglite, postgresSchema } from 'clientele/postgres'

/** PostgreSQL inside the process, with the tables of the repository; every test takes a shop of its own. */
export async function openPglite(): Promise<PGlite> {
  const db = await PGlite.create()
  for (const { sql } of postgresSchema()) await db.exec(sql)
  return db
}

let shops = 0

/** A shop that no other test knows. */
export function newShop(): string {
  return `shop ${++shops}`
}

export { fromPglite }
