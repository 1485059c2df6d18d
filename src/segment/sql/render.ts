import type { Dialect } from './dialect.js'
import type { SqlValue } from './parameter.js'
import type { Sql } from './sql.js'

/** A boolean expression, and the values for its places in their order. */
export interface SqlText {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** Writes a piece as text; places are numbered in the order in which they stand there. */
export function render(piece: Sql, dialect: Dialect, place: (index: number) => string): SqlText {
  const values: SqlValue[] = []
  const write = ({ texts, parts }: Sql): string => {
    let text = texts[0] as string
    for (let i = 0; i < parts.length; i++) text += writePart(parts[i] as Sql['parts'][number]) + texts[i + 1]
    return text
  }
  const writePart = (part: Sql['parts'][number]): string => {
    if ('texts' in part) return write(part)
    values.push(dialect.value(part))
    return dialect.typed(place(values.length), part)
  }
  return { text: write(piece), values }
}
