import { cityLineOf, type CityLinePart } from './city-line.js'
import { hintsOf, only } from './hints.js'
import { isRegionOf, isStateCode, type MilitaryState } from './state-name.js'
import { tokensOf, type Token } from './token.js'

/**
 * How a state was written: its code; an accepted name (`Armed Forces Europe`); an older name that shares a code (`Armed
 * Forces Africa`); a code spelled otherwise (`A.E.`); anything else; nothing.
 */
export type StateForm = 'code' | 'name' | 'legacy-name' | 'spelling' | 'other' | 'blank'

/** What the state field says. */
export interface StateReading {
  readonly form: StateForm
  readonly state: MilitaryState | null
  /** what of a city line stands there besides */
  readonly extraParts: readonly CityLinePart[]
}

/** Reads a state as typed. A region's name beside the code of its state says no more: `AE - Europe`. */
export function readState(typed: string | null): StateReading {
  const tokens = tokensOf(typed ?? '')
  const { parts, rest } = cityLineOf(tokens)
  const code = only(hintsOf(parts).states)
  const state = rest.every(({ text }) => isRegionOf(text, code)) ? code : spacedCode(tokens)
  const extraParts = parts.filter(({ kind }) => kind !== 'state')
  if (typed === null) return { form: 'blank', state, extraParts }
  return { form: state === null ? 'other' : formOf(tokens, parts, rest), state, extraParts }
}

function formOf(
  tokens: readonly Token[],
  [part, ...others]: readonly CityLinePart[],
  rest: readonly Token[],
): StateForm {
  const isDotted = tokens.length === 1 && tokens.some(({ dotted }) => dotted)
  const isAlone = others.length === 0 && rest.length === 0 && !isDotted
  return part?.kind === 'state' && isAlone ? part.form : 'spelling'
}

/** `A E`, `A-E`: a code with signs between its letters. */
function spacedCode(tokens: readonly Token[]): MilitaryState | null {
  const code = tokens
    .filter(({ kind }) => kind !== 'mark')
    .map(({ text }) => text)
    .join('')
  return isStateCode(code) ? code : null
}
