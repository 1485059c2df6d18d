/**
 * Throws when the programmer, not the data, is at fault: a missing argument that the types demand, an impossible state.
 * Bad data is never an error here: it is a refusal (`Outcome`).
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new TypeError(`clientele: ${message}`)
}
