import type { SqlParameter } from './parameter.js'

/**
 * A piece of SQL: constant texts, and between them values and other pieces. Nothing else can become text, so that no byte
 * that a user typed ever stands in a statement; only `quoted` makes a piece of a name, and checks it.
 */
export interface Sql {
  readonly texts: readonly string[]
  /** one less than texts */
  readonly parts: readonly (Sql | SqlParameter)[]
}

/** Writes a piece: the template is the program's own text. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | SqlParameter)[]): Sql {
  return { texts, parts }
}

/** Pieces with a constant text between them. */
export function joined(pieces: readonly Sql[], between: ' and ' | ' or '): Sql {
  const texts = ['']
  while (texts.length < pieces.length) texts.push(between)
  texts.push('')
  return { texts, parts: pieces }
}

/** As much of a name as PostgreSQL looks at, of what can be stored and cannot end the quotes. */
const NAME = /^[^"\0\p{Surrogate}]{1,63}$/u

/** Whether a name can stand between quotes and be that name. */
export function isName(name: unknown): name is string {
  return typeof name === 'string' && NAME.test(name)
}

/** A name, or a column with its table; each must be one. */
export function quoted(name: string, column?: string): Sql {
  return { texts: [column === undefined ? `"${name}"` : `"${name}"."${column}"`], parts: [] }
}

export const TRUE: Sql = /* @__PURE__ */ sql`1 = 1`
export const FALSE: Sql = /* @__PURE__ */ sql`1 = 0`
