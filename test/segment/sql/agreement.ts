import fc from 'fast-check'
import { compileSegment, type Segment } from '../../../src/segment/index.js'
import { segmentToSql, type SqlText } from '../../../src/segment/sql/index.js'
import { arbitraries } from '../../../src/testing/index.js'
import type { Database } from './database.js'
import { layoutOf, styles } from './layout.js'
import { relatedOf, samplePeople, type Person } from './people.js'

/** Where and when is asked. */
export const shops = [
  { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC', currency: 'EUR' },
  { now: '2024-03-31T00:30:00.000Z', timeZone: 'Europe/Warsaw', currency: 'JPY' },
  { now: '2024-02-29T23:59:59.999Z', timeZone: 'America/New_York', currency: undefined },
] as const

export type Shop = (typeof shops)[number]

/** What came out of asking databases and `compileSegment` the same. */
export interface Agreement {
  /** of a segment and a customer, each in every way of storing */
  readonly pairs: number
  /** segments that have some customers, and not all */
  readonly divided: number
  readonly differences: readonly unknown[]
}

interface Asked {
  readonly segment: Segment
  readonly shop: Shop
  readonly members: readonly string[]
}

/**
 * Asks so many random segments of so many random customers, in each way of storing them. What a database refuses is passed
 * over, so that each answers as many.
 */
export async function agreementOn(
  databases: readonly Database[],
  size: { readonly segments: number; readonly people: number; readonly seed: number },
): Promise<Agreement> {
  const people = samplePeople(size.people, size.seed)
  const questions = ask(people, size)
  const differences: unknown[] = []
  for (const database of databases) {
    for (const style of styles[database.name]) {
      const { tables, mapping } = layoutOf(people, style)
      await database.fill(tables)
      let answered = 0
      for (const { segment, shop, members } of questions) {
        const outcome = segmentToSql(segment, { dialect: database.name, mapping, ...shop })
        if (!outcome.ok || answered === size.segments) continue
        answered++
        const found = await database.members(outcome.value)
        const others = answered % 4 === 0 ? await database.members(contraryOf(outcome.value)) : []
        const isWhole = answered % 4 !== 0 || found.length + others.length === people.length
        if (String(found) !== String(members) || !isWhole)
          differences.push({ database: database.name, segment, shop, sql: outcome.value, found, members })
      }
      if (answered < size.segments) differences.push({ database: database.name, answered })
    }
  }
  const divided = questions.filter(({ members }) => members.length % people.length > 0).length
  return { pairs: size.segments * people.length, divided: divided / questions.length, differences }
}

/** More questions than wanted, because SQLite cannot answer all. */
const SPARE = 6

function ask(
  people: readonly Person[],
  { segments, seed }: { readonly segments: number; readonly seed: number },
): Asked[] {
  const related = relatedOf(people)
  const sample = fc.sample(arbitraries(fc).segment(), { numRuns: segments * SPARE, seed })
  return sample.map((segment, i) => {
    const shop = shops[i % shops.length] as Shop
    const isMember = compileSegment(segment, { ...shop, related })
    const members = people.filter(({ record }) => isMember(record)).map(({ id }) => id)
    return { segment, shop, members: members.toSorted() }
  })
}

/** As a host may ask for all others; every fourth time, because it takes as long again. */
function contraryOf({ text, values }: SqlText): SqlText {
  return { text: `not ${text}`, values }
}
