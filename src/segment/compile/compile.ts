import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { isTimeZone } from '../../value/calendar.js'
import { isInstant, type Instant } from '../../value/instant.js'
import type { Catalog, Predicate } from '../catalog/catalog.js'
import type { Related } from '../catalog/related.js'
import { segmentCatalog } from '../catalog/customer-catalog.js'
import { negated } from '../catalog/compared.js'
import { compileClause } from './compile-clause.js'
import type { ResolveContext } from './resolve-value.js'
import type { NodeKind, NodeOf, Segment, SegmentNode } from '../segment.js'

/** What a segment means only together with: the moment, and the shop. */
export interface CompileSegmentOptions<T = CustomerRecord> {
  /** relative dates (`-30d`) count from the shop's day at this moment */
  readonly now: Instant
  /** the shop's zone, an IANA name; days begin and end in it */
  readonly timeZone: string
  /** the shop's currency; an amount in another counts as missing. Without one an amount counts in the record's own currency. */
  readonly currency?: string | undefined
  /** readers of what the record does not hold; those that `segmentRequirements` names are wanted */
  readonly related?: Related<T> | undefined
}

/**
 * Compiles a parsed segment to a test of one record (S-2). Two-valued: an ordered comparison with a missing value is
 * false, `!=` and `NOT CONTAINS` are true. What is meant by dates is settled now, so testing reads no clock.
 *
 * Throws only for programmer's errors: a moment or zone that is none, a segment that was not parsed with this catalog.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const { buildRecord } = await import('clientele/testing')
 * const outcome = parseSegment('customer_added_date >= -7d')
 * if (!outcome.ok) throw new Error('the query is wrong')
 * const isMember = compileSegment(outcome.value, { now: '2026-01-05T12:00:00.000Z', timeZone: 'Europe/Warsaw' })
 * expect(isMember(buildRecord({ customer: { createdAt: '2026-01-01T09:00:00.000Z' } }))).toBe(true)
 * ```
 */
export function compileSegment(
  segment: Segment,
  options: CompileSegmentOptions & { readonly catalog?: undefined },
): Predicate<CustomerRecord>
/** Compiles a parsed segment to a test of whatever the catalog reads. */
export function compileSegment<T>(
  segment: Segment,
  options: CompileSegmentOptions<T> & { readonly catalog: Catalog<T> },
): Predicate<T>
export function compileSegment<T>(
  segment: Segment,
  options: CompileSegmentOptions<T> & { readonly catalog?: Catalog<T> | undefined },
): Predicate<T> {
  const { now, timeZone, catalog = segmentCatalog as Catalog<never> as Catalog<T> } = options
  invariant(isInstant(now), 'now must be an instant such as 2026-11-22T12:00:00.000Z')
  invariant(isTimeZone(timeZone), 'timeZone must be one that the runtime knows, such as Europe/Warsaw')
  return compileNode(segment.root, { catalog, context: options, related: options.related ?? {} })
}

/** What every row reads. */
interface Compiling<T> {
  readonly catalog: Catalog<T>
  readonly context: ResolveContext
  readonly related: Related<T>
}

const compilers: {
  readonly [Kind in NodeKind]: <T>(node: NodeOf<Kind>, compiling: Compiling<T>) => Predicate<T>
} = {
  all: () => () => true,
  and: ({ nodes }, compiling) => fold(compileAll(nodes, compiling), both),
  or: ({ nodes }, compiling) => fold(compileAll(nodes, compiling), either),
  not: ({ node }, compiling) => negated(compileNode(node, compiling)),
  clause: (clause, { catalog, context, related }) => compileClause(clause, catalog, context, related),
  function: waiting,
  anniversary: waiting,
  segment: waiting,
  bucket: waiting,
}

function waiting(): never {
  throw new TypeError('not compiled yet')
}

function compileNode<T>(node: SegmentNode, compiling: Compiling<T>): Predicate<T> {
  const compile = compilers[node.kind] as (node: SegmentNode, compiling: Compiling<T>) => Predicate<T>
  return compile(node, compiling)
}

function compileAll<T>(nodes: readonly SegmentNode[], compiling: Compiling<T>): Predicate<T>[] {
  return nodes.map((node) => compileNode(node, compiling))
}

function both<T>(one: Predicate<T>, other: Predicate<T>): Predicate<T> {
  return (record) => one(record) && other(record)
}

function either<T>(one: Predicate<T>, other: Predicate<T>): Predicate<T> {
  return (record) => one(record) || other(record)
}

/** Joins tests in pairs, halves first: a thousand nest ten deep, and none loops when it tests. */
function fold<T>(
  tests: readonly Predicate<T>[],
  join: (one: Predicate<T>, other: Predicate<T>) => Predicate<T>,
): Predicate<T> {
  const [only] = tests
  invariant(only !== undefined, 'a group has at least one node')
  if (tests.length === 1) return only
  const middle = Math.ceil(tests.length / 2)
  return join(fold(tests.slice(0, middle), join), fold(tests.slice(middle), join))
}
