import { invariant } from '../../outcome/invariant.js'

/** What JSON makes of NUL and of a surrogate that stands alone. */
const NOT_STORABLE = /\\u(?:0000|d[89a-f][\da-f]{2})/

/**
 * The JSON of a value. PostgreSQL refuses NUL, and of a lone surrogate it would keep something else: no plan holds such a text, so
 * it throws before anything is sent.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  // a backslash of the text itself is two here, and says nothing of what follows
  invariant(
    !NOT_STORABLE.test(json.replaceAll('\\\\', '')),
    'a text holds what PostgreSQL cannot keep: NUL, or half of a character',
  )
  return json
}
