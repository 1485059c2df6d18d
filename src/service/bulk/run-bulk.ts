import { bulkRowsOfSummary, tallyOf, type BulkRow, type BulkTally } from '../../bulk/bulk-row.js'
import type { BulkAction } from '../../bulk/bulk-action.js'
import { readSelection, type BulkSelection, type SelectedCustomers } from '../../bulk/bulk-selection.js'
import type { BulkProblemCode } from '../../bulk/bulk-problem.js'
import { bulkActionProblems, planBulkRows } from '../../bulk/plan-bulk.js'
import { invariant } from '../../outcome/invariant.js'
import type { JsonValue } from '../../outcome/json.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { requestOf } from '../../plan/request.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { Cursor } from '../../repository/page-cursor.js'
import { bulkChunkPlanner, type BulkChunkCall } from './bulk-chunk.js'
import { keyProblems } from '../key-problems.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { run } from '../run.js'
import {
  nextChunk,
  sourceOf,
  type SelectedChunk,
  type SelectionSource,
} from '../finding/selected-customers.js'

/** How many customers are written at once, unless the caller says otherwise. */
const BATCH = 250

/** How a bulk change is carried out. */
export interface BulkCallOptions<Tx> extends CallerOptions<Tx> {
  /** customers that are written at once: about 250 unless given */
  readonly batchSize?: number
  /** is told what the change has come to so far, after each chunk; by its `next` another call goes on */
  readonly onProgress?: (report: BulkReport) => void
  /** is told what became of each customer; of a chunk that was done before, problems by their code alone */
  readonly onRow?: (row: BulkRow) => void
  /** the `next` of a report: where to go on */
  readonly resumeFrom?: Cursor | null
}

/** What a bulk change has come to: every selected customer has ended in exactly one of the three. */
export interface BulkReport {
  readonly selected: number
  readonly tally: BulkTally
  /** where the rest begins; `null` at the end, and at the beginning */
  readonly next: Cursor | null
  /** whether everybody who was selected has been seen to */
  readonly isDone: boolean
  /** `'list'` is the fallback of a store that cannot query: every customer is looked at */
  readonly source: SelectionSource
}

/** What is the same for every chunk. */
interface BulkCall<Tx> extends BulkChunkCall<Tx> {
  readonly key: string
  readonly isDry: boolean
  readonly options: BulkCallOptions<Tx> & { readonly confirmed?: boolean }
}

/** How one chunk has ended. */
interface ChunkEnd {
  readonly rows: readonly BulkRow[]
  readonly next: Cursor | null
}

/**
 * Carries out one action for a selection, chunk by chunk: each is one atomic write under a key that names where it begins, so
 * that a call that is repeated under the same key does nothing twice, and tells the same. Without a key of the caller's own,
 * nothing is recognised. A chunk that is under way when the signal comes is finished; the report says where to go on.
 */
export async function runBulk<Tx>(
  ports: ServicePorts<Tx>,
  selection: BulkSelection,
  action: BulkAction,
  options: BulkCall<Tx>['options'],
  isDry = false,
): Promise<Outcome<BulkReport>> {
  const { batchSize = BATCH, resumeFrom = null } = options
  invariant(Number.isInteger(batchSize) && batchSize >= 1, 'a chunk holds one customer at least')
  const context = ports.contextOf(options)
  const selected = readSelection(selection, context, ports.sources)
  const faults = bulkActionProblems(action)
  if (!selected.ok) return { ok: false, problems: [...selected.problems, ...faults] }
  const [first, ...rest] = [
    ...keyProblems(context.key),
    ...faults,
    ...cursorProblems(selected.value, resumeFrom),
  ]
  if (first !== undefined) return refusal(first, ...rest)
  const request = requestOf('bulk', [], { action, selection } as unknown as JsonValue)
  const call = { ports, action, selected: selected.value, request, key: context.key, isDry, options }
  const source = await sourceOf(ports, selected.value, callOf(options))
  return chunkByChunk(call, beginning(resumeFrom, source))
}

async function chunkByChunk<Tx>(call: BulkCall<Tx>, start: BulkReport): Promise<Outcome<BulkReport>> {
  const { signal, onRow, onProgress } = call.options
  for (let report = start; ; ) {
    if (signal?.aborted === true) return success(report)
    const { next, source } = report
    const ended = await (call.isDry ? planChunk(call, source, next) : runChunk(call, source, next))
    if (!ended.ok) return ended
    report = advanced(report, ended.value)
    for (const row of ended.value.rows) onRow?.(row)
    onProgress?.(report)
    if (report.isDone) return success(report)
  }
}

function beginning(next: Cursor | null, source: SelectionSource): BulkReport {
  return { selected: 0, tally: tallyOf([]), next, isDone: false, source }
}

function advanced({ selected, tally, source }: BulkReport, { rows, next }: ChunkEnd): BulkReport {
  const more = tallyOf(rows)
  return {
    selected: selected + rows.length,
    tally: {
      planned: tally.planned + more.planned,
      unchanged: tally.unchanged + more.unchanged,
      refused: tally.refused + more.refused,
    },
    next,
    isDone: next === null,
    source,
  }
}

/** A place in a list of ids is a number; that in a store is the store's own. */
function cursorProblems({ by }: SelectedCustomers, cursor: Cursor | null): Problem<BulkProblemCode>[] {
  const isPlace = cursor === null || by === 'test' || /^\d{1,9}$/.test(cursor)
  return isPlace ? [] : [problem('bulk.cursor-invalid', ['resumeFrom'])]
}

/** What a chunk would come to; nothing is written. */
async function planChunk<Tx>(
  call: BulkCall<Tx>,
  source: SelectionSource,
  after: Cursor | null,
): Promise<Outcome<ChunkEnd>> {
  const chunk = await chunkFrom(call, source, after)
  if (!chunk.ok) return chunk
  const { records, absent, next } = chunk.value
  const context = call.ports.contextOf(call.options)
  const { rows } = planBulkRows(records, call.action, context, { ended: absent, request: call.request })
  return success({ rows, next })
}

async function runChunk<Tx>(
  call: BulkCall<Tx>,
  source: SelectionSource,
  after: Cursor | null,
): Promise<Outcome<ChunkEnd>> {
  const { ports, request, options } = call
  const key = `${call.key}/from/${after ?? 'start'}`
  const isDone = (await ports.repository.outcomeOf(key, callOf(options))) !== null
  const selected = isDone ? success(nobody) : await chunkFrom(call, source, after)
  if (!selected.ok) return selected
  const chunk = selected.value
  const { length } = chunk.records
  if (!isDone && length + chunk.absent.length === 0) return success({ rows: [], next: chunk.next })
  const done = await run(
    ports,
    {
      request: () => request,
      confirmed: options.confirmed,
      // beyond the bound each attempt gives up somebody, so the rest is never lost
      attempts: ports.attempts + length,
      plan: bulkChunkPlanner(call, chunk, callOf(options)),
    },
    { ...callOf(options), ...actorOf(options), key },
  )
  if (!done.ok) return done
  const { plan, receipt } = done.value
  return success({
    rows: plan?.rows ?? bulkRowsOfSummary(receipt.summary),
    next: (receipt.summary['next'] ?? null) as Cursor | null,
  })
}

const nobody: SelectedChunk = { records: [], absent: [], next: null }

function chunkFrom<Tx>(
  { ports, selected, options }: BulkCall<Tx>,
  source: SelectionSource,
  after: Cursor | null,
): Promise<Outcome<SelectedChunk>> {
  const { batchSize = BATCH, signal } = options
  return nextChunk(ports, { selected, source }, { after, size: batchSize, signal }, callOf(options))
}

/** A signal ends the whole between two chunks, and no chunk half way. */
function callOf<Tx>({ transaction }: CallOptions<Tx>): CallOptions<Tx> {
  return { transaction }
}

function actorOf<Tx>({ actor }: CallerOptions<Tx>): Pick<CallerOptions<Tx>, 'actor'> {
  return actor === undefined ? {} : { actor }
}
