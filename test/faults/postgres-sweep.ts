import {
  createPostgresRepository,
  fromPg,
  postgresSchema,
  type PgPool,
  type PgQueryable,
  type PostgresRepository,
} from 'clientele/postgres'
import { Pool } from 'pg'
import type { PostgresServer } from '../postgres/server.js'
import { records } from './operation.js'
import { type Deed, type Moment, sabotagedPool } from './sabotage.js'
import type { OpenStore } from './sweep.js'

/** A database with the tables of the repository, and a pool of connections to it, which outlives the server. */
export async function openPool(server: PostgresServer, size = 10): Promise<Pool> {
  const pool = new Pool({ ...(await server.createDatabase()), max: size })
  // an idle connection that is lost is nobody's; who needs one next opens another
  pool.on('error', () => undefined)
  for (const { sql } of postgresSchema()) await pool.query(sql)
  return pool
}

let shops = 0

/** A shop that nobody has used. */
export const newShop = (): string => `shop ${++shops}`

export function repositoryOn(pool: PgPool, shop: string): PostgresRepository<PgQueryable> {
  return createPostgresRepository({ client: fromPg(pool), shop })
}

/** What can be done to the server, by name. */
export const deeds = {
  /** nothing: only the process ends */
  none: () => async () => undefined,
  /** the connection is ended by the server */
  terminated: (pool: Pool) => async (client) => {
    if (client === null) return
    const pid = (client as unknown as { readonly processID: number }).processID
    await pool.query('select pg_terminate_backend($1, 1000)', [pid])
  },
  /** the server is killed */
  killed: (_pool: Pool, server: PostgresServer) => () => Promise.resolve(server.kill()),
} satisfies Record<string, (pool: Pool, server: PostgresServer) => Deed>

/** Stores in shops of one database, whose n-th statement goes wrong. */
export function postgresStores(
  server: PostgresServer,
  pool: Pool,
  deed: keyof typeof deeds,
  during = false,
): OpenStore {
  return async (point) => {
    const shop = newShop()
    const whole = repositoryOn(pool, shop)
    await whole.seed(records)
    if (point === null) return { faulty: whole, whole, isHit: () => false }
    const moment: Moment = during ? { ...point, kind: 'during' } : point
    const sabotaged = sabotagedPool(pool, moment, deeds[deed](pool, server))
    return {
      faulty: repositoryOn(sabotaged.pool, shop),
      whole,
      isHit: sabotaged.isHit,
      heal: async () => {
        if (deed === 'killed' && sabotaged.isHit()) await server.start()
      },
    }
  }
}
