import { invariant } from '../../outcome/invariant.js'
import { refusal, unlessProblems, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import { isTimeZone } from '../../value/calendar.js'
import { isInstant, type Instant } from '../../value/instant.js'
import type { Catalog } from '../catalog/catalog.js'
import { segmentCatalog } from '../catalog/customer-catalog.js'
import { rootOf } from '../root-of.js'
import type { Segment } from '../segment.js'
import type { Writing } from './asking.js'
import { dialects, type Dialect, type DialectName } from './dialect.js'
import { inlinedSizeProblem } from './inlined-size.js'
import type { SegmentMapping } from './mapping.js'
import { render, type SqlText } from './render.js'
import { isName } from './sql.js'
import type { SegmentSqlProblem } from './sql-problem.js'
import { writeTree } from './write-tree.js'

/** For which database a segment is written, and what it means there. */
export interface SegmentToSqlOptions {
  readonly dialect: DialectName
  /** relative dates (`-30d`) count from the shop's day at this moment */
  readonly now: Instant
  /** the shop's zone, an IANA name; days begin and end in it */
  readonly timeZone: string
  /** where the database keeps what segments ask about */
  readonly mapping: SegmentMapping
  /** the shop's currency; an amount in another counts as missing. Without one an amount counts in its own. */
  readonly currency?: string | undefined
  /** the catalog with which the segment was parsed; by default that of customer records */
  readonly catalog?: Catalog<never> | undefined
  /** the segments that `segment('name')` may name, as they were given when this one was parsed */
  readonly segments?: ((name: string) => Segment | null | undefined) | undefined
  /** what the host's query calls the table of customers; `c` by default, and not `segment_…` */
  readonly alias?: string | undefined
  /**
   * the number of the first place, where the host's own come before; or how a place is written, by its number from 1. By
   * default `$1` for PostgreSQL and `?` for SQLite.
   */
  readonly placeholder?: number | ((index: number) => string) | undefined
}

/**
 * Writes a parsed segment as a condition for the host's own query (S-2): `select … from customers c where ${text}`. It means
 * exactly what `compileSegment` means, is true or false but never null, and stands beside `and`, `or` and `not` as it is.
 *
 * Every value is a parameter, a list of any length one (two for dates in PostgreSQL); names come only from the mapping. What
 * the database cannot answer is refused here and not when the query runs. Asks PostgreSQL 14 or later, with texts under a
 * collation that is deterministic, as all are by default, or SQLite 3.39 or later.
 *
 * Codes, all at once, each with the path of the condition: `segment.not-mapped`, `segment.unsupported` and
 * `segment.bad-name` (`params.name`, `params.dialect`); `segment.too-large` (1000 nodes) and `segment.too-deep` (100)
 * (`params.limit`), with the segments that it names in their places.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const segment = parseSegment("number_of_orders > 2 AND source = 'web'")
 * if (!segment.ok) throw new Error('the query is wrong')
 * const outcome = segmentToSql(segment.value, {
 *   dialect: 'postgres',
 *   now: '2026-01-05T12:00:00.000Z',
 *   timeZone: 'Europe/Warsaw',
 *   mapping: { id: 'id', attributes: { number_of_orders: 'orders', source: 'source' } },
 *   placeholder: 2,
 * })
 * expect(outcome).toMatchObject({
 *   value: {
 *     text:
 *       '(("c"."orders" is not null and "c"."orders" >= $2::bigint) and ' +
 *       '("c"."source" is not null and "c"."source" = $3::text))',
 *     values: [3, 'web'],
 *   },
 * })
 * ```
 */
export function segmentToSql(
  segment: Segment,
  options: SegmentToSqlOptions,
): Outcome<SqlText, SegmentSqlProblem> {
  const { now, timeZone, mapping, segments, alias = 'c' } = options
  invariant(isInstant(now), 'now must be an instant such as 2026-11-22T12:00:00.000Z')
  invariant(isTimeZone(timeZone), 'timeZone must be one that the runtime knows, such as Europe/Warsaw')
  invariant(
    Object.hasOwn(dialects, options.dialect),
    `the dialect is one of ${Object.keys(dialects).join(', ')}`,
  )
  invariant(mapping, 'a `mapping` says in which columns the attributes are')
  const dialect = dialects[options.dialect]
  const root = rootOf(segment)
  const early = inlinedSizeProblem(root, segments) ?? aliasProblem(alias, dialect)
  if (early !== null) return refusal(early)
  const writing: Writing = { dialect, mapping, context: options, problems: [] }
  const customers = { alias, id: mapping.id }
  const catalog = options.catalog ?? segmentCatalog
  const condition = writeTree(root, { writing, catalog, segments, customers, path: ['root'] })
  return unlessProblems(writing.problems, () => render(condition, dialect, placeOf(options, dialect)))
}

/** Ours begin with `segment_`, and must not be taken for the host's. */
function aliasProblem(alias: string, { name }: Dialect): SegmentSqlProblem | null {
  if (isName(alias) && !alias.startsWith('segment_')) return null
  return problem('segment.bad-name', ['alias'], { name: 'alias', dialect: name })
}

function placeOf(
  { placeholder }: SegmentToSqlOptions,
  { place, numbered }: Dialect,
): (index: number) => string {
  if (typeof placeholder === 'function') return placeholder
  return placeholder === undefined ? place : (index) => numbered(index + placeholder - 1)
}
