import type { MilitaryState } from './state-name.js'
import { isZip, stateOfZip } from './zip.js'

/**
 * What a spoiled ZIP may have been: with a zero too many, without the zero that a spreadsheet ate, with letters for digits, with a
 * broken add-on, with a blank within. Only a military one, of the state where that is known; a guess, to be offered.
 */
export function likelyZip(typed: string, state: MilitaryState | null): string | null {
  const runs = digitRunsOf(typed)
  const [first = '', add = ''] = runs
  const digits = add.length === 4 ? first + add : first
  const guesses = [digits, digits.replace(/^0/, ''), `0${digits}`, runs.join('')].map(hyphenated)
  return guesses.find((zip) => isZip(zip) && isOf(zip, state)) ?? null
}

function hyphenated(digits: string): string {
  return digits.length > 5 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits
}

function isOf(zip: string, state: MilitaryState | null): boolean {
  const found = stateOfZip(zip)
  return found !== null && (state === null || found === state)
}

/** The letters O, I and L stand for digits where digits stand beside them. */
function digitRunsOf(typed: string): readonly string[] {
  const runs = typed.match(/[\doil]+/gi) ?? []
  return runs.filter((run) => /\d/.test(run)).map((run) => run.replace(/o/gi, '0').replace(/[il]/gi, '1'))
}
