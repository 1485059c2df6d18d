import {
  createPostgresRepository,
  fromPg,
  postgresSchema,
  type PgQueryable,
  type PostgresRepository,
} from 'clientele/postgres'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { parseSegment } from '../../../src/segment/parse-segment.js'
import { changeSet, edit, tombstone } from '../../../src/repository/contract/change-sets.js'
import { anna, ben, cleo, everybody } from '../../../src/repository/contract/people.js'
import type { RecordFilter } from '../../../src/repository/query.js'
import { describeOnServer } from '../../postgres/describe-on-server.js'
import { newShop } from './pglite.js'

const at = '2026-11-22T12:00:00.000Z'

function tagged(tag: string): RecordFilter {
  const where = parseSegment(`customer_tags CONTAINS '${tag}'`)
  if (!where.ok) throw new Error(where.problems[0].code)
  return { where: where.value, search: null, moment: { now: at, timeZone: 'UTC' } }
}

describeOnServer('memberships on a server', (server) => {
  let pool: Pool
  let shop: string
  let repository: PostgresRepository<PgQueryable>
  let id: string

  beforeAll(async () => {
    pool = new Pool({ ...(await server().createDatabase()), max: 8 })
    for (const { sql } of postgresSchema()) await pool.query(sql)
  })
  afterAll(() => pool.end())
  beforeEach(async () => {
    shop = newShop()
    repository = createPostgresRepository({ client: fromPg(pool), shop })
    await repository.seed(everybody)
    const changes = [edit(anna, { tags: ['a'] }), edit(ben, { tags: ['b'] }), edit(cleo, { tags: ['c'] })]
    await repository.commit(changeSet('tags', { changes }))
    const saved = await repository.segments.save({ id: null, name: 's', query: 'x', at }, 'absent')
    if (!saved.ok) throw new Error('refused')
    id = saved.value.id
  })
  const members = async (): Promise<readonly string[]> =>
    (await repository.memberships(id).members({ after: null, limit: 10 })).ids

  it('whoever had to wait takes the place of whoever was first, and of nobody else', async () => {
    await repository.memberships(id).replace(tagged('a'))
    const first = await pool.connect()
    await first.query('begin')
    await repository.memberships(id).replace(tagged('b'), { transaction: first })
    const second = repository.memberships(id).replace(tagged('c'))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await first.query('commit')
    first.release()
    expect(await second).toMatchObject({ value: { entered: ['cleo'], left: ['ben'] } })
    expect(await members()).toEqual(['cleo'])
  })

  it('whoever ends while others are counted in is no member', async () => {
    const merging = await pool.connect()
    const filling = await pool.connect()
    await merging.query('begin')
    await repository.commit(changeSet('m', { changes: [tombstone('anna', 'ben')] }), { transaction: merging })
    await filling.query('begin')
    await repository.memberships(id).replace(tagged('a'), { transaction: filling })
    await merging.query('commit')
    await filling.query('commit')
    for (const client of [merging, filling]) client.release()
    expect(await members()).toEqual([])
  })
})
