import { distance } from 'fastest-levenshtein'

/** Longer texts are compared by their beginnings, so that no pair costs more than a name does. */
const LONGEST = 64

/**
 * Whether two texts are alike to a degree from 0 to 1: the share of letters that need no change, two neighbours that
 * changed places being one change.
 */
export function isLike(one: string, other: string, degree: number): boolean {
  const longest = Math.min(Math.max(one.length, other.length), LONGEST)
  const allowed = longest * (1 - degree) + ROUNDING
  // Texts differ by at least what one is longer
  if (Math.abs(one.length - other.length) > allowed) return false
  const edits = editsBetween(one.slice(0, LONGEST), other.slice(0, LONGEST))
  return edits <= allowed || (edits === 2 && allowed >= 1 && isSwap(one, other))
}

/** What both begin and end with needs no edit, and the distance of what is left is found far sooner. */
function editsBetween(one: string, other: string): number {
  let from = 0
  while (from < one.length && one.charCodeAt(from) === other.charCodeAt(from)) from++
  let [end, otherEnd] = [one.length, other.length]
  while (end > from && otherEnd > from && one.charCodeAt(end - 1) === other.charCodeAt(otherEnd - 1)) {
    end--
    otherEnd--
  }
  return distance(one.slice(from, end), other.slice(from, otherEnd))
}

/** So that 5 * (1 - 0.8) is 1. */
const ROUNDING = 1e-9

/** Whether two different texts differ only by two neighbours that changed places. */
export function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
