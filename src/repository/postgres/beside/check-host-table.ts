import { invariant } from '../../../outcome/invariant.js'
import { ask, type Session } from '../session.js'
import { canHold, isTextField, type HostField } from './host-fields.js'
import type { HostTable } from './host-table.js'

interface ColumnInfo {
  readonly name: string
  readonly required: boolean
  readonly filled: boolean
  readonly category: string
}

/**
 * Whether the host's table is as the mapping says, asked of the database before anything is read. Throws for the programmer, with
 * the names of all columns at once: those that are not there or of another type, those that take no null although a field may be missing (erasure
 * empties them, too), and those that an insert would have to fill and cannot.
 */
export async function checkHostTable(session: Session, host: HostTable): Promise<void> {
  const columns = await ask<readonly ColumnInfo[] | null>(session, statement, host.name)
  invariant(columns !== null, `there is no table ${host.name}`)
  const faults = faultsIn(host, new Map(columns.map((column) => [column.name, column])))
  invariant(faults.length === 0, `the table ${host.name} does not fit its mapping: ${faults.join('; ')}`)
}

const statement = `select coalesce((
  select jsonb_agg(jsonb_build_object(
    'name', a.attname, 'required', a.attnotnull,
    'filled', a.atthasdef or a.attidentity <> '' or a.attgenerated <> '', 'category', t.typcategory
  ))::text
  from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = to_regclass($2::text::jsonb #>> '{}') and a.attnum > 0 and not a.attisdropped
    and $1::text is not null
), 'null') as answer`

function faultsIn({ customers, canHoldIds }: HostTable, found: ReadonlyMap<string, ColumnInfo>): string[] {
  const { id, shop, columns, placeholders = {}, notStored = [], inserts = true } = customers
  const mapped = Object.entries(columns) as [HostField, string][]
  const named = [id, ...(shop === undefined ? [] : [shop]), ...mapped.map(([, column]) => column)]
  const missing = named.filter((column) => !found.has(column))
  const unclear = mapped.filter(([field]) => (notStored as readonly string[]).includes(field))
  const repeated = named.filter((column, index) => named.indexOf(column) < index)
  const tight = mapped.filter(
    ([field, column]) =>
      isTextField(field) && placeholders[field] === undefined && found.get(column)?.required === true,
  )
  const empty = [...found.values()].filter(({ required, filled }) => required && !filled)
  const unfilled = inserts ? empty.filter((column) => !named.includes(column.name)) : []
  const ids = found.get(id)
  const strange = mapped.filter(([field, column]) => {
    const info = found.get(column)
    return info !== undefined && !canHold(field, info.category)
  })
  return [
    ...missing.map((column) => `there is no column ${column}`),
    ...(ids === undefined || canHoldIds(ids.category) ? [] : [`${id} is of another type than idType says`]),
    ...strange.map(([field, column]) => `the type of ${column} cannot hold ${field}`),
    ...repeated.map((column) => `${column} stands twice`),
    ...unclear.map(([field]) => `${field} has a column and is not stored`),
    ...tight.map(([field, column]) => `${column} takes no null, so ${field} needs one of the placeholders`),
    ...unfilled.map(({ name }) => `${name} takes no null and is in no mapping, so inserts must be off`),
  ]
}
