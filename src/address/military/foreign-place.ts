import { foreignCountries, foreignPlaces } from './foreign-names.js'

const LONGEST_NAME = 4

/** Whether words are names of foreign places and nothing else: `LONDON UK`. */
export function areForeignPlaces(words: readonly string[]): boolean {
  if (words.length === 0) return true
  return prefixesOf(words).some(
    (length) => isForeign(words.slice(0, length).join(' ')) && areForeignPlaces(words.slice(length)),
  )
}

/** How many words at the end name a foreign country: 2 in `ADDRESS SOUTH KOREA`, else 0. */
export function countryAtEnd(words: readonly string[]): number {
  return prefixesOf(words).find((length) => foreignCountries.has(words.slice(-length).join(' '))) ?? 0
}

/** The lengths a name at one end of the words may have, the longest first. */
function prefixesOf(words: readonly string[]): number[] {
  return words.slice(0, LONGEST_NAME).map((_, at, { length }) => length - at)
}

function isForeign(name: string): boolean {
  return foreignCountries.has(name) || foreignPlaces.has(name)
}
