import { boxWordAt, type BoxWord } from './box-word.js'
import { isGluedText, isKeyword } from './glued-text.js'
import { beforeNumber } from './number.js'
import type { Spelling } from './phrase.js'
import type { Token } from './token.js'

/** A box among the tokens, and where the next token is. */
export interface FoundBox {
  readonly kind: 'box'
  readonly word: BoxWord
  readonly spelling: Spelling
  readonly value: BoxValue
  /** the number is glued to the word, or other signs stand between them */
  readonly isUntidy: boolean
  readonly next: number
}

/** What follows BOX: digits with an optional letter, or `R` and digits; some other text; or nothing. */
export type BoxValue = { readonly number: string } | 'text' | 'none'

interface FoundValue {
  readonly value: BoxValue
  readonly next: number
}

/** The box whose word begins at a token. Only BOX itself, dots or none, and PO BOX may lack the number. */
export function boxAt(tokens: readonly Token[], at: number, isBehindDesignator: boolean): FoundBox | null {
  const word = boxWordAt(tokens, at, isBehindDesignator)
  if (word === null) return null
  const isPostOfficeBox = word.value === 'post-office-box'
  const start = beforeNumber(tokens, word.next)
  const { value, next } = valueAt(tokens, start)
  if (typeof value === 'string' && !isPostOfficeBox && tokens[at]?.text !== 'BOX') return null
  return {
    kind: 'box',
    word: word.value,
    spelling: isPostOfficeBox ? 'plain' : word.spelling,
    value,
    isUntidy: start > word.next || tokens[start]?.glued === true || isLooseR(tokens, start),
    next,
  }
}

function valueAt(tokens: readonly Token[], at: number): FoundValue {
  const token = tokens[at]
  if (token === undefined) return { value: 'none', next: at }
  if (token.kind === 'number') return digitsAt(tokens, at, token.text)
  const behind = tokens[at + 1]
  if (token.text === 'R' && behind?.kind === 'number')
    return { value: { number: `R${behind.text}` }, next: at + 2 }
  if (token.breaks || isKeyword(tokens, at)) return { value: 'none', next: at }
  return { value: 'text', next: endOfText(tokens, at + 1) }
}

/** Digits and what is glued to them: one letter belongs to the number, anything else makes it a text. */
function digitsAt(tokens: readonly Token[], at: number, digits: string): FoundValue {
  const letter = tokens[at + 1]
  const next = at + 1
  if (!isGluedText(tokens, next)) return { value: { number: digits }, next }
  if (letter?.text.length === 1 && !isGluedText(tokens, next + 1)) {
    return { value: { number: digits + letter.text }, next: next + 1 }
  }
  return { value: 'text', next: endOfText(tokens, next) }
}

function endOfText(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  const goesOn =
    token !== undefined &&
    !token.breaks &&
    !(token.kind === 'number' && !token.glued) &&
    !isKeyword(tokens, at)
  return goesOn ? endOfText(tokens, at + 1) : at
}

function isLooseR(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'R' && tokens[at + 1]?.glued === false
}
