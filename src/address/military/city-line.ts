import { phraseAt, type Spelling } from './phrase.js'
import { postOfficePhrases, type PostOffice } from './post-office.js'
import { stateAt, type FoundState, type MilitaryState } from './state-name.js'
import type { Token } from './token.js'
import { unitedStatesAt } from './united-states.js'
import { zipAt } from './zip.js'

/** A part of a city line, `APO AE 09499 USA`, and where the next token is. */
export type CityLinePart = { readonly next: number } & (
  | { readonly kind: 'office'; readonly value: PostOffice; readonly spelling: Spelling }
  | { readonly kind: 'state'; readonly value: MilitaryState; readonly form: FoundState['form'] }
  | { readonly kind: 'zip'; readonly value: string }
  | { readonly kind: 'country' }
  | { readonly kind: 'mark' }
)

/** What some tokens say as a city line: its parts, and the tokens that are none. */
export interface CityLine {
  readonly parts: readonly CityLinePart[]
  readonly rest: readonly Token[]
}

/** A city line among the tokens of an address line, and where the next token is. */
export interface FoundCityLine {
  readonly kind: 'city-line'
  readonly parts: readonly CityLinePart[]
  readonly next: number
}

/** Reads tokens as a city line, in whatever order its parts stand. */
export function cityLineOf(tokens: readonly Token[]): CityLine {
  const parts: CityLinePart[] = []
  const rest: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const part = partAt(tokens, at)
    if (part === null) rest.push(...tokens.slice(at, at + 1))
    else parts.push(part)
    at = part?.next ?? at + 1
  }
  return { parts, rest }
}

/**
 * The city line that begins at a token of an address line, or `null`. It begins with a post office, with a state before a
 * ZIP, or with a state's name that stands alone, and goes on as far as its parts do.
 */
export function cityLineAt(tokens: readonly Token[], at: number): FoundCityLine | null {
  if (!beginsCityLine(tokens, at)) return null
  const parts: CityLinePart[] = []
  let next = at
  for (let part = partAt(tokens, at); part !== null; part = partAt(tokens, next)) {
    parts.push(part)
    next = part.next
  }
  return { kind: 'city-line', parts, next }
}

function beginsCityLine(tokens: readonly Token[], at: number): boolean {
  const first = partAt(tokens, at)
  if (first?.kind === 'office') return first.spelling !== 'misspelled'
  if (first?.kind !== 'state') return false
  const isName = first.form !== 'code' && standsAlone(tokens, at, first.next)
  return isName || partAt(tokens, first.next)?.kind === 'zip'
}

/** `HQ Armed Forces Europe` is a unit. */
function standsAlone(tokens: readonly Token[], at: number, next: number): boolean {
  const [before, behind] = [tokens[at - 1], tokens[next]]
  const isFirst = before === undefined || before.kind === 'number' || tokens[at]?.breaks === true
  return isFirst && (behind === undefined || behind.breaks)
}

function partAt(tokens: readonly Token[], at: number): CityLinePart | null {
  const token = tokens[at]
  if (token === undefined) return null
  if (token.kind === 'mark') return { kind: 'mark', next: at + 1 }
  const office = phraseAt(tokens, at, postOfficePhrases)
  if (office !== null) return { kind: 'office', ...office }
  const state = stateAt(tokens, at)
  if (state !== null) return { kind: 'state', value: state.state, form: state.form, next: state.next }
  const zip = zipAt(tokens, at)
  if (zip !== null) return { kind: 'zip', value: zip.zip, next: zip.next }
  const country = unitedStatesAt(tokens, at)
  return country === null ? null : { kind: 'country', next: country.next }
}
