import { invariant } from '../../outcome/invariant.js'

/** What JSON makes of NUL and of a surrogate that stands alone. */
const NOT_STORABLE = /\\u(?:0000|d[89a-f][\da-f]{2})/

/**
 * The JSON of a value. PostgreSQL refuses NUL, and of a lone surrogate it would keep something else: no plan holds such a text, so
 * it throws before anything is sent.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  invariant(isStorableJson(json), 'a text holds what PostgreSQL cannot keep: NUL, or half of a character')
  return json
}

/** Whether PostgreSQL can keep every text in a JSON text. */
export function isStorableJson(json: string): boolean {
  // most hold no such escape at all; a backslash of the text itself is two here, and says nothing of what follows
  return !json.includes('\\u') || !NOT_STORABLE.test(json.replaceAll('\\\\', ''))
}
