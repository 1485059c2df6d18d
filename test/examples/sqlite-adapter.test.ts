import { repositoryContract } from 'clientele/contract'
import { describe, it } from 'vitest'
import { openSqlite, type Sqlite } from '../../examples/sqlite-adapter/sqlite.js'
import { createSqliteRepository, seed } from '../../examples/sqlite-adapter/sqlite-repository.js'

// #region contract
const databases = new WeakMap<object, Sqlite>()

const cases = repositoryContract({
  createRepository: async (records) => {
    const db = await openSqlite()
    seed(db, records)
    const repository = createSqliteRepository(db)
    databases.set(repository, db)
    return repository
  },
  readBack: (repository) => {
    const db = databases.get(repository)!
    return {
      customer: async (id) => {
        const row = db.all("select customer from customers where id = ? and state = 'present'", id)[0]
        return row === undefined ? null : JSON.parse(String(row['customer']))
      },
      timeline: (id) => repository.timeline(id),
      everything: async () => {
        const tables = db.all("select name from sqlite_master where type = 'table'")
        return tables.map(({ name }) => db.all(`select * from ${String(name)}`))
      },
    }
  },
})
// #endregion

/** What the adapter has of what it could do without; from the rest the service falls back. */
const has = new Set<string | null>([null, 'timeline'])

describe('the SQLite adapter of docs/adapters.md', () => {
  for (const { group, name, method, run } of cases) if (has.has(method)) it(`${group}: ${name}`, run)
})
