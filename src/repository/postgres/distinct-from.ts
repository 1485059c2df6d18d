import type { CustomerId } from '../../value/id.js'
import type { DistinctPair } from '../port.js'
import { eachByKey } from './each-by-key.js'
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
  const living = (keys: string): string =>
    eachByKey(customers, 'c', 'id', { keys, where: "t.state = 'present'" })
  const end = (id: string): string =>
    `coalesce((select m.survivor from ${merges} m where m.shop = $1 and m.id = ${id}), ${id})`
  return `with asked as (select jsonb_array_elements_text($2::text::jsonb) as id),
lines as (
  select c.id as self, unnest(c.id || c.absorbed) as id from ${living(`select ${end('asked.id')} from asked`)}
),
told as (
  select l.self, unnest(c.distinct_from) as id
  from lines l join ${eachByKey(customers, 'c', 'id', { keys: 'select id from lines' })} on c.id = l.id
),
others as (select t.self, ${end('t.id')} as id from told t),
pairs as (
  select distinct least(o.self, c.id) as one, greatest(o.self, c.id) as other
  from others o join ${living('select id from others')} on c.id = o.id
  where c.id <> o.self
)
select coalesce(jsonb_agg(jsonb_build_array(one, other) order by one, other), '[]')::text as answer from pairs`
}
