import type { JsonValue } from '../outcome/json.js'

/**
 * One path that a wish names, changed or not, with both values: `['addresses', id, 'city']`, `['tags', folded]`.
 * By these, an edit is rebased, so that nothing is ever overwritten silently.
 */
export interface Touch {
  readonly path: readonly string[]
  readonly before: JsonValue
  readonly after: JsonValue
}
