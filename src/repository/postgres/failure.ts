import type { PostgresConnection } from './client.js'

/**
 * What is thrown when PostgreSQL, or the way to it, fails: nobody can tell what was carried out. Where only a programmer can help, as
 * with a table that is not there, it is a `TypeError`, and what is to be done stands in the message.
 */
export interface PostgresFailure extends Error {
  readonly name: 'PostgresFailure'
  /** the SQLSTATE, or the driver's own code of a lost connection; `null` where there is none */
  readonly code: string | null
}

/** Failures of the set-up, which no other attempt mends, and what mends them. */
const setUp: Readonly<Record<string, string>> = {
  '3F000': 'there is no such schema: create it, or name another by `schema`',
  '42P01': 'a table is missing: run what `missingMigrations` gives, with the same `schema` and `prefix`',
  '42703':
    'a column is missing: run what `missingMigrations` gives, and look at the columns that you have named',
  '42501': 'this user may not do that: grant it the rights on the tables',
}

/** Codes are words in capitals and digits; anything else might be somebody's data. */
const CODE = /^[A-Z0-9_]{1,40}$/

/** `unique_violation`: somebody else has written the same key in the meantime. */
const UNIQUE_VIOLATION = '23505'

/** The class of `serialization_failure` and `deadlock_detected`. */
const ROLLED_BACK = '40'

/** Somebody else has merged whom a commit has read. */
const OVERTAKEN = 'OVERTAKEN'

/**
 * A connection whose errors say nothing of the data: drivers put values into messages, details and causes, so none of it is
 * kept but the code.
 */
export function discreet(connection: PostgresConnection): PostgresConnection {
  return {
    query: async (text, values, isUsual) => {
      try {
        return await connection.query(text, values, isUsual)
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** The failure that stands for whatever a driver has thrown. */
export function failureOf(error: unknown): PostgresFailure {
  if (isFailure(error)) return error
  const code = codeOf(error)
  const says = `clientele: PostgreSQL has failed${code === null ? '' : ` (${code})`}`
  const remedy = code !== null && Object.hasOwn(setUp, code) ? setUp[code] : undefined
  const failure = remedy === undefined ? new Error(says) : new TypeError(`${says}: ${remedy}`)
  return Object.assign(failure, { name: 'PostgresFailure', code } as const)
}

/** Whether somebody else was quicker, so that everything is read anew. */
export function isOvertaken(error: unknown): boolean {
  return isFailure(error) && (error.code === UNIQUE_VIOLATION || error.code === OVERTAKEN)
}

/** Whether PostgreSQL has rolled everything back for the sake of somebody else, so that another attempt may succeed. */
export function mayBeRepeated(error: unknown): boolean {
  return isOvertaken(error) || (isFailure(error) && error.code?.startsWith(ROLLED_BACK) === true)
}

/** What a commit that was overtaken throws, to be begun anew. */
export function overtaken(): PostgresFailure {
  return failureOf({ code: OVERTAKEN })
}

function isFailure(error: unknown): error is PostgresFailure {
  return error instanceof Error && error.name === 'PostgresFailure'
}

function codeOf(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return typeof code === 'string' && CODE.test(code) ? code : null
}
