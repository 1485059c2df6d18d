import type { ColumnType } from './customer-columns.js'

const texts: Partial<Record<ColumnType, (value: unknown) => string>> = {
  jsonb: (value) => JSON.stringify(value),
  'text[]': (value) => listText(value as readonly string[]),
}

/**
 * Writes values of a column as the text that PostgreSQL reads, whatever a driver makes of lists and JSON; what is missing is
 * `null`.
 */
export function cellWriter(type: ColumnType): (value: unknown) => string | null {
  const textOf = texts[type] ?? String
  return (value) => (value === undefined || value === null ? null : textOf(value))
}

/** `{"a","b"}` */
export function listText(list: readonly string[]): string {
  if (list.length === 0) return '{}'
  // what is to be escaped is rare: most lists are told by one look
  const texts = SPECIAL.test(list.join('')) ? list.map((text) => text.replace(ALL_SPECIAL, '\\$&')) : list
  return `{"${texts.join('","')}"}`
}

const SPECIAL = /["\\]/
const ALL_SPECIAL = /["\\]/g
