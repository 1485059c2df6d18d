import type { Claim } from '../../plan/claims.js'
import type { Effect } from '../../plan/effect.js'
import type { CustomerId } from '../../value/id.js'
import type { Settled } from '../memory/store.js'
import { entryColumns, jsonOf, type CustomerRow } from './customer-row.js'
import { overtaken } from './failure.js'
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
 * Reads all that a commit needs in one statement, and locks the rows of the customers in the order of their ids; those of merged
 * customers need no lock, because nobody changes them who has not locked the survivor. Whoever had to wait for a lock reads once
 * more: the rest was read before the other commit was there, and the locks are held by now. Where somebody has ended meanwhile,
 * others are to be locked, and to keep the order everything is begun anew.
 */
export async function readWorld(session: Session, wanted: Wanted): Promise<Found> {
  const text = statement(session.tables)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await ask<Answer>(session, text, wanted)
    const versions = new Map(answer.rows.map(({ id, version }) => [id, version]))
    const seen = Object.entries(answer.seen ?? {})
    if (seen.every(([id, version]) => versions.get(id) === version)) return answer
    if (!seen.every(([id]) => versions.has(id))) break
  }
  throw overtaken()
}

/** The second time waits for nobody, unless for those who came into the first. */
const ATTEMPTS = 3

/** Texts of the JSON that is asked, made once: not for every row that they are compared with. */
function list(key: string): string {
  return `array(select jsonb_array_elements_text((select j from asked) -> '${key}'))`
}

function statement({ customers, merges, claims, counted, outbox, receipts }: Tables): string {
  return `with asked as materialized (select $2::text::jsonb as j),
wanted as materialized (
  select array(
    select unnest(${list('ids')})
    union select m.survivor from ${merges} m where m.shop = $1 and m.id = any(${list('ids')})
  ) as ids
),
locked as materialized (
  select c.* from ${customers} c
  where c.shop = $1 and c.id = any((select ids from wanted)::text[]) and c.state <> 'merged'
  order by c.id for no key update
),
rows as (
  select l.*, null::text as merged_into from locked l
  union all select c.*, m.survivor from ${customers} c join ${merges} m on m.shop = $1 and m.id = c.id
  where c.shop = $1 and c.id = any((select ids from wanted)::text[]) and c.state = 'merged'
)
select jsonb_build_object(
  'rows', (select coalesce(jsonb_agg(${jsonOf(entryColumns, 'l')}), '[]') from rows l),
  'seen', (select jsonb_object_agg(c.id, c.version) from ${customers} c
    where c.shop = $1 and c.id = any((select ids from wanted)::text[])),
  'claims', (select coalesce(jsonb_agg(jsonb_build_object('claim', x.claim, 'holder', x.holder)), '[]')
    from ${claims} x where x.shop = $1 and x.claim = any(${list('claims')})),
  'counted', (select coalesce(jsonb_agg(jsonb_build_object('activity', x.activity, 'customer', x.customer)), '[]')
    from ${counted} x where x.shop = $1 and x.activity = any(${list('activities')})),
  'effects', (select coalesce(jsonb_agg(x.effect order by x.arrived, x.ordinal), '[]') from ${outbox} x
    where x.shop = $1 and (x.id = any(${list('effects')}) or x.names && ${list('named')})),
  'settled', (select jsonb_build_object('request', x.request, 'receipt', x.receipt) from ${receipts} x
    where x.shop = $1 and x.key = (select j from asked) ->> 'key'),
  'names', (select coalesce(jsonb_agg(gen_random_uuid()), '[]')
    from generate_series(1, ((select j from asked) ->> 'names')::int))
)::text as answer`
}
