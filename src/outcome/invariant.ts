/**
 * Throws when the programmer, not the data, is at fault: a missing argument that the types demand, an impossible state.
 * Bad data is never an error here: it is a refusal (`Outcome`).
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new TypeError(`${PREFIX}${message}`)
}

/** What all of these errors begin with, so that they are told from a `TypeError` of anybody else, such as a failed `fetch`. */
const PREFIX = 'clientele: '

/** Whether an error says that the programmer is at fault, so that nothing comes of another attempt. */
export function isProgrammersError(error: unknown): boolean {
  return error instanceof TypeError && error.message.startsWith(PREFIX)
}
