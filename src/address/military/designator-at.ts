import { boxWordAt } from './box-word.js'
import { designatorPhrases, designatorTypes, type DesignatorType } from './designator.js'
import { isGluedText } from './glued-text.js'
import { beforeNumber } from './number.js'
import { phraseAt, type FoundPhrase, type Spelling } from './phrase.js'
import { isOneSlip } from './slip.js'
import type { Token } from './token.js'

/** A designator among the tokens, and where the next token is. */
export interface FoundDesignator {
  readonly kind: 'designator'
  readonly type: DesignatorType
  readonly spelling: Spelling
  readonly number: string | null
  /** the number is glued to the word, or other signs stand between them */
  readonly isUntidy: boolean
  readonly next: number
}

/** The designator that begins at a token. Without a number it must stand where one is wanted. */
export function designatorAt(tokens: readonly Token[], at: number): FoundDesignator | null {
  const phrase = phraseAt(tokens, at, designatorPhrases) ?? guessAt(tokens, at)
  if (phrase === null) return null
  const { value: type, spelling } = phrase
  const start = beforeNumber(tokens, phrase.next)
  const number = tokens[start]
  if (number?.kind === 'number' && !isBroken(tokens, start + 1)) {
    const isUntidy = start > phrase.next || number.glued
    return { kind: 'designator', type, spelling, number: number.text, isUntidy, next: start + 1 }
  }
  return lacksNumber(tokens, at, phrase, start)
    ? { kind: 'designator', type, spelling, number: null, isUntidy: false, next: start }
    : null
}

/** A slip of one designator and of no other, right before a number and a box. */
function guessAt(tokens: readonly Token[], at: number): FoundPhrase<DesignatorType> | null {
  const word = tokens[at]
  const isInPlace = word?.kind === 'word' && word.text.length > 2 && tokens[at + 1]?.kind === 'number'
  if (!isInPlace || boxWordAt(tokens, at + 2, true) === null) return null
  const [value, ...others] = designatorTypes.filter((type) => isOneSlip(word.text, type))
  return value === undefined || others.length > 0 ? null : { value, spelling: 'misspelled', next: at + 1 }
}

/** Before a box; or where a delivery line begins; or, unless it is an English word too, at the end. */
function lacksNumber(
  tokens: readonly Token[],
  at: number,
  { value, spelling }: FoundPhrase<DesignatorType>,
  next: number,
): boolean {
  if (boxWordAt(tokens, next, false) !== null) return true
  const isFirst = at === 0 || tokens[at]?.breaks === true
  return spelling !== 'misspelled' && (isFirst || (value !== 'UNIT' && next === tokens.length))
}

/** `8O2` is no number and `2nd` is a platoon's; one letter behind the digits is another text. */
function isBroken(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const isText = token?.kind === 'word' && isGluedText(tokens, at) && boxWordAt(tokens, at, true) === null
  return isText && (token.text.length > 1 || isGluedText(tokens, at + 1))
}
