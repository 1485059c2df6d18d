import { phraseAt, phrasesOf, type FoundPhrase, type Phrases } from './phrase.js'
import type { Token } from './token.js'

/** Whose box it is: a post office box is a military one only where a designator stands beside it. */
export type BoxWord = 'box' | 'post-office-box'

/** What people type for BOX. */
const boxPhrases: Phrases<BoxWord> = phrasesOf([
  {
    value: 'box',
    plain: ['BOX'],
    variant: ['B O X', 'BX', 'MAIL BOX', 'MAILBOX'],
    misspelled: [
      'B0X',
      'BXO',
      'OBX',
      'XBOX',
      'BO',
      'BOXX',
      'BBOX',
      'BOOX',
      'BOC',
      'BOZ',
      'BPX',
      'BIX',
      'VOX',
    ],
  },
  {
    value: 'post-office-box',
    plain: ['PO BOX', 'P O BOX', 'POBOX', 'POST OFFICE BOX', 'POB'],
    variant: [],
    misspelled: [],
  },
])

/** `B CO` is a company of soldiers: a lone B means a box only right behind a designator's number. */
const loneB: Phrases<BoxWord> = phrasesOf([{ value: 'box', plain: [], variant: [], misspelled: ['B'] }])

/** The word for a box that begins at a token. */
export function boxWordAt(
  tokens: readonly Token[],
  at: number,
  isBehindDesignator: boolean,
): FoundPhrase<BoxWord> | null {
  return phraseAt(tokens, at, boxPhrases) ?? (isBehindDesignator ? phraseAt(tokens, at, loneB) : null)
}
