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
export function joined(pieces: readonly Sql[], between: ' and ' | ' or ' | ', '): Sql {
  return { texts: pieces.map((_, i) => (i === 0 ? '' : between)).concat(''), parts: pieces }
}

/** A name that was checked, in quotes. */
export function quoted(name: string): Sql {
  return { texts: [`"${name}"`], parts: [] }
}

export const TRUE: Sql = /* @__PURE__ */ sql`1 = 1`
export const FALSE: Sql = /* @__PURE__ */ sql`1 = 0`
