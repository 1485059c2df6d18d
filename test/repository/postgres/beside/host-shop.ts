import type { PGlite } from '@electric-sql/pglite'
import type { ReadBack } from 'clientele/contract'
import type { HostCustomers, PostgresConnection } from 'clientele/postgres'
import { readBackOf } from '../read-back.js'

/** A table of customers as a shop may have had it for years: it knows more than the library, in types of its own. */
export const hostTable = `create table users (
  shop_key text not null,
  user_id text not null,
  first_name text,
  last_name varchar,
  email_address text,
  phone_no text,
  lang text,
  remarks text not null default '-',
  labels text[] not null default '{}',
  level smallint not null default 0,
  exempt boolean not null default false,
  origin text,
  created timestamptz not null default now(),
  changed timestamptz not null default now(),
  password_hash text not null default 'secret',
  primary key (shop_key, user_id)
)`

export const users: HostCustomers = {
  table: 'users',
  id: 'user_id',
  shop: 'shop_key',
  columns: {
    firstName: 'first_name',
    lastName: 'last_name',
    email: 'email_address',
    phone: 'phone_no',
    locale: 'lang',
    note: 'remarks',
    tags: 'labels',
    priceLevel: 'level',
    taxExempt: 'exempt',
    source: 'origin',
    createdAt: 'created',
    updatedAt: 'changed',
  },
  placeholders: { note: '-' },
}

type Row = Readonly<Record<string, unknown>>

/** The rows of the host, past the repository. */
export async function rowsOfHost(connection: PostgresConnection, shop: string): Promise<readonly Row[]> {
  const { rows } = await connection.query(
    'select to_jsonb(u)::text as row from users u where shop_key = $1 order by user_id',
    [shop],
  )
  return rows.map(({ row }) => JSON.parse(row as string) as Row)
}

/** The raw tables of one shop: of a customer, what the host has columns for is read there. */
export function readBackBeside(connection: PostgresConnection, shop: string): Required<ReadBack> {
  const own = readBackOf(connection, shop)
  const moment = (at: unknown): string => new Date(at as string).toISOString()
  return {
    ...own,
    customer: async (id) => {
      const beside = await own.customer(id)
      const row = (await rowsOfHost(connection, shop)).find((one) => one['user_id'] === id)
      if (beside === null) return null
      return {
        ...beside,
        firstName: row?.['first_name'] as string | null,
        lastName: row?.['last_name'] as string | null,
        email: row?.['email_address'] as string | null,
        phone: row?.['phone_no'] as string | null,
        locale: row?.['lang'] as string | null,
        note: row?.['remarks'] === '-' ? null : (row?.['remarks'] as string),
        tags: row?.['labels'] as readonly string[],
        priceLevel: row?.['level'] as number,
        taxExempt: row?.['exempt'] as boolean,
        source: row?.['origin'] as string | null,
        createdAt: moment(row?.['created']),
        updatedAt: moment(row?.['changed']),
      }
    },
    everything: async () => ({
      ...((await own.everything()) as object),
      users: await rowsOfHost(connection, shop),
    }),
  }
}

/** Something done to the host's table past the library. */
export async function behind(db: PGlite, text: string, values: unknown[]): Promise<void> {
  await db.query(text, values)
}
