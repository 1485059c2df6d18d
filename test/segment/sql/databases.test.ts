import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { segmentToSql } from '../../../src/segment/sql/index.js'
import { columnMapping, columnTable } from './column-cases.js'
import { fillForPlans, planCases, planMapping } from './plan-cases.js'
import type { JsonValue } from '../../../src/outcome/json.js'
import { dayIn } from '../../../src/value/calendar.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import type { SegmentNode } from '../../../src/segment/index.js'
import { noHistory, parsed, shop } from '../matching.js'
import { dividedShare, differencesOn, questionOf, randomQuestions } from './agreement.js'
import { keepPostgres, openSqlite, type Database, type DatabaseName } from './database.js'
import type { Person } from './people.js'

let databases: Record<DatabaseName, Database>
const both = (): readonly Database[] => Object.values(databases)

beforeAll(async () => {
  databases = { postgres: await keepPostgres(), sqlite: await openSqlite() }
}, 120_000)

afterAll(async () => {
  for (const database of both()) await database.close()
})

describe('S-2 memory, PostgreSQL and SQLite find the same', () => {
  it('random segments of random customers, and all others by the contrary', async () => {
    const size = { segments: 84, people: 60, seed: 20_261_122 }
    expect(size.segments * size.people).toBeGreaterThan(5000)
    const { people, questions } = randomQuestions(size)
    expect(await differencesOn(both(), people, questions, size.segments)).toEqual([])
    expect(dividedShare(questions, people)).toBeGreaterThan(0.3)
  }, 120_000)

  it('around the edges of days, hours that the clock skips, and the first and last year', async () => {
    const days = ['2024-03-31', '2024-10-27', '2011-12-30', '0000-01-01', '9999-12-31']
    const zones = [
      'UTC',
      'Europe/Warsaw',
      'Pacific/Apia',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Chatham',
    ]
    const people = edges(days, zones)
    const questions = zones.flatMap((timeZone) =>
      days.flatMap((day) =>
        ['=', '!=', '>', '>=', '<', '<='].flatMap((operator) =>
          [day, `${day}T02:30:00`].map((date) =>
            questionOf(parsed(`customer_added_date ${operator} ${date}`), { ...shop, timeZone }, people),
          ),
        ),
      ),
    )
    expect(await differencesOn(both(), people, questions, questions.length)).toEqual([])
  }, 120_000)

  it('dates in JSON, however another system wrote them', async () => {
    const people = written.map((text, i): Person => {
      const customer = { id: `customer-${i}`, metafields: { 'a.b': text } }
      return { id: customer.id, record: buildRecord({ customer }), history: noHistory }
    })
    const questions = ['UTC', 'Europe/Warsaw'].flatMap((timeZone) =>
      ['2020-05-30', '2020-05-30T16:00:59', '2020-02-29'].flatMap((date) =>
        ['= ', '> ', '<= ', '!= ', 'IN ']
          .map(
            (operator) => `metafields.a.b ${operator}${operator === 'IN ' ? `(${date}, 2021-03-01)` : date}`,
          )
          .concat(`anniversary ('metafields.a.b') = ${date}`)
          .map((query) => questionOf(parsed(query), { ...shop, timeZone }, people)),
      ),
    )
    expect(await differencesOn([databases.postgres], people, questions, questions.length)).toEqual([])
    expect(dividedShare(questions, people)).toBeGreaterThan(0.9)
  })
})

/** Moments and days in forms that are read, and in forms that are not. */
const written: readonly JsonValue[] = [
  '2020-05-30',
  '2020-02-29',
  '2021-02-29',
  '2020-05-30T16:00:59.000Z',
  '2020-05-30T16:00:59.0009999Z',
  '2020-05-30T16:00:58.9999999Z',
  '2020-05-30T14:00:59+00:00',
  '2020-05-30T23:30Z',
  '2020-05-31T00:30+02:00',
  '2020-02-29T23:30-14:59',
  '2021-02-30T10:00Z',
  '2020-05-30T24:00Z',
  '2020-05-30T10:00:60Z',
  '2020-05-30T16:00',
  '0000-02-29',
  '0000-02-29T10:00:00.000Z',
  '0000-02-29T10:00Z',
  '9999-12-31T23:59-01:00',
  '',
  'today',
  20_200_530,
  true,
  ['2020-05-30'],
  null,
]

describe('as large as a segment may be', () => {
  const deep = (levels: number): SegmentNode =>
    levels === 0
      ? parsed('number_of_orders > 1').root
      : { kind: levels % 2 ? 'and' : 'or', nodes: [parsed("source = 'x'").root, deep(levels - 1)] }
  const list = Array.from({ length: 9000 }, (_, i) => ({ type: 'number' as const, text: String(i) }))

  it.each<[string, unknown, number]>([
    ['999 conditions', { kind: 'and', nodes: Array.from({ length: 999 }, () => deep(0)) }, 999],
    ['99 groups in one another', deep(99), 100],
    ['97 times NOT', parsed(`${'NOT '.repeat(97)} number_of_orders > 1`).root, 1],
    ['9000 numbers', { kind: 'clause', attribute: 'number_of_orders', operator: 'IN', values: list }, 1],
  ])('%s are asked', async (_name, tree, parameters) => {
    for (const database of both()) {
      const dialect = database.name
      await database.load([columnTable(dialect)])
      const mapping = columnMapping(dialect)
      const outcome = segmentToSql(parsed(tree), { ...shop, dialect, mapping })
      expect(outcome).toMatchObject({ ok: true, value: { values: { length: parameters } } })
      if (outcome.ok) expect(await database.members(outcome.value)).toBeInstanceOf(Array)
    }
  })
})

describe('an index is used', () => {
  beforeAll(async () => fillForPlans(databases.postgres), 60_000)

  it.each(planCases)('%s: %s', async (query, index) => {
    const outcome = segmentToSql(parsed(query), { ...shop, dialect: 'postgres', mapping: planMapping })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    const { text, values } = outcome.value
    const plan = await databases.postgres.query(
      `explain (costs off) select c."id" from "shoppers" c where ${text}`,
      values,
    )
    expect(JSON.stringify(plan)).toContain(index)
  })
})

/** People who were added just before and at each edge of days, and an hour or three after. */
function edges(days: readonly string[], zones: readonly string[]): Person[] {
  const times = days.flatMap((day) =>
    zones.flatMap((timeZone) => {
      const { from, until } = dayIn(day, timeZone)
      return [from, until].flatMap((edge) =>
        [-1, 0, 1, 5_400_000, 9_000_000, 9_000_001].map((after) => Date.parse(edge) + after),
      )
    }),
  )
  const last = Date.parse('9999-12-31T23:59:59.999Z')
  // The tables of the tests cannot be filled with years before the first
  const first = Date.parse('0001-01-01T00:00:00.000Z')
  const known = [...new Set(times)].filter((time) => time >= first && time <= last)
  return known.map((time, i) => {
    const id = `customer-${i}`
    const createdAt = new Date(time).toISOString()
    return { id, record: buildRecord({ customer: { id, createdAt } }), history: noHistory }
  })
}
