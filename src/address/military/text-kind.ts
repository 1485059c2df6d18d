import { areForeignPlaces } from './foreign-place.js'
import { rankLength } from './rank.js'
import { wordsOf, type Token } from './token.js'
import { saysOnlyUnitedStates } from './united-states.js'
import { baseWords, ordinalEnds, serviceWords, shipPrefixes, streetWords, unitWords } from './unit-words.js'

/**
 * What a text beside the numbers is: known things (`home` is the United States); words that nobody knows; anything else,
 * such as a street.
 */
export type TextKind = 'ship' | 'unit' | 'base' | 'place' | 'home' | 'words' | 'other'

interface KindRow {
  readonly kind: TextKind
  readonly fits: (words: readonly string[], tokens: readonly Token[]) => boolean
}

/** The first row that fits decides. */
const kinds: readonly KindRow[] = [
  { kind: 'other', fits: (words) => words.length === 0 },
  { kind: 'home', fits: (_, tokens) => saysOnlyUnitedStates(tokens, 0) },
  { kind: 'ship', fits: ([first = '']) => shipPrefixes.has(first) },
  { kind: 'place', fits: (words, tokens) => areForeignPlaces(words) && hasNoNumber(tokens) },
  { kind: 'words', fits: (_, tokens) => isSomebody(tokens) },
  { kind: 'other', fits: (words) => words.some((word) => streetWords.has(word)) },
  {
    kind: 'unit',
    fits: (words, tokens) => words.some((word) => unitWords.has(word)) || hasFormation(tokens),
  },
  { kind: 'base', fits: (words) => words.some((word) => baseWords.has(word)) },
  { kind: 'unit', fits: (words) => words.some((word) => serviceWords.has(word)) },
  { kind: 'words', fits: (_, tokens) => hasNoNumber(tokens) },
]

/** Says what a text is. */
export function kindOfText(tokens: readonly Token[]): TextKind {
  const words = wordsOf(tokens)
  return kinds.find(({ fits }) => fits(words, tokens))?.kind ?? 'other'
}

/** A rank and a name, which may end like a unit or a base: `HM2 Robert Smith`, `MM3 John Camp`. */
function isSomebody(tokens: readonly Token[]): boolean {
  const rank = rankLength(tokens)
  const name = tokens.slice(rank)
  const own = name.findIndex(({ text }) => unitWords.has(text) || baseWords.has(text))
  return (
    rank > 0 && name.length > 0 && hasNoNumber(name) && (own === -1 || (own > 0 && own === name.length - 1))
  )
}

function hasNoNumber(tokens: readonly Token[]): boolean {
  return tokens.every(({ kind }) => kind !== 'number')
}

/** `1-23`, `1/23`, `2nd`: how formations are numbered. */
function hasFormation(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const [before, behind] = [tokens[at - 1], tokens[at + 1]]
    if (!isShortNumber(before) || !token.glued) return false
    return ordinalEnds.has(token.text) || (token.kind === 'mark' && isShortNumber(behind))
  })
}

function isShortNumber(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.text.length <= 3
}
