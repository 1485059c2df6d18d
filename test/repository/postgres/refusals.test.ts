import type { PGlite } from '@electric-sql/pglite'
import {
  createPostgresRepository,
  fromPglite,
  type PgliteQueryable,
  type PostgresRepository,
} from 'clientele/postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HostFacts } from '../../../src/customer/facts.js'
import type { ChangeSet } from '../../../src/plan/change-set.js'
import { changeSet, edit } from '../../../src/repository/contract/change-sets.js'
import { ben, everybody } from '../../../src/repository/contract/people.js'
import { parseSegment } from '../../../src/segment/parse-segment.js'
import { allCustomers, type Segment } from '../../../src/segment/segment.js'
import { newShop, openPglite } from './pglite.js'

let db: PGlite
let repository: PostgresRepository<PgliteQueryable>

beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())
beforeEach(async () => {
  repository = createPostgresRepository({ client: fromPglite(db), shop: newShop() })
  await repository.seed(everybody)
})

const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' } as const
const everyone = { where: allCustomers, search: null, moment }

function segmentOf(query: string): Segment {
  const parsed = parseSegment(query)
  if (!parsed.ok) throw new Error(query)
  return parsed.value
}

describe('what the tables do not hold', () => {
  it('is refused by every way to ask for it', async () => {
    const filter = { ...everyone, where: segmentOf("companies = '7'") }
    const saved = await repository.segments.save(
      { id: null, name: 'n', query: 'q', at: moment.now },
      'absent',
    )
    const id = saved.ok ? saved.value.id : ''
    const answers = [
      await repository.find({ ...filter, after: null, limit: 1 }),
      await repository.count(filter),
      await repository.memberships(id).replace(filter),
    ]
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, problems: [{ code: 'segment.not-mapped' }] })
  })

  it('is asked of the host, whose tables have no row of somebody', async () => {
    const shop = newShop()
    const facts = async (): Promise<ReadonlyMap<string, Partial<HostFacts>>> => new Map()
    const asking = createPostgresRepository({ client: fromPglite(db), shop, facts })
    await asking.seed(everybody)
    const [loaded] = await asking.load(['ben'])
    expect(loaded.state === 'present' && loaded.record.facts.vaultedCards).toBe('unknown')
    const guards = [{ id: 'ben', fact: 'vaultedCards', oneOf: [2] }] as const
    const refused = await asking.commit(changeSet('k', { guards, changes: [edit(ben, { note: 'n' })] }))
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'commit.fact-changed' }] })
  })
})

describe('a segment under an id that no database can keep', () => {
  it('is not there', async () => {
    const members = repository.memberships('a\u0000')
    expect(await members.replace(everyone)).toMatchObject({ ok: false, problems: [{ code: 'commit.stale' }] })
    expect(await members.members({ after: null, limit: 1 })).toEqual({ ids: [], next: null })
  })
})

describe('an effect that concerns nobody', () => {
  it('is acknowledged like any other', async () => {
    const notice = { id: 'o', type: 'notice' } as unknown as ChangeSet['outbox'][number]
    await repository.commit(changeSet('k', { outbox: [notice] }))
    expect(await repository.outbox({ limit: 1 })).toEqual([notice])
    await repository.acknowledge(['o'])
    expect(await repository.outbox({ limit: 1 })).toEqual([])
  })
})
