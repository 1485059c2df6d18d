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

/** A path with both values. Plain data is JSON, though an interface does not say so. */
export function touchOf(path: readonly string[], before: unknown, after: unknown): Touch {
  return { path, before: before as JsonValue, after: after as JsonValue }
}
