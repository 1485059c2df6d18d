import type { CustomerRecord } from '../customer/record.js'
import { compileSearch } from '../customer/matches-search.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { Context } from '../plan/context.js'
import {
  allCustomers,
  compileSegment,
  parseSegment,
  segmentRequirements,
  type CompileSegmentOptions,
  type Segment,
} from '../segment/index.js'
import type { CustomerId } from '../value/id.js'
import type { BulkProblemCode } from './bulk-problem.js'
import { bulkSelectionSchema } from './bulk-selection.schema.js'

/** Whom a bulk change is for (B-1), as data. */
export type BulkSelection = (
  | { readonly type: 'ids'; readonly ids: readonly CustomerId[] }
  /** all on one page of a result, as it was shown: at most 50 */
  | { readonly type: 'page'; readonly ids: readonly CustomerId[] }
  | { readonly type: 'all' }
  | { readonly type: 'segment'; readonly segment: Segment }
  /** in the language of segments */
  | { readonly type: 'query'; readonly query: string }
  /** free text, in the sense of `matchesSearch` */
  | { readonly type: 'search'; readonly search: string }
) & {
  /** who is left out */
  readonly except?: readonly CustomerId[] | undefined
}

/** A selection that was understood: some who are named, or all for whom a test holds. */
export type SelectedCustomers =
  | { readonly by: 'ids'; readonly ids: readonly CustomerId[] }
  | {
      readonly by: 'test'
      readonly segment: Segment
      readonly search: string | null
      /** when and where its dates and amounts are meant */
      readonly moment: Pick<CompileSegmentOptions, 'now' | 'timeZone' | 'currency'>
      readonly segments: SegmentSources['segments']
      readonly holds: (record: CustomerRecord) => boolean
    }

type SelectionOf<Type extends BulkSelection['type']> = Extract<BulkSelection, { readonly type: Type }>

/** Everything on which the meaning of a selection depends. */
interface SelectionGround {
  readonly except: ReadonlySet<CustomerId>
  readonly context: Context
  readonly sources: SegmentSources
}

/** From what a segment reads beyond the record. */
export type SegmentSources = Pick<CompileSegmentOptions, 'related' | 'segments'>

/** A row a kind. */
const readers: {
  readonly [Type in BulkSelection['type']]: (
    selection: SelectionOf<Type>,
    ground: SelectionGround,
  ) => Outcome<SelectedCustomers>
} = {
  ids: ({ ids }, ground) => named(ids, ground),
  page: ({ ids }, ground) => {
    const { page: limit } = ground.context.policy.limits
    return ids.length <= limit
      ? named(ids, ground)
      : refusal(problem('bulk.page-too-large', ['ids'], { limit, length: ids.length }))
  },
  all: (_selection, ground) => tested(allCustomers, null, ground),
  segment: ({ segment }, ground) => within('segment', asked(segment, ground)),
  query: ({ query }, ground) => asked(query, ground),
  search: ({ search }, ground) => tested(allCustomers, search, ground),
}

/**
 * Reads a selection: who is named comes once, in the order given; a query is parsed, and so is a segment once more, because it may
 * have come from anywhere. Dates in it are settled now.
 *
 * Codes: `shape.*`, `bulk.page-too-large` (`params.limit`, `params.length`), `segment.*` of a query or a segment, and
 * `segment.history-needed` (`params.readers`) where it asks what neither the record nor a reader of `related` tells.
 */
export function readSelection(
  selection: BulkSelection,
  context: Context,
  sources: SegmentSources = {},
): Outcome<SelectedCustomers> {
  const shape = checkShape(bulkSelectionSchema, selection)
  if (!shape.ok) return shape
  const read = readers[selection.type] as (
    one: BulkSelection,
    ground: SelectionGround,
  ) => Outcome<SelectedCustomers>
  return read(shape.value, { except: new Set(shape.value.except), context, sources })
}

function named(ids: readonly CustomerId[], { except }: SelectionGround): Outcome<SelectedCustomers> {
  return success({ by: 'ids', ids: [...new Set(ids)].filter((id) => !except.has(id)) })
}

/** Those for whom a query holds, if everything that it asks can be told. */
function asked(query: unknown, ground: SelectionGround): Outcome<SelectedCustomers> {
  const { related, segments } = ground.sources
  const parsed = parseSegment(query, { segments })
  if (!parsed.ok) return parsed
  const needed = segmentRequirements(parsed.value, { segments })
  const readers = needed.filter((name) => related?.[name] === undefined)
  return readers.length === 0
    ? tested(parsed.value, null, ground)
    : refusal<Problem<BulkProblemCode>>(problem('segment.history-needed', [], { readers }))
}

/** The problems of a part, under its name. */
function within<T>(part: string, outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome
  const [first, ...rest] = outcome.problems.map((one) => ({ ...one, path: [part, ...one.path] }))
  return refusal(first as Problem, ...rest)
}

function tested(
  segment: Segment,
  search: string | null,
  { except, context: { now, shop }, sources }: SelectionGround,
): Outcome<SelectedCustomers> {
  const { timeZone, currency } = shop
  const moment = { now, timeZone, currency }
  const isMember = compileSegment(segment, { ...moment, ...sources })
  const isFound = search === null ? () => true : compileSearch(search)
  return success({
    by: 'test',
    segment,
    search,
    moment,
    segments: sources.segments,
    holds: (record) => !except.has(record.customer.id) && isMember(record) && isFound(record),
  })
}
