import fc from 'fast-check'
import { compileSegment, type Segment } from '../../../src/segment/index.js'
import { segmentToSql, type SqlText } from '../../../src/segment/sql/index.js'
import { arbitraries } from '../../../src/testing/index.js'
import type { Database } from './database.js'
import { layoutOf, styles } from './layout.js'
import { relatedOf, samplePeople, type Person } from './people.js'

/** Where and when is asked. */
export interface Shop {
  readonly now: string
  readonly timeZone: string
  readonly currency?: string | undefined
}

const shops: readonly Shop[] = [
  { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC', currency: 'EUR' },
  { now: '2024-03-31T00:30:00.000Z', timeZone: 'Europe/Warsaw', currency: 'JPY' },
  { now: '2024-02-29T23:59:59.999Z', timeZone: 'America/New_York' },
]

/** A segment, and who its members are in memory. */
export interface Question {
  readonly segment: Segment
  readonly shop: Shop
  readonly members: readonly string[]
}

export function questionOf(segment: Segment, shop: Shop, people: readonly Person[]): Question {
  const isMember = compileSegment(segment, { ...shop, related: relatedOf(people) })
  const members = people.filter(({ record }) => isMember(record)).map(({ id }) => id)
  return { segment, shop, members: members.toSorted() }
}

/** The part of the questions that have some members, and not all: where all are, or none, little is proved. */
export function dividedShare(questions: readonly Question[], people: readonly Person[]): number {
  return questions.filter(({ members }) => members.length % people.length > 0).length / questions.length
}

/**
 * Asks databases, in each way of storing the same people, until each has answered so many; what one refuses is passed over.
 * Gives all answers that differ from memory.
 */
export async function differencesOn(
  databases: readonly Database[],
  people: readonly Person[],
  questions: readonly Question[],
  wanted: number,
): Promise<readonly unknown[]> {
  const differences: unknown[] = []
  for (const database of databases) {
    for (const style of styles[database.name]) {
      const { tables, mapping } = layoutOf(people, style)
      await database.load(tables)
      let answered = 0
      for (const question of questions) {
        const outcome = segmentToSql(question.segment, {
          dialect: database.name,
          mapping,
          ...question.shop,
        })
        if (!outcome.ok || answered === wanted) continue
        const difference = await differenceOf(question, outcome.value, database, people, answered++)
        if (difference !== null) differences.push({ ...question, database: database.name, ...difference })
      }
      if (answered < wanted) differences.push({ database: database.name, style, answered })
    }
  }
  return differences
}

async function differenceOf(
  { members }: Question,
  sql: SqlText,
  database: Database,
  people: readonly Person[],
  turn: number,
): Promise<object | null> {
  const found = await database.members(sql)
  // The contrary takes as long again, so it has its turn only now and then
  const others = turn % 4 === 0 ? await database.members({ ...sql, text: `not ${sql.text}` }) : null
  const isWhole = others === null || found.length + others.length === people.length
  return String(found) === String(members) && isWhole ? null : { sql, found, others }
}

/** More questions than wanted, because SQLite cannot answer all. */
const SPARE = 6

/** So many random questions and more, about so many random people. */
export function randomQuestions(size: {
  readonly segments: number
  readonly people: number
  readonly seed: number
}): { readonly people: readonly Person[]; readonly questions: readonly Question[] } {
  const people = samplePeople(size.people, size.seed)
  const sample = { numRuns: size.segments * SPARE, seed: size.seed }
  const questions = fc
    .sample(arbitraries(fc).segment(), sample)
    .map((segment, i) => questionOf(segment, shops[i % shops.length] as Shop, people))
  return { people, questions }
}
