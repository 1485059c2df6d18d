import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import type { Cursor } from '../page-cursor.js'
import type { RecordPage } from '../port.js'
import type { RecordRow } from './customer-row.js'
import { recordJson, recordsFrom } from './records.js'
import { ask, type Session } from './session.js'

/** One page of the living records in the order of ids. A page goes on where the last one ended, whatever was ended since. */
export async function listRecords(
  session: Session,
  after: Cursor | null,
  limit: number,
): Promise<RecordPage> {
  invariant(limit >= 1, 'a page holds at least one record')
  const rows = await ask<readonly RecordRow[]>(session, statement(session), { after, limit: limit + 1 })
  const records = await recordsFrom(session, rows.slice(0, limit))
  return { records, next: rows.length > limit ? (records.at(-1) as CustomerRecord).customer.id : null }
}

function statement({ tables: { customers } }: Session): string {
  return `select coalesce(jsonb_agg(p.record order by p.id), '[]')::text as answer from (
    select c.id, ${recordJson} as record from ${customers} c
    where c.shop = $1 and c.living and c.id > coalesce($2::text::jsonb ->> 'after', '')
    order by c.id limit ($2::text::jsonb ->> 'limit')::int
  ) p`
}
