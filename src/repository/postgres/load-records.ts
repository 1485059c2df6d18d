import type { CustomerId } from '../../value/id.js'
import type { Loaded } from '../port.js'
import type { RecordRow } from './customer-row.js'
import { eachByKey } from './each-by-key.js'
import { recordJson, recordsFrom } from './records.js'
import { ask, type Session } from './session.js'
import { storedIds } from './wanted.js'

interface LoadedRow {
  readonly id: CustomerId
  readonly state: 'present' | 'merged' | 'deleted'
  readonly into: CustomerId | null
  readonly record: RecordRow
}

/** What each id leads to, in the order asked. */
export async function loadRecords(session: Session, ids: readonly CustomerId[]): Promise<readonly Loaded[]> {
  const rows = await ask<readonly LoadedRow[]>(session, statement(session), storedIds(ids))
  const present = rows.filter(({ state }) => state === 'present')
  const records = await recordsFrom(
    session,
    present.map(({ record }) => record),
  )
  const loaded = new Map<CustomerId, Loaded>(rows.map((row) => [row.id, ended(row)]))
  for (const record of records)
    loaded.set(record.customer.id, { id: record.customer.id, state: 'present', record })
  return ids.map((id) => loaded.get(id) ?? { id, state: 'unknown' })
}

function ended({ id, into }: LoadedRow): Loaded {
  return into === null ? { id, state: 'deleted' } : { id, state: 'merged', into }
}

function statement({ tables: { customers, merges } }: Session): string {
  return `select coalesce(jsonb_agg(jsonb_build_object(
    'id', c.id, 'state', c.state, 'into', (select m.survivor from ${merges} m where m.shop = $1 and m.id = c.id), 'record', ${recordJson}
  )), '[]')::text as answer
  from ${eachByKey(customers, 'c', 'id', { keys: 'select jsonb_array_elements_text($2::text::jsonb)' })}`
}
