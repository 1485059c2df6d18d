import type { Person } from '../../plan/person.js'
import type { CustomerId } from '../../value/id.js'
import { knownAs as knownAsIn } from '../memory/known-as.js'
import { jsonOf, entryColumns, type CustomerRow } from './customer-row.js'
import { eachByKey } from './each-by-key.js'
import { ask, type Session } from './session.js'
import type { Settings } from './settings.js'
import { stagingOf } from './staging.js'
import { storedIds } from './wanted.js'

/** Under what the host's tables may know a person now; of somebody who is leaving, also under what they were known before. */
export async function knownAs(session: Session, settings: Settings, id: CustomerId): Promise<Person> {
  const rows = await ask<readonly CustomerRow[]>(session, statement(session), storedIds([id]))
  const found = { rows, claims: [], counted: [], effects: [], settled: null, names: [] }
  return knownAsIn(stagingOf(found, settings, undefined).store, id)
}

function statement({ tables: { customers, merges } }: Session): string {
  return `select coalesce(jsonb_agg(${jsonOf(entryColumns, 'c')}), '[]')::text as answer
  from (
    select c.*, (select m.survivor from ${merges} m where m.shop = $1 and m.id = c.id) as merged_into
    from ${eachByKey(customers, 'c', 'id', { keys: 'select jsonb_array_elements_text($2::text::jsonb)' })}
  ) c`
}
