import type { Outcome } from '../outcome/outcome.js'
import { success } from '../outcome/outcome.js'
import type { Claim } from '../plan/claims.js'
import { identitiesOf } from '../transfer/candidate.js'
import { readCustomerCsv, type CsvSource } from '../transfer/csv-read.stream.js'
import type { CustomerRow } from '../transfer/customer-row.js'
import type { ImportedRow, ImportOptions, ImportPlan, ImportTally } from '../transfer/import-plan.js'
import { rowsOfSummary } from '../transfer/import-summary.js'
import { importRequest, planImport } from '../transfer/plan-import.js'
import type { CustomerId } from '../value/id.js'
import type { CallerOptions, ServicePorts } from './ports.js'
import { run, type Done, type RefusedPlan } from './run.js'

/** How a file is imported. */
export interface ImportCallOptions<Tx> extends CallerOptions<Tx>, ImportOptions {
  /** rows that are written at once: 500 unless given */
  readonly chunkSize?: number
  /** changes a row before it is judged, to repair an address say */
  readonly prepare?: (row: CustomerRow) => CustomerRow
  /**
   * is told what became of each row, in the order of the file, with the row as it was read; ids are real. Of rows that an
   * earlier call under the same key has imported it is told again, without warnings and with problems of code and row alone
   */
  readonly onRow?: (outcome: ImportedRow, row: CustomerRow) => void
}

/** What became of a file: every row has ended in exactly one of the five, and they add up to `rows`. */
export interface ImportReport {
  readonly rows: number
  readonly tally: ImportTally
  /** the rows that were refused, with every reason; of a chunk imported before, each reason's code and row */
  readonly refused: readonly ImportedRow[]
}

/** What an import has come to so far. */
interface Progress {
  rows: number
  chunk: number
  readonly tally: { -readonly [Status in keyof ImportTally]: number }
  readonly refused: ImportedRow[]
  /** by id, the row that wrote it: the last row of a person wins in the whole file */
  readonly earlier: Map<CustomerId, number>
}

/**
 * Imports a file of customers chunk by chunk (C-5). Each chunk is one atomic write under a key of its own, so that a
 * repeated call under the same key imports nothing twice, goes on where the one before stopped, and reports the same.
 */
export async function importCustomers<Tx>(
  ports: ServicePorts<Tx>,
  source: CsvSource,
  options: ImportCallOptions<Tx>,
): Promise<Outcome<ImportReport>> {
  const { key } = ports.contextOf(options)
  const progress = begin()
  for await (const rows of chunks(readCustomerCsv(source), options)) {
    progress.chunk++
    const done = await importChunk(ports, rows, progress, {
      ...options,
      key: `${key}/chunk/${progress.chunk}`,
    })
    if (!done.ok) return done
    record(progress, rows, done.value, options)
  }
  const { rows, tally, refused } = progress
  return success({ rows, tally, refused })
}

function begin(): Progress {
  const tally = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 }
  return { rows: 0, chunk: 0, tally, refused: [], earlier: new Map() }
}

async function* chunks<Tx>(
  rows: AsyncIterable<CustomerRow>,
  { chunkSize = 500, prepare = (row) => row, signal }: ImportCallOptions<Tx>,
): AsyncGenerator<CustomerRow[], void, undefined> {
  let chunk: CustomerRow[] = []
  for await (const row of rows) {
    signal?.throwIfAborted()
    chunk.push(prepare(row))
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function importChunk<Tx>(
  ports: ServicePorts<Tx>,
  rows: readonly CustomerRow[],
  { earlier }: Progress,
  options: ImportCallOptions<Tx>,
): Promise<Outcome<Done<ImportPlan>>> {
  const refused: Claim[] = []
  return run(
    ports,
    {
      request: () => importRequest(rows, options),
      plan: async (context, before) => {
        refused.push(...refusedClaims(before))
        const { records, suppressed } = await ports.repository.findByIdentity(
          identitiesOf(rows, context),
          options,
        )
        return planImport(rows, { existing: records, suppressed, refused, earlier }, context, options)
      },
    },
    options,
  )
}

/** The claims that the store would not give, as the plan before had asked for them: their rows are left out. */
function refusedClaims(before: RefusedPlan<ImportPlan> | null): Claim[] {
  if (before === null) return []
  const taken = before.problems.filter(({ code }) => code === 'commit.identity-taken')
  return before.plan.changeSet.changes.flatMap((change) =>
    change.type === 'put'
      ? change.claims.filter((claim) =>
          taken.some(
            ({ path, params }) => params?.['id'] === change.customer.id && claim.startsWith(`${path[0]}:`),
          ),
        )
      : [],
  )
}

function record<Tx>(
  progress: Progress,
  rows: readonly CustomerRow[],
  { plan, receipt }: Done<ImportPlan>,
  { onRow }: ImportCallOptions<Tx>,
): void {
  progress.rows += rows.length
  const ended = plan?.rows ?? rowsOfSummary(receipt.summary)
  ended.forEach((planned, index) => {
    const outcome = { ...planned, id: planned.id === null ? null : (receipt.ids[planned.id] ?? planned.id) }
    progress.tally[outcome.status]++
    if (outcome.status === 'refused') progress.refused.push(outcome)
    if (outcome.id !== null && (outcome.status === 'created' || outcome.status === 'updated'))
      progress.earlier.set(outcome.id, outcome.row)
    onRow?.(outcome, rows[index] as CustomerRow)
  })
}
