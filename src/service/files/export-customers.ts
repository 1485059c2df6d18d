import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import type { CsvWriteOptions } from '../../transfer/csv-write.js'
import { writeCustomerCsv } from '../../transfer/csv-write.stream.js'
import { notify } from '../email/notify.js'
import { keyProblems } from '../key-problems.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { recordsWhere, type MemberTest } from '../finding/records-where.js'

/** Takes the pieces of a file to where it can be fetched, and gives the link to it. */
export type SaveFile = (pieces: AsyncIterable<string>) => Promise<{ readonly link: string }>

/** What was exported, and where it is. */
export interface ExportReport {
  readonly rows: number
  readonly link: string
}

/**
 * Writes all living customers that a predicate holds for as a file, in constant memory, and sends the actor a `notice` with the
 * link, once for every key (L-5). Whose data are erased has none to export.
 */
export async function exportCustomers<Tx>(
  ports: ServicePorts<Tx>,
  save: SaveFile,
  { holds, filter }: MemberTest,
  options: CallerOptions<Tx> & CsvWriteOptions,
): Promise<Outcome<ExportReport>> {
  invariant(typeof save === 'function', 'an export needs a `save` that takes the pieces of the file')
  const { key } = ports.contextOf(options)
  const [unkept] = keyProblems(key)
  if (unkept !== undefined) return refusal(unkept)
  let rows = 0
  const isExported = (record: CustomerRecord): boolean => {
    const isWanted = record.facts.redaction !== 'done' && holds(record)
    if (isWanted) rows++
    return isWanted
  }
  const saved = await save(writeCustomerCsv(recordsWhere(ports, isExported, options, filter), options))
  const link: unknown = (saved as typeof saved | undefined)?.link
  invariant(typeof link === 'string', '`save` gives { link }: where the file can be fetched')
  const told = await notify(
    ports,
    { subject: 'export-finished', params: { rows, link } },
    { ...options, key },
  )
  return told.ok ? success({ rows, link }) : told
}
