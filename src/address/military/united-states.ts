import { isUnitedStates } from '../../value/country.js'
import { phraseAt, phrasesOf, type FoundPhrase, type Phrases } from './phrase.js'
import { tokensOf, type Token } from './token.js'

const names: Phrases<'US'> = phrasesOf([
  {
    value: 'US',
    plain: [
      'US',
      'U S',
      'USA',
      'U S A',
      'UNITED STATES',
      'THE UNITED STATES',
      'UNITED STATES OF AMERICA',
      'THE UNITED STATES OF AMERICA',
    ],
    variant: [],
    misspelled: [],
  },
])

/** The name of the United States that begins at a token. */
export function unitedStatesAt(tokens: readonly Token[], at: number): FoundPhrase<'US'> | null {
  return phraseAt(tokens, at, names)
}

/** Whether a country's field names the United States, whatever signs stand around: `U. S. A.`, `United States (US)`. */
export function namesUnitedStates(country: string): boolean {
  if (isUnitedStates(country)) return true
  const tokens = tokensOf(country)
  return tokens.some(({ kind }) => kind === 'word') && saysOnlyUnitedStates(tokens, 0)
}

/** Whether nothing but the name of the United States, and signs, stands among the tokens. */
export function saysOnlyUnitedStates(tokens: readonly Token[], at: number): boolean {
  if (at >= tokens.length) return true
  const next = tokens[at]?.kind === 'mark' ? at + 1 : unitedStatesAt(tokens, at)?.next
  return next !== undefined && saysOnlyUnitedStates(tokens, next)
}
