import type { CustomerId } from '../../value/id.js'
import type { DistinctPair } from '../port.js'
import { ask, type Session } from './session.js'
import { storedIds } from './wanted.js'

/** The pairs of different people among whom is one of these; what was said of a merged record holds for its survivor. */
export async function distinctFrom(
  session: Session,
  ids: readonly CustomerId[],
): Promise<readonly DistinctPair[]> {
  return ask<readonly DistinctPair[]>(session, statement(session), storedIds(ids))
}

function statement({ tables: { customers, merges } }: Session): string {
  return `with selves as (
  select distinct coalesce(m.survivor, c.id) as id
  from ${customers} c left join ${merges} m on m.shop = $1 and m.id = c.id
  where c.shop = $1 and c.id = any(array(select jsonb_array_elements_text($2::text::jsonb)))
),
told as (
  select self.id as self, unnest(c.distinct_from) as id
  from selves s
  join ${customers} self on self.shop = $1 and self.id = s.id and self.state = 'present'
  join ${customers} c on c.shop = $1 and c.id = any(self.id || self.absorbed)
),
pairs as (
  select distinct least(t.self, c.id) as one, greatest(t.self, c.id) as other
  from told t
  left join ${merges} m on m.shop = $1 and m.id = t.id
  join ${customers} c on c.shop = $1 and c.id = coalesce(m.survivor, t.id) and c.state = 'present'
  where c.id <> t.self
)
select coalesce(jsonb_agg(jsonb_build_array(one, other) order by one, other), '[]')::text as answer from pairs`
}
