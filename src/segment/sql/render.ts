import type { Dialect } from './dialect.js'
import type { SqlParameter, SqlValue } from './parameter.js'
import type { Sql } from './sql.js'

/** A boolean expression, and the values for its places in their order. */
export interface SqlText {
  readonly text: string
  readonly values: readonly SqlValue[]
}

interface Rendering {
  readonly dialect: Dialect
  readonly place: (index: number) => string
  readonly values: SqlValue[]
}

/** Writes a piece as text; places are numbered in the order in which they stand there. */
export function render(piece: Sql, dialect: Dialect, place: (index: number) => string): SqlText {
  const values: SqlValue[] = []
  return { text: textOf(piece, { dialect, place, values }), values }
}

function textOf({ texts, parts }: Sql, rendering: Rendering): string {
  let text = texts[0] as string
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Sql['parts'][number]
    text += 'texts' in part ? textOf(part, rendering) : placeOf(part, rendering)
    text += texts[i + 1] as string
  }
  return text
}

function placeOf(part: SqlParameter, { dialect, place, values }: Rendering): string {
  values.push(dialect.value(part))
  return dialect.typed(place(values.length), part)
}
