import type { CustomerId } from '../../value/id.js'
import { ask, type Session } from './session.js'
import { storedIds } from './wanted.js'

/** The living customers who were recorded to be somebody else; what was said of a merged record holds for its survivor. */
export async function distinctFrom(session: Session, id: CustomerId): Promise<readonly CustomerId[]> {
  return ask<readonly CustomerId[]>(session, statement(session), storedIds([id]))
}

function statement({ tables: { customers, merges } }: Session): string {
  return `with self as (
  select coalesce(m.survivor, c.id) as id
  from ${customers} c left join ${merges} m on m.shop = $1 and m.id = c.id
  where c.shop = $1 and c.id = ($2::text::jsonb ->> 0)
),
lineage as (
  select c.id || c.absorbed as ids from ${customers} c where c.shop = $1 and c.id = (select id from self)
),
others as (
  select unnest(c.distinct_from) as id from ${customers} c
  where c.shop = $1 and c.id = any((select ids from lineage)::text[])
),
ends as (
  select coalesce(m.survivor, c.id) as id
  from ${customers} c left join ${merges} m on m.shop = $1 and m.id = c.id
  where c.shop = $1 and c.id in (select id from others)
)
select coalesce(jsonb_agg(c.id order by c.id), '[]')::text as answer from ${customers} c
where c.shop = $1 and c.state = 'present' and c.id in (select id from ends) and c.id <> (select id from self)`
}
