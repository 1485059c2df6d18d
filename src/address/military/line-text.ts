import { countryAtEnd, placeAtEnd } from './foreign-place.js'
import { kindOfText, type TextKind } from './text-kind.js'
import { foldedTokens, wordsOf, type Token } from './token.js'

/** A text on an address line that is no part of the delivery line, up to the next comma. */
export interface LineText {
  readonly kind: 'text'
  readonly is: TextKind
  /** whether a foreign country or city is named */
  readonly isForeign: boolean
  /** whether all of it is known */
  readonly isKnown: boolean
  readonly words: readonly string[]
  /** to compare it with another text */
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** Beside how many words a country still names the place they are: `Ramstein Miesenbach Germany`. */
const TOWN = 3

/**
 * Divides texts that stand in a row at their commas, and says what each is. Before the numbers of a line a country's name
 * may be a person's, so that there it counts only by itself.
 */
export function textsOf(tokens: readonly Token[], isBeforeNumbers: boolean): LineText[] {
  const segments = isBeforeNumbers ? segmentsOf(tokens) : segmentsOf(tokens).flatMap(apartFromPlace)
  const texts = segments.map((segment) => textOf(segment, isBeforeNumbers))
  return texts.some(({ is }) => is === 'place')
    ? texts.map((text) => besidePlace(text, isBeforeNumbers))
    : texts
}

function segmentsOf(tokens: readonly Token[]): Token[][] {
  const starts = tokens.flatMap(({ breaks }, at) => (at === 0 || breaks ? [at] : []))
  return starts.map((start, index) => tokens.slice(start, starts[index + 1]))
}

/** How many words there are at least before the place where something of one's own is: `HHC Korea`, but the ship `USS Sudan`. */
const leastWords: { readonly [Kind in TextKind]?: number } = { unit: 1, ship: 2 }

/** The customer's own unit or ship, and where it is: `B CO 1-23 IN Germany`, as if a comma stood between them. */
function apartFromPlace(tokens: readonly Token[]): (readonly Token[])[] {
  const least = leastWords[kindOfText(tokens)]
  const cut = tokens.length - placeAtEnd(tokens.map(({ kind, text }) => (kind === 'word' ? text : '')))
  const own = tokens.slice(0, cut)
  return least === undefined || cut === tokens.length || wordsOf(own).length < least
    ? [tokens]
    : [own, tokens.slice(cut)]
}

function textOf(tokens: readonly Token[], isBeforeNumbers: boolean): LineText {
  const words = wordsOf(tokens)
  const is = kindOfText(tokens)
  const country = isBeforeNumbers || is === 'ship' ? 0 : countryAtEnd(words)
  const isTown = is === 'base' || (is === 'words' && words.length - country <= TOWN)
  const text: LineText = {
    kind: 'text',
    is,
    isForeign: country > 0 || is === 'place',
    isKnown: is !== 'words' && is !== 'other',
    words,
    folded: foldedTokens(tokens),
    start: Math.min(...tokens.map(({ start }) => start)),
    end: Math.max(...tokens.map(({ end }) => end)),
  }
  return country > 0 && isTown ? asPlace(text) : text
}

/** A base, or words that may be a town's, beside the name of a foreign place. */
function besidePlace(text: LineText, isBeforeNumbers: boolean): LineText {
  const isTown = text.is === 'words' && text.words.length <= TOWN && !isBeforeNumbers
  return text.is === 'base' || isTown ? asPlace(text) : text
}

/** Nobody knows what its digits are: a postal code, or a house. */
function asPlace(text: LineText): LineText {
  return { ...text, is: 'place', isForeign: true, isKnown: text.isKnown && !/\d/.test(text.folded) }
}
