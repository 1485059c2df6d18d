import type { Claim } from '../../plan/claims.js'
import type { Effect } from '../../plan/effect.js'
import type { CustomerId } from '../../value/id.js'
import type { Settled } from '../memory/store.js'
import { entryColumns, jsonOf, type CustomerRow } from './customer-row.js'
import { eachByKey } from './each-by-key.js'
import { overtaken } from './failure.js'
import { ask, type Session } from './session.js'
import { statementOn } from './statements.js'
import type { Tables } from './tables.js'

/** What a commit must know before it can be judged. */
export interface Wanted {
  readonly ids: readonly CustomerId[]
  readonly key?: string | undefined
  readonly claims?: readonly Claim[] | undefined
  /** who comes back into use: what they held is claimed again */
  readonly revived?: readonly CustomerId[] | undefined
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

/** Rows with the versions that stood before their locks were there; of what was not asked for there is nothing. */
type Answer = Pick<Found, 'rows' | 'names'> &
  Partial<Found> & { readonly seen?: Readonly<Record<CustomerId, number>> | null }

/**
 * Reads all that a commit needs in one statement, and in a transaction locks the rows of the customers in the order of their ids;
 * those of merged customers need no lock, because nobody changes them who has not locked the survivor. Whoever had to wait for a
 * lock reads once more: the rest was read before the other commit was there, and the locks are held by now. Where somebody has
 * ended meanwhile, others are to be locked, and to keep the order everything is begun anew.
 */
export async function readWorld(session: Session, wanted: Wanted): Promise<Found> {
  const text = statement(session, wanted)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await ask<Answer>(session, text, wanted)
    const versions = new Map(answer.rows.map(({ id, version }) => [id, version]))
    const seen = Object.entries(answer.seen ?? {})
    if (seen.every(([id, version]) => versions.get(id) === version)) return { ...nothing, ...answer }
    if (!seen.every(([id]) => versions.has(id))) break
  }
  throw overtaken()
}

/** The second time waits for nobody, unless for those who came into the first. */
const ATTEMPTS = 3

const nothing = { claims: [], counted: [], effects: [], settled: null }

/** Texts of the JSON that is asked. */
function texts(key: string): string {
  return `select jsonb_array_elements_text((select j from asked) -> '${key}')`
}

interface Part {
  readonly key: keyof Answer
  readonly isAsked: (session: Session, wanted: Wanted) => boolean
  readonly sql: (tables: Tables) => string
}

const isAny = (asked: readonly unknown[] = []): boolean => asked.length > 0

/** What is read beside the rows, a row a list of the answer; only what is asked for. */
const parts: readonly Part[] = [
  {
    key: 'seen',
    isAsked: ({ locks }) => locks,
    sql: ({ customers }) => `(select jsonb_object_agg(c.id, c.version)
    from ${eachByKey(customers, 'c', 'id', { keys: 'select id from wanted' })})`,
  },
  {
    key: 'claims',
    isAsked: (_, { claims }) => isAny(claims),
    sql: ({
      claims,
    }) => `(select coalesce(jsonb_agg(jsonb_build_object('claim', x.claim, 'holder', x.holder)), '[]')
    from ${eachByKey(claims, 'x', 'claim', { keys: texts('claims') })})`,
  },
  {
    key: 'counted',
    isAsked: (_, { activities }) => isAny(activities),
    sql: ({
      counted,
    }) => `(select coalesce(jsonb_agg(jsonb_build_object('activity', x.activity, 'customer', x.customer)), '[]')
    from ${eachByKey(counted, 'x', 'activity', { keys: texts('activities') })})`,
  },
  {
    key: 'effects',
    isAsked: (_, { effects, named }) => isAny(effects) || isAny(named),
    sql: ({
      outbox,
    }) => `(select coalesce(jsonb_agg(x.effect order by x.arrived, x.ordinal), '[]') from ${outbox} x
    where x.shop = $1 and (x.id = any(array(${texts('effects')})) or x.names && array(${texts('named')})))`,
  },
  {
    key: 'settled',
    isAsked: (_, { key }) => key !== undefined,
    sql: ({
      receipts,
    }) => `(select jsonb_build_object('request', x.request, 'receipt', x.receipt) from ${receipts} x
    where x.shop = $1 and x.key = (select j ->> 'key' from asked))`,
  },
]

const columns = entryColumns.filter((name) => name !== 'merged_into').map((name) => `c."${name}"`)

function statement(session: Session, wanted: Wanted): string {
  const asked = parts.filter(({ isAsked }) => isAsked(session, wanted))
  const name = `read, ${session.locks}: ${asked.map(({ key }) => key).join()}`
  return statementOn(session.tables, name, () => reading(session, asked))
}

function reading({ tables, locks }: Session, asked: readonly Part[]): string {
  const { customers, merges } = tables
  // those who were merged are found by the table of merges, which holds hardly anybody
  return `with asked as materialized (select $2::text::jsonb as j),
led as materialized (select m.id, m.survivor from ${eachByKey(merges, 'm', 'id', { keys: texts('ids') })}),
wanted as materialized (${texts('ids')} as id union select survivor from led),
rows as (
  select ${columns.join(', ')}, null::text as merged_into
  from ${eachByKey(customers, 'c', 'id', { keys: 'select id from wanted', where: "t.state <> 'merged'", lock: locks })}
  union all
  select ${columns.join(', ')}, led.survivor
  from led join ${eachByKey(customers, 'c', 'id', { keys: 'select id from led' })} on c.id = led.id
)
select jsonb_build_object(
  'rows', (select coalesce(jsonb_agg(${jsonOf(entryColumns, 'l')}), '[]') from rows l),
  'names', (select coalesce(jsonb_agg(gen_random_uuid()), '[]')
    from generate_series(1, (select (j ->> 'names')::int from asked)))${asked.map(({ key, sql }) => `,\n  '${key}', ${sql(tables)}`).join('')}
)::text as answer`
}
