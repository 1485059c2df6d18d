import type { Tables } from './tables.js'

const made = new WeakMap<Tables, Map<string, string>>()

/** The text of a statement on some tables, made once for each name: drivers tell a statement by its text, too. */
export function statementOn(tables: Tables, name: string, make: () => string): string {
  const texts = made.get(tables) ?? new Map<string, string>()
  made.set(tables, texts)
  const text = texts.get(name) ?? make()
  texts.set(name, text)
  return text
}
