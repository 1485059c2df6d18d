import { PGlite } from '@electric-sql/pglite'
import { fromPglite, postgresSchema } from 'clientele/postgres'

/** The files of an empty database with the tables of the repository: a copy begins in a quarter of the time of a new one. */
let template: Promise<Blob> | undefined

/** PostgreSQL inside the process, with the tables of the repository; every test takes a shop of its own. */
export async function openPglite(): Promise<PGlite> {
  template ??= makeTemplate()
  return PGlite.create({ loadDataDir: await template })
}

async function makeTemplate(): Promise<Blob> {
  const db = await PGlite.create()
  for (const { sql } of postgresSchema()) await db.exec(sql)
  const files = await db.dumpDataDir('none')
  await db.close()
  return files
}

let shops = 0

/** A shop that no other test knows. */
export function newShop(): string {
  return `shop ${++shops}`
}

export { fromPglite }
