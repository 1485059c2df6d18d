import type { Related } from '../catalog/related.js'

/**
 * A record as the conditions see it: a number for everything that is looked at. A condition asks whether one number lies
 * between two others.
 */
export interface Side<T> {
  record: T
  /** what was read of it, by gauge */
  readonly stored: unknown[]
  /** readers of its history, where they are not the usual ones */
  was: Related<T> | undefined
  readonly codes: number[]
  /** which codes are to be taken back before the next record */
  readonly set: number[]
}

/** The code of what no number says: the condition itself must be asked. */
export const ASK = -2

/** The code of what is missing, below all others. */
export const MISSING = -1

export function createSide<T>(): Side<T> {
  return { record: undefined as T, stored: [], was: undefined, codes: [], set: [] }
}
