import type { BlockingKey } from '../../duplicates/blocking-keys.js'
import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { isStorable } from '../../value/text.js'
import type { RecordRow } from './customer-row.js'
import { eachByKey } from './each-by-key.js'
import { recordJson, recordsFrom } from './records.js'
import { ask, type Session } from './session.js'

/** The living records that hold any of these keys, in the order of ids. */
export async function findByBlockingKeys(
  session: Session,
  { keys, limit }: { readonly keys: readonly BlockingKey[]; readonly limit: number },
): Promise<readonly CustomerRecord[]> {
  invariant(limit >= 1, 'a page holds at least one record')
  const asked = { keys: keys.filter(isStorable), limit }
  return recordsFrom(session, await ask<readonly RecordRow[]>(session, statement(session), asked))
}

function statement({ tables }: Session): string {
  const keys = "select jsonb_array_elements_text($2::text::jsonb -> 'keys')"
  const held = `select k.customer from ${eachByKey(tables.keys, 'k', 'value', { keys, where: "t.kind = 'block'" })}`
  return `select coalesce(jsonb_agg(p.record order by p.id), '[]')::text as answer from (
  select c.id, ${recordJson} as record from ${eachByKey(tables.customers, 'c', 'id', { keys: held })}
  order by c.id limit ($2::text::jsonb ->> 'limit')::int
) p`
}
