import { likelySlips } from './slip.js'
import type { Token } from './token.js'

/**
 * How a word of the postal service was written: as it should be, otherwise but beyond doubt (dots, spelled out), or so
 * that it is a guess (swapped letters, a zero for an O).
 */
export type Spelling = 'plain' | 'variant' | 'misspelled'

/** What people type for one thing, each entry one word or more, in capitals. */
export interface SpellingRow<T> {
  readonly value: T
  readonly plain: readonly string[]
  readonly variant: readonly string[]
  readonly misspelled: readonly string[]
}

interface Phrase<T> {
  readonly first: string
  readonly others: readonly string[]
  readonly value: T
  readonly spelling: Spelling
}

/** Phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>

/** A phrase that stands among the tokens, and where the next token is. */
export interface FoundPhrase<T> {
  readonly value: T
  readonly spelling: Spelling
  readonly next: number
}

/** The spellings of an abbreviation: itself, its letters one by one, its names, its slips, and other ones that mean nothing else. */
export function spellingsOf<T extends string>(
  value: T,
  names: readonly string[],
  misspelled: readonly string[] = [],
): SpellingRow<T> {
  const letters = [...value].join(' ')
  return {
    value,
    plain: [value],
    variant: [letters, ...names],
    misspelled: [...likelySlips(value), ...misspelled],
  }
}

/** Makes a table of spellings fit for looking up. */
export function phrasesOf<T>(rows: readonly SpellingRow<T>[]): Phrases<T> {
  const phrases = rows
    .flatMap((row) =>
      spellings.flatMap((spelling) => row[spelling].map((text) => phraseOf(row, text, spelling))),
    )
    .toSorted((one, other) => other.others.length - one.others.length)
  return new Map(phrases.map(({ first }) => [first, phrases.filter((phrase) => phrase.first === first)]))
}

/** The longest phrase that begins at a token; dots make a plain spelling a variant. Signs between its words are passed over. */
export function phraseAt<T>(
  tokens: readonly Token[],
  at: number,
  phrases: Phrases<T>,
): FoundPhrase<T> | null {
  const first = tokens[at]
  if (first?.kind !== 'word') return null
  for (const { others, value, spelling } of phrases.get(first.text) ?? []) {
    const next = endOf(others, tokens, at + 1)
    if (next !== null)
      return { value, spelling: spelling === 'plain' && first.dotted ? 'variant' : spelling, next }
  }
  return null
}

const spellings = ['plain', 'variant', 'misspelled'] as const satisfies readonly Spelling[]

function phraseOf<T>({ value }: SpellingRow<T>, text: string, spelling: Spelling): Phrase<T> {
  const [first, ...others] = text.split(' ')
  return { first: first as string, others, value, spelling }
}

function endOf(words: readonly string[], tokens: readonly Token[], at: number): number | null {
  let next = at
  for (const word of words) {
    while (tokens[next]?.kind === 'mark') next++
    if (tokens[next]?.text !== word) return null
    next++
  }
  return next
}
