/** A value beside the text of a statement; every driver takes these as they are. */
export type SqlValue = string | number | boolean | readonly string[] | readonly number[]

/** What a database must take a parameter for. */
export type SqlType =
  | 'text'
  | 'whole'
  | 'decimal'
  | 'double'
  | 'boolean'
  | 'uuid'
  | 'timestamptz'
  | 'timestamp'
  | 'date'

/** A place for a value in a piece of SQL. */
export interface SqlParameter {
  readonly value: SqlValue
  readonly type: SqlType
  readonly isList: boolean
}

export function parameter(value: string | number | boolean, type: SqlType): SqlParameter {
  return { value, type, isList: false }
}

export function listParameter(value: readonly string[] | readonly number[], type: SqlType): SqlParameter {
  return { value, type, isList: true }
}
