import type { Sort } from '../../customer/record-sort.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { Outcome } from '../../outcome/outcome.js'
import { parseSegment } from '../../segment/parse-segment.js'
import { allCustomers, type Segment } from '../../segment/segment.js'
import type { CustomerId } from '../../value/id.js'
import type { Cursor } from '../page-cursor.js'
import type { RecordPage } from '../port.js'
import type { Moment, RecordFilter } from '../query.js'
import type { World } from './contract-case.js'
import { expectThat, fail } from './expect.js'

/** When and where the cases ask. */
export const moment: Moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }

/** What a case asks for; everybody, in the order of ids, unless it says otherwise. */
export interface Question extends Partial<Omit<RecordFilter, 'where'>> {
  readonly where?: Segment | string
  readonly sort?: Sort
  readonly limit?: number
}

/** The ids that are found, from the first page to the last. */
export async function ask(world: World, question: Question): Promise<readonly CustomerId[]> {
  return (await askPages(world, question)).flatMap(({ records }) => idsOf(records))
}

/** All pages from the first to the last; a page may be short, as whoever tests page by page makes it. */
export async function askPages(world: World, question: Question): Promise<readonly RecordPage[]> {
  const pages: RecordPage[] = []
  for (let after: Cursor | null = null; pages.length < 100; ) {
    const page: RecordPage = await askPage(world, question, after)
    pages.push(page)
    if (page.next === null) return pages
    after = page.next
  }
  return fail('find has not ended after 100 pages')
}

/** One page, which must be answered. */
export async function askPage(
  world: World,
  { limit = 2, ...question }: Question,
  after: Cursor | null,
): Promise<RecordPage> {
  const outcome = await findFrom(world, { ...question, limit }, after)
  if (!outcome.ok) fail(`expected a page, got ${outcome.problems.map(({ code }) => code).join(', ')}`)
  const { records } = outcome.value
  expectThat(records.length <= limit, `a page of ${limit} holds ${records.length}`)
  return outcome.value
}

/** The answer to a question, whatever it is. */
export async function findFrom(
  { repository }: World,
  { sort, limit = 2, ...question }: Question,
  after: Cursor | null,
): Promise<Outcome<RecordPage>> {
  const query = { ...filterOf(question), after, limit, ...(sort === undefined ? {} : { sort }) }
  return (await repository.find?.(query)) ?? fail('the adapter has no find')
}

/** How many are found. */
export async function countOf({ repository }: World, question: Question): Promise<number> {
  const outcome = await repository.count?.(filterOf(question))
  return outcome?.ok === true ? outcome.value : fail('expected a number')
}

/** The filter of a question. */
export function filterOf({ where = allCustomers, search = null, ...rest }: Question): RecordFilter {
  return { moment, ...rest, search, where: typeof where === 'string' ? segmentOf(where) : where }
}

/** A query as a segment. */
export function segmentOf(query: string, segments?: RecordFilter['segments']): Segment {
  const parsed = parseSegment(query, { segments })
  return parsed.ok ? parsed.value : fail(query)
}

/** In the order in which they come. */
export function idsOf(records: readonly CustomerRecord[]): CustomerId[] {
  return records.map(({ customer }) => customer.id)
}
