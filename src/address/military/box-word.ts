import { phraseAt, phrasesOf, spellingsOf, type FoundPhrase, type Phrases } from './phrase.js'
import { isOneSlip } from './slip.js'
import type { Token } from './token.js'

/** Whose box it is: a post office box is a military one only where a designator stands beside it. */
export type BoxWord = 'box' | 'post-office-box'

/** What people type for BOX. */
const boxPhrases: Phrases<BoxWord> = phrasesOf([
  { ...spellingsOf('BOX', ['BX', 'MAIL BOX', 'MAILBOX']), value: 'box' },
  {
    value: 'post-office-box',
    plain: ['PO BOX', 'P O BOX', 'POBOX', 'POST OFFICE BOX', 'POB'],
    variant: [],
    misspelled: [],
  },
])

/** The word for a box that begins at a token. */
export function boxWordAt(
  tokens: readonly Token[],
  at: number,
  isBehindDesignator: boolean,
): FoundPhrase<BoxWord> | null {
  return phraseAt(tokens, at, boxPhrases) ?? (isBehindDesignator ? guessAt(tokens, at) : null)
}

/** `B CO` is a company of soldiers: `B` or a slip means a box only between a designator's number and another number. */
function guessAt(tokens: readonly Token[], at: number): FoundPhrase<BoxWord> | null {
  const word = tokens[at]?.text ?? ''
  const isGuess = tokens[at + 1]?.kind === 'number' && (word === 'B' || isOneSlip(word, 'BOX'))
  return isGuess ? { value: 'box', spelling: 'misspelled', next: at + 1 } : null
}
