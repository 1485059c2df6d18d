import type { TextRules } from '../catalog/catalog.js'

/** A text as the attribute knows it: an alias as its value, a place in its full form; `null` where it is unknown. */
export function readText({ aliases = {}, form, values }: TextRules, text: string): string | null {
  if (form !== undefined) return form.read(text)
  if (values === undefined) return text
  // The row's own copy, not the piece of the query: the engine knows literals by their place, without reading them
  const known = values.find((value) => value === text)
  return known ?? (Object.hasOwn(aliases, text) ? (aliases[text] as string) : null)
}
