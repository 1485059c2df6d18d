export type { Person } from '../../plan/person.js'
export type { HostCustomers } from './beside/host-customers.js'
export type { HostField, HostTextField } from './beside/host-fields.js'
export type { PostgresAnswer, PostgresClient, PostgresConnection } from './client.js'
export type { PostgresFailure } from './failure.js'
export {
  fromPg,
  type PgOptions,
  type PgPool,
  type PgPoolClient,
  type PgQueryable,
  type PgStatement,
} from './from-pg.js'
export { fromPglite, type PgliteAnswer, type PgliteDatabase, type PgliteQueryable } from './from-pglite.js'
export {
  fromPostgresJs,
  type PostgresJsQueryable,
  type PostgresJsRows,
  type PostgresJsSql,
} from './from-postgres-js.js'
export {
  createPostgresRepository,
  type PostgresRepository,
  type PostgresRepositoryOptions,
} from './postgres-repository.js'
export { missingMigrations, postgresSchema, type PostgresMigration } from './postgres-schema.js'
export type { Projection } from './project.js'
export type { HostFactsById } from './session.js'
export type { NewThing, PostgresRelation, PostgresRelations } from './settings.js'
export type { TableNames } from './tables.js'
