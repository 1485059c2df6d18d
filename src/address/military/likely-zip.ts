import type { MilitaryState } from './state-name.js'
import { isZip, stateOfZip } from './zip.js'

/**
 * What a spoiled ZIP may have been: with a zero too many, without the zero that a spreadsheet ate, with the letter O for
 * a zero, with a broken add-on. Only a military one, of the state where that is known; a guess, to be offered.
 */
export function likelyZip(typed: string, state: MilitaryState | null): string | null {
  const [first = '', add = ''] = digitRunsOf(typed)
  const plus = add.length === 4 ? `-${add}` : ''
  const guesses = [
    first.replace(/^0(?=\d{5}$)/, '') + plus,
    `0${first}${plus}`,
    `0${first.slice(0, 4)}-${first.slice(4)}`,
  ]
  return guesses.find((zip) => isZip(zip) && isOf(zip, state)) ?? null
}

function isOf(zip: string, state: MilitaryState | null): boolean {
  const found = stateOfZip(zip)
  return found !== null && (state === null || found === state)
}

function digitRunsOf(typed: string): readonly string[] {
  return typed.replace(/o(?=\d)|(?<=\d)o/gi, '0').match(/\d+/g) ?? []
}
