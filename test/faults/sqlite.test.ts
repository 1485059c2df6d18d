import { describe, expect, it } from 'vitest'
import { openSqlite, type Sqlite } from '../../examples/sqlite-adapter/sqlite.js'
import { createSqliteRepository, seed } from '../../examples/sqlite-adapter/sqlite-repository.js'
import { operations, records } from './operation.js'
import { type OpenStore, type Point, sweep } from './sweep.js'

/** A database whose n-th write fails, and with it the process: no later one reaches it, but what takes back what was begun. */
function failing(db: Sqlite, { nth, kind }: Point): { db: Sqlite; isHit: () => boolean } {
  let writes = 0
  const run: Sqlite['run'] = (text, ...values) => {
    const isNow = ++writes === nth
    const isGone = writes > nth && text !== 'rollback'
    if (isGone || (isNow && kind === 'before')) throw new Error('no answer')
    db.run(text, ...values)
    if (isNow) throw new Error('no answer')
  }
  return { db: { all: db.all, run }, isHit: () => writes >= nth }
}

const open: OpenStore = async (point) => {
  const db = await openSqlite()
  seed(db, records)
  const whole = createSqliteRepository(db)
  if (point === null) return { faulty: whole, whole, isHit: () => false }
  const broken = failing(db, point)
  return { faulty: createSqliteRepository(broken.db), whole, isHit: broken.isHit }
}

describe('R-4: a failure at any write of the SQLite adapter', () => {
  // after one write is before the next
  for (const operation of operations)
    it(`${operation.name} is not done or done, and once again`, async () => {
      const { points, before, after } = await sweep(operation, open, 'after')
      expect(points).toBeGreaterThanOrEqual(8)
      // only after the last write, the commit, is anything to be seen
      expect({ before, after }).toEqual({ before: points - 1, after: 1 })
    })
})
