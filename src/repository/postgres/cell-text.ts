import type { ColumnType } from './customer-columns.js'

const texts: Partial<Record<ColumnType, (value: unknown) => string>> = {
  jsonb: (value) => JSON.stringify(value),
  'text[]': (value) => listText(value as readonly string[]),
}

/** A value of a column as the text that PostgreSQL reads, whatever a driver makes of lists and JSON; what is missing is `null`. */
export function cellText(type: ColumnType, value: unknown): string | null {
  if (value === undefined || value === null) return null
  const textOf = texts[type] ?? String
  return textOf(value)
}

/** `{"a","b"}` */
export function listText(list: readonly string[]): string {
  return `{${list.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}
