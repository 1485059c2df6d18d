import type { TimelineEntry } from '../../timeline/entry.js'
import type { CustomerId } from '../../value/id.js'
import { eachByKey } from './each-by-key.js'
import { ask, type Session } from './session.js'
import { storedIds } from './wanted.js'

/** The events of a customer and of all who were merged into them, oldest first. */
export async function timeline(session: Session, id: CustomerId): Promise<readonly TimelineEntry[]> {
  return ask<readonly TimelineEntry[]>(session, statement(session), storedIds([id]))
}

/** Of one moment, in the order in which they came; what was erased has left its id behind. */
function statement({ tables: { customers, merges, events } }: Session): string {
  return `with one as (
  select coalesce(m.survivor, c.id) as id
  from ${customers} c left join ${merges} m on m.shop = $1 and m.id = c.id
  where c.shop = $1 and c.id = ($2::text::jsonb ->> 0)
),
lineage as (
  select c.id || c.absorbed as ids from ${customers} c where c.shop = $1 and c.id = (select id from one)
)
select coalesce(jsonb_agg(
  jsonb_build_object('id', e.id, 'customer', e.customer, 'at', e.at, 'event', e.event)
  order by e.at, e.arrived, e.ordinal, e.id
), '[]')::text as answer
from ${eachByKey(events, 'e', 'customer', { keys: 'select unnest(ids) from lineage' })}
where e.event is not null`
}
