import { invariant } from '../../outcome/invariant.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import type { CustomerRow } from '../../transfer/customer-row.js'
import { readSheet, type CsvSource } from '../../transfer/csv-sheet.stream.js'
import type { CsvReadOptions, SheetRow } from '../../transfer/csv-rows.js'
import type { ImportedRow, ImportOptions, ImportPlan } from '../../transfer/import-plan.js'
import { rowsOfSummary } from '../../transfer/import-summary.js'
import { rowProblem } from '../../transfer/transfer-problem.js'
import { errorBudget } from './error-budget.js'
import { importChunk } from './import-chunk.js'
import {
  countRow,
  emptyCount,
  type ImportCount,
  type ImportProgress,
  type ImportReport,
} from './import-report.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { CustomerId } from '../../value/id.js'
import { notify } from '../email/notify.js'
import { keyProblems } from '../key-problems.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { rehearsal } from './rehearsal.js'
import type { Done } from '../run.js'

/** How a file is imported. */
export interface ImportCallOptions<Tx>
  extends CallerOptions<Tx>,
    ImportOptions,
    Omit<CsvReadOptions, 'blank'> {
  /** how many rows are written at once at most: 500 unless given; the first chunks are smaller */
  readonly chunkSize?: number
  /** changes a row before it is judged, to repair an address say */
  readonly prepare?: (row: CustomerRow) => CustomerRow
  /**
   * is told what became of each row, in the order of the file, with the row as it was read; ids are real. Of rows that an
   * earlier call under the same key has imported it is told again, without warnings and with problems of code and row alone
   */
  readonly onRow?: (outcome: ImportedRow, row: CustomerRow) => void
  /** is told after each chunk how far the import has come */
  readonly onProgress?: (progress: ImportProgress) => void
  /**
   * how many rows may be refused before the import stops: 0 stops at the first, and without a number all good rows are taken.
   * Nothing of the chunk in which it stops is written
   */
  readonly errorBudget?: number | undefined
  /** goes through everything, writes nothing and tells nobody; what it would have written is held in memory */
  readonly dryRun?: boolean | undefined
}

/**
 * Imports a file of customers chunk by chunk (C-5). Each chunk is one atomic write under a key of its own, so that a
 * repeated call under the same key imports nothing twice, goes on where the one before stopped, and reports the same. At the end
 * the actor is sent a `notice`.
 */
export async function importCustomers<Tx>(
  real: ServicePorts<Tx>,
  source: CsvSource,
  options: ImportCallOptions<Tx>,
): Promise<Outcome<ImportReport>> {
  const { dryRun: isDryRun = false } = options
  invariant(typeof isDryRun === 'boolean', '`dryRun` is true or false')
  const { key, policy } = real.contextOf(options)
  const [unkept] = keyProblems(key)
  if (unkept !== undefined) return refusal(unkept)
  const ports = isDryRun ? rehearsing(real, policy.identity) : real
  const count = emptyCount()
  let stopped: Problem | null = null
  for await (const told of importedChunks(ports, readSheet(source, options), count, { ...options, key })) {
    if (!told.ok) return told
    stopped = told.value
    if (stopped !== null) break
  }
  const { rows, tally, refused } = count
  const report = { rows, tally, refused, stopped, isDryRun }
  const told = await notify(
    ports,
    { subject: 'import-finished', params: noticeParams(report) },
    { ...options, key },
  )
  return told.ok ? success(report) : told
}

/** Ports by which nothing is written, nothing delivered, and nobody told of what has not happened. */
function rehearsing<Tx>(real: ServicePorts<Tx>, rule: IdentityRule): ServicePorts<Tx> {
  return {
    ...real,
    deliver: undefined,
    followed: undefined,
    repository: rehearsal(real.repository, rule),
  }
}

/**
 * Rows of the first chunks; later ones have half as many as all before them, up to `chunkSize`. What is wrong with a whole file shows
 * at once; and the engine judges once and for all, by the objects of a kind that it sees first, whether such live long. Whenever it
 * looks, most that it has seen are of chunks that have ended. Doubled chunks did not do: of the first one hardly any object was seen, so
 * that in the second nearly all were alive. Objects taken for long-lived that are not cost the import up to a half more.
 */
const LEAST_CHUNK = 50

/** Imports chunk after chunk, and gives for each why the import stops there, `null` where it goes on. */
async function* importedChunks<Tx>(
  ports: ServicePorts<Tx>,
  batches: AsyncIterable<readonly SheetRow[]>,
  count: ImportCount,
  options: ImportCallOptions<Tx>,
): AsyncGenerator<Outcome<Problem | null>, void, undefined> {
  const { key, chunkSize = 500, prepare = (row) => row, signal } = options
  invariant(chunkSize >= 1, 'a chunk of an import has at least one row')
  let number = 0
  let cutOff: Problem | null = null
  let chunk: CustomerRow[] = []
  const next = (): Promise<Outcome<Problem | null>> =>
    importNext(ports, chunk, count, { ...options, key: `${key}/chunk/${++number}` })
  for await (const batch of batches) {
    for (const { row, isCutOff } of batch) {
      if (isCutOff) cutOff = row.problems[0] as Problem
      signal?.throwIfAborted()
      chunk.push(prepare(row))
      if (chunk.length < Math.min(Math.max(LEAST_CHUNK, count.rows / 2), chunkSize)) continue
      yield await next()
      chunk = []
    }
  }
  if (chunk.length > 0) yield await next()
  yield success(cutOff)
}

/**
 * Imports one chunk and tells what became of it. What a loop has had in hand it keeps until it has the next, so nothing of a chunk
 * is handed on but this: a chunk that lived beside the one after it would be most of the work of the collector.
 */
async function importNext<Tx>(
  ports: ServicePorts<Tx>,
  rows: readonly CustomerRow[],
  count: ImportCount,
  options: ImportCallOptions<Tx>,
): Promise<Outcome<Problem | null>> {
  const budget = errorBudget(count.tally.refused, options.errorBudget)
  const done = await importChunk(ports, rows, count.earlier, options, budget)
  const overrun = budget.overrun()
  if (!done.ok && overrun === null) return done
  tell(count, rows, done.ok ? endedRows(done.value) : unwrittenRows(overrun as ImportPlan), options)
  return success(done.ok ? null : done.problems[0])
}

function endedRows({ plan, receipt }: Done<ImportPlan>): readonly ImportedRow[] {
  const ended = plan?.rows ?? rowsOfSummary(receipt.summary)
  return ended.map((row) => {
    const id = row.id === null ? undefined : receipt.ids[row.id]
    return id === undefined ? row : withId(row, id)
  })
}

/** Field by field, because `{ ...row, id }` takes many times as long. */
function withId({ row, status, problems, warnings }: ImportedRow, id: CustomerId): ImportedRow {
  return { row, status, id, problems, warnings }
}

/** The rows of the chunk at which the import stopped: those that are refused, and others that were in good order in vain. */
function unwrittenRows({ rows }: ImportPlan): readonly ImportedRow[] {
  return rows.map((one) =>
    one.status === 'refused'
      ? one
      : { ...one, status: 'skipped', id: null, problems: [rowProblem('import.not-reached', one.row)] },
  )
}

function tell<Tx>(
  count: ImportCount,
  rows: readonly CustomerRow[],
  ended: readonly ImportedRow[],
  { onRow, onProgress }: ImportCallOptions<Tx>,
): void {
  ended.forEach((outcome, index) => {
    countRow(count, outcome)
    onRow?.(outcome, rows[index] as CustomerRow)
  })
  onProgress?.({ rows: count.rows, tally: { ...count.tally } })
}

function noticeParams({ rows, tally, stopped, isDryRun }: ImportReport): {
  [name: string]: number | boolean
} {
  return { rows, ...tally, isStopped: stopped !== null, isDryRun }
}
