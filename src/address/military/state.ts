import { cityLineOf, type CityLinePart } from './city-line.js'
import { hintsOf, only } from './hints.js'
import { isStateCode, type MilitaryState } from './state-name.js'
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

/** Reads a state as typed. */
export function readState(typed: string | null): StateReading {
  const tokens = tokensOf(typed ?? '')
  const { parts, rest } = cityLineOf(tokens)
  const state = rest.length === 0 ? only(hintsOf(parts).states) : spacedCode(tokens)
  const extraParts = parts.filter(({ kind }) => kind !== 'state')
  if (typed === null) return { form: 'blank', state, extraParts }
  return { form: state === null ? 'other' : formOf(tokens, parts), state, extraParts }
}

function formOf(tokens: readonly Token[], [part, ...others]: readonly CityLinePart[]): StateForm {
  const isDotted = tokens.length === 1 && tokens.some(({ dotted }) => dotted)
  return part?.kind === 'state' && others.length === 0 && !isDotted ? part.form : 'spelling'
}

/** `A E`, `A-E`: a code with signs between its letters. */
function spacedCode(tokens: readonly Token[]): MilitaryState | null {
  const code = tokens
    .filter(({ kind }) => kind !== 'mark')
    .map(({ text }) => text)
    .join('')
  return isStateCode(code) ? code : null
}
