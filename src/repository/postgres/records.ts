import type { CustomerRecord } from '../../customer/record.js'
import { withHostTables } from '../memory/host.js'
import { jsonOf, recordColumns, recordFrom, type RecordRow } from './customer-row.js'
import type { Session } from './session.js'

/** The records of rows, with what the host's tables say of them now. */
export async function recordsFrom(session: Session, rows: readonly RecordRow[]): Promise<CustomerRecord[]> {
  const records = rows.map(recordFrom)
  if (session.facts === undefined || records.length === 0) return records
  const facts = await session.facts(records.map(({ customer }) => customer.id))
  const host = { relations: {}, facts: (id: string) => facts.get(id) ?? {}, projected: undefined }
  return records.map((record) => withHostTables(host, record))
}

/** A record of the table called `c`, as JSON. */
export const recordJson: string = jsonOf(recordColumns, 'c')
