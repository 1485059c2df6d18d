import type { JsonValue } from '../outcome/json.js'

/** A metafield as a cell of a file has it: a text as it is, anything else as JSON. */
export function metafieldText(value: JsonValue | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
