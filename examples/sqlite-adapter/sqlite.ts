import initSqlJs, { type SqlValue } from 'sql.js'
import { tables } from './tables.js'

export type Row = Readonly<Record<string, SqlValue>>

/** As much of a database as the repository needs. */
export interface Sqlite {
  all(text: string, ...values: SqlValue[]): Row[]
  run(text: string, ...values: SqlValue[]): void
}

let engine: ReturnType<typeof initSqlJs> | undefined

/** SQLite as WebAssembly, in memory, with the tables of the repository. */
export async function openSqlite(): Promise<Sqlite> {
  engine ??= initSqlJs()
  const { Database } = await engine
  const db = new Database()
  db.exec(tables)
  return {
    run: (text, ...values) => void db.run(text, values),
    all: (text, ...values) => {
      const statement = db.prepare(text)
      statement.bind(values)
      const rows: Row[] = []
      while (statement.step()) rows.push(statement.getAsObject())
      statement.free()
      return rows
    },
  }
}

// #region transaction
/** All of it or nothing. */
export function inTransaction<T>(db: Sqlite, work: () => T): T {
  try {
    db.run('begin immediate')
    const result = work()
    db.run('commit')
    return result
  } catch (error) {
    rollBack(db)
    throw error
  }
}

function rollBack(db: Sqlite): void {
  try {
    db.run('rollback')
  } catch {
    // nothing was begun, or all of it is done: what was thrown first says that nobody can tell
  }
}
// #endregion
