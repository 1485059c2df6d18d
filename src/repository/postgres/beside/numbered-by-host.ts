import { invariant } from '../../../outcome/invariant.js'
import type { ChangeSet } from '../../../plan/change-set.js'
import { isNewId } from '../../../value/id.js'
import { ask, type Session } from '../session.js'
import type { Settings } from '../settings.js'

interface Names {
  readonly customers: readonly string[] | null
  readonly others: readonly string[]
}

/** Settings under which new customers get the numbers of the host's own sequence, where its ids are numbers. */
export async function numberedByHost(
  session: Session,
  settings: Settings,
  { changes }: ChangeSet,
): Promise<Settings> {
  const { host, newId } = settings
  if (host === null || newId !== undefined || host.customers.idType !== 'bigint') return settings
  const puts = changes.flatMap((change) => (change.type === 'put' ? [change.customer] : []))
  const count = puts.filter(({ id }) => isNewId(id)).length
  if (count === 0) return settings
  const things = puts.reduce((sum, one) => sum + one.addresses.length + one.billingDetails.length, 0)
  const asked = { table: host.name, column: host.customers.id, count, things }
  const { customers, others } = await ask<Names>(session, statement, asked)
  invariant(customers !== null, 'the ids of the host have no sequence, so new customers need `newId`')
  const [numbers, names] = [customers.values(), others.values()]
  return { ...settings, newId: (kind) => (kind === 'customer' ? numbers : names).next().value as string }
}

const statement = `with asked as materialized (select $2::text::jsonb as j),
sequence as materialized (
  select pg_get_serial_sequence(j ->> 'table', j ->> 'column') as name from asked where $1::text is not null
)
select jsonb_build_object(
  'customers', (select jsonb_agg(nextval(s.name::regclass)::text)
    from sequence s, generate_series(1, (select (j ->> 'count')::int from asked)) where s.name is not null),
  'others', (select coalesce(jsonb_agg(gen_random_uuid()), '[]')
    from generate_series(1, (select (j ->> 'things')::int from asked)))
)::text as answer`
