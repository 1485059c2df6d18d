import type { CityLinePart } from './city-line.js'
import type { PostOffice } from './post-office.js'
import type { MilitaryState } from './state-name.js'

/** What was typed in a field where it does not belong. Two different values say nothing certain. */
export interface Hints {
  readonly offices: ReadonlySet<PostOffice>
  readonly states: ReadonlySet<MilitaryState>
  readonly zips: ReadonlySet<string>
}

/** What the parts of city lines say. */
export function hintsOf(parts: readonly CityLinePart[]): Hints {
  return {
    offices: new Set(parts.flatMap((part) => (part.kind === 'office' ? [part.value] : []))),
    states: new Set(parts.flatMap((part) => (part.kind === 'state' ? [part.value] : []))),
    zips: new Set(parts.flatMap((part) => (part.kind === 'zip' ? [part.value] : []))),
  }
}

/** The one value of a set, or `null`. */
export function only<T>(values: ReadonlySet<T>): T | null {
  const [first, second] = values
  return first === undefined || second !== undefined ? null : first
}
