import type { Claim } from '../../plan/claims.js'
import type { Effect } from '../../plan/effect.js'
import type { CustomerId } from '../../value/id.js'
import type { Settled } from '../memory/store.js'
import { entryColumns, jsonOf, type CustomerRow } from './customer-row.js'
import { ask, type Session } from './session.js'
import type { Tables } from './tables.js'

/** What a commit must know before it can be judged. */
export interface Wanted {
  readonly ids: readonly CustomerId[]
  readonly key?: string | undefined
  readonly claims?: readonly Claim[] | undefined
  readonly activities?: readonly string[] | undefined
  /** effects by their ids, and all effects that name customers */
  readonly effects?: readonly string[] | undefined
  readonly named?: readonly CustomerId[] | undefined
  /** how many names for new things */
  readonly names?: number | undefined
}

/** What was read, with the rows of all customers locked. */
export interface Found {
  readonly rows: readonly CustomerRow[]
  readonly claims: readonly { readonly claim: Claim; readonly holder: CustomerId }[]
  readonly counted: readonly { readonly activity: string; readonly customer: CustomerId }[]
  readonly effects: readonly Effect[]
  readonly settled: Settled | null
  readonly names: readonly string[]
}

/** Rows with the versions that stood before their locks were there. */
interface Answer extends Found {
  readonly seen: Readonly<Record<CustomerId, number>> | null
}

/**
 * Reads all that a commit needs in one statement, and locks the rows of the customers in the order of their ids. Whoever had to
 * wait for a lock reads once more: the rest was read before the other commit was there, and the locks are held by now.
 */
export async function readWorld(session: Session, wanted: Wanted): Promise<Found> {
  const text = statement(session.tables)
  for (let attempt = 1; ; attempt++) {
    const answer = await ask<Answer>(session, text, wanted)
    if (attempt === ATTEMPTS || !hasWaited(answer)) return answer
  }
}

/** More than a chain of commits that come in between can take. */
const ATTEMPTS = 5

/** Whether a locked row is newer than what was read beside it, or leads to somebody who was not read. */
function hasWaited({ rows, seen }: Answer): boolean {
  const ids = new Set(rows.map(({ id }) => id))
  return rows.some(
    ({ id, version, merged_into: into }) => seen?.[id] !== version || (into !== null && !ids.has(into)),
  )
}

function statement({ customers, claims, counted, outbox, receipts }: Tables): string {
  const list = (key: string): string => `array(select jsonb_array_elements_text(asked.j -> '${key}'))`
  return `with asked as materialized (select $2::text::jsonb as j),
wanted as materialized (
  select array(
    select unnest(${list('ids')})
    union select c.merged_into from ${customers} c, asked
    where c.shop = $1 and c.id = any(${list('ids')}) and c.merged_into is not null
  ) as ids from asked
),
locked as materialized (
  select c.* from ${customers} c
  where c.shop = $1 and c.id = any((select ids from wanted)::text[])
  order by c.id for no key update
)
select jsonb_build_object(
  'rows', (select coalesce(jsonb_agg(${jsonOf(entryColumns, 'l')}), '[]') from locked l),
  'seen', (select jsonb_object_agg(c.id, c.version) from ${customers} c
    where c.shop = $1 and c.id = any((select ids from wanted)::text[])),
  'claims', (select coalesce(jsonb_agg(jsonb_build_object('claim', x.claim, 'holder', x.holder)), '[]')
    from ${claims} x, asked where x.shop = $1 and x.claim = any(${list('claims')})),
  'counted', (select coalesce(jsonb_agg(jsonb_build_object('activity', x.activity, 'customer', x.customer)), '[]')
    from ${counted} x, asked where x.shop = $1 and x.activity = any(${list('activities')})),
  'effects', (select coalesce(jsonb_agg(x.effect order by x.arrived, x.ordinal), '[]') from ${outbox} x, asked
    where x.shop = $1 and (x.id = any(${list('effects')}) or x.names && ${list('named')})),
  'settled', (select jsonb_build_object('request', x.request, 'receipt', x.receipt) from ${receipts} x, asked
    where x.shop = $1 and x.key = asked.j ->> 'key'),
  'names', (select coalesce(jsonb_agg(gen_random_uuid()), '[]') from asked, generate_series(1, (asked.j ->> 'names')::int))
)::text as answer`
}
