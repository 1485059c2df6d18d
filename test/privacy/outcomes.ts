import type { Outcome } from '../../src/outcome/outcome.js'

/** The value of an outcome that must be there. */
export function planned<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join(', '))
  return outcome.value
}

/** The codes of a refusal; none where it is not one. */
export function codesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code)
}
