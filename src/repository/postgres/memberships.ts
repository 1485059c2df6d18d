import { invariant } from '../../outcome/invariant.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { CustomerId, SegmentId } from '../../value/id.js'
import { isStorable } from '../../value/text.js'
import type { MemberPage, MembershipChange } from '../memberships.js'
import type { RecordFilter } from '../query.js'
import { bindingOf, filterCondition } from './query-condition.js'
import { answersTo, ask, type Session } from './session.js'
import type { Settings } from './settings.js'
import type { Tables } from './tables.js'

/**
 * Who is found now takes the place of who was a member before, in a transaction. The segment is locked by a statement of its own:
 * one that had waited itself would still see the members of before.
 */
export async function replaceMembers(
  session: Session,
  settings: Settings,
  segmentId: SegmentId,
  asOf: RecordFilter,
): Promise<Outcome<MembershipChange>> {
  const binding = bindingOf(session.shop)
  const stale = refusal(problem('commit.stale', [], { id: segmentId }))
  if (!isStorable(segmentId)) return stale
  const condition = filterCondition(asOf, settings, binding)
  if (!condition.ok) return condition
  if (!(await ask<boolean>(session, locking(session.tables), segmentId))) return stale
  const text = replacement(session.tables, binding.bind(segmentId, 'text'), condition.value)
  const [change] = await answersTo<MembershipChange>(session, text, binding.values)
  return success(change as MembershipChange)
}

function locking({ segments }: Tables): string {
  return `with held as (
  select s.id from ${segments} s where s.shop = $1 and s.id = $2::text::jsonb #>> '{}' for update
)
select to_jsonb(exists (select from held))::text as answer`
}

/** Whoever has ended is no member already, and does not leave. */
function replacement({ customers, members }: Tables, segment: string, condition: string): string {
  return `with now_in as materialized (select c.id from ${customers} c where ${condition}),
gone as (
  delete from ${members} m where m.shop = $1 and m.segment = ${segment}
    and not exists (select from now_in n where n.id = m.customer)
  returning m.customer
),
come as (
  insert into ${members} (shop, segment, customer)
  select $1::text, ${segment}, n.id from now_in n
  where not exists (select from ${members} m where m.shop = $1 and m.segment = ${segment} and m.customer = n.id)
  returning customer
)
select jsonb_build_object(
  'entered', (select coalesce(jsonb_agg(customer order by customer), '[]') from come),
  'left', (select coalesce(jsonb_agg(g.customer order by g.customer), '[]') from gone g
    join ${customers} c on c.shop = $1 and c.id = g.customer where c.living)
)::text as answer`
}

/** A page of members. */
export async function membersOf(
  session: Session,
  segmentId: SegmentId,
  { after, limit }: { readonly after: CustomerId | null; readonly limit: number },
): Promise<MemberPage> {
  invariant(limit >= 1, 'a page holds at least one member')
  if (!isStorable(segmentId)) return { ids: [], next: null }
  const asked = { segmentId, after, limit: limit + 1 }
  const ids = await ask<readonly CustomerId[]>(session, page(session.tables), asked)
  const shown = ids.slice(0, limit)
  return { ids: shown, next: ids.length > limit ? (shown.at(-1) as CustomerId) : null }
}

/** Somebody may have ended while a membership was taken, which had seen them alive. */
function page({ customers, members }: Tables): string {
  return `select coalesce(jsonb_agg(p.customer order by p.customer), '[]')::text as answer from (
  select m.customer from ${members} m join ${customers} c on c.shop = $1 and c.id = m.customer and c.living
  where m.shop = $1 and m.segment = $2::text::jsonb ->> 'segmentId'
    and m.customer > coalesce($2::text::jsonb ->> 'after', '')
  order by m.customer limit ($2::text::jsonb ->> 'limit')::int
) p`
}
