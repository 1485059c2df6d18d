declare const crypto: { randomUUID(): string }

/** A key that nobody has used: for calls whose caller names none. */
export function randomKey(): string {
  return crypto.randomUUID()
}
