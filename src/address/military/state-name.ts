import type { Token } from './token.js'

/** The states of military mail: the Americas but Canada; Europe, Africa, the Middle East and Canada; the Pacific. */
export type MilitaryState = 'AA' | 'AE' | 'AP'

/** A state among the tokens, and where the next token is. */
export interface FoundState {
  readonly state: MilitaryState
  /** its code, an accepted name, or an older name that shares a code */
  readonly form: 'code' | 'name' | 'legacy-name'
  readonly next: number
}

/** The regions as people name them. The first row that fits decides, so that `Americas (except Canada)` is AA. */
const regions: readonly { word: string; state: MilitaryState; form: 'name' | 'legacy-name' }[] = [
  { word: 'AMERICAS', state: 'AA', form: 'name' },
  { word: 'AMERICA', state: 'AA', form: 'name' },
  { word: 'EUROPE', state: 'AE', form: 'name' },
  { word: 'PACIFIC', state: 'AP', form: 'name' },
  { word: 'AFRICA', state: 'AE', form: 'legacy-name' },
  { word: 'CANADA', state: 'AE', form: 'legacy-name' },
  { word: 'MIDDLE', state: 'AE', form: 'legacy-name' },
  { word: 'AA', state: 'AA', form: 'name' },
  { word: 'AE', state: 'AE', form: 'name' },
  { word: 'AP', state: 'AP', form: 'name' },
]

/** What stands around a region's name: `U.S. Armed Forces of the Americas (except Canada)`. */
const surroundings: ReadonlySet<string> = new Set(
  'ARMED FORCES FORCE US USA U S OF THE AND EXCEPT EXCEPTING EXCLUDING EXCL NOT BUT WITHOUT EAST'.split(' '),
)

/** Tokens of the longest name there is, signs included. */
const LONGEST_NAME = 24

const codes: ReadonlySet<string> = new Set(['AA', 'AE', 'AP'])

/** Whether a word is the code of a military state. */
export function isStateCode(word: string): word is MilitaryState {
  return codes.has(word)
}

/** Whether a word names a region of a state: `EUROPE` of AE. */
export function isRegionOf(word: string, code: MilitaryState | null): boolean {
  return regions.some((region) => region.word === word && region.state === code)
}

/** The code or the name of a military state that begins at a token; signs within a name are passed over. */
export function stateAt(tokens: readonly Token[], at: number): FoundState | null {
  const end = endOfName(tokens, at, at + LONGEST_NAME)
  const words = tokens.slice(at, end).map(({ text }) => text)
  const [first = ''] = words
  if (words.includes('ARMED') && words.some((word) => word.startsWith('FORCE'))) return nameOf(words, end)
  return isStateCode(first) ? { state: first, form: 'code', next: at + 1 } : null
}

function nameOf(words: readonly string[], next: number): FoundState | null {
  const region = regions.find(({ word }) => words.includes(word))
  return region === undefined ? null : { state: region.state, form: region.form, next }
}

function endOfName(tokens: readonly Token[], at: number, last: number): number {
  const token = tokens[at]
  const isPart = token !== undefined && (token.kind === 'mark' || isNameWord(token.text))
  return isPart && at < last ? endOfName(tokens, at + 1, last) : at
}

function isNameWord(word: string): boolean {
  return surroundings.has(word) || regions.some((region) => region.word === word)
}
