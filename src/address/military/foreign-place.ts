import { foreignCountries, foreignPlaces } from './foreign-names.js'

const LONGEST_NAME = 5

/** Whether words are names of foreign places and nothing else: `LONDON UK`. */
export function areForeignPlaces(words: readonly string[]): boolean {
  if (words.length === 0) return true
  return prefixesOf(words).some(
    (length) => isForeign(nameOf(words.slice(0, length))) && areForeignPlaces(words.slice(length)),
  )
}

/** How many words at the end name a foreign country: 2 in `ADDRESS SOUTH KOREA`, else 0. */
export function countryAtEnd(words: readonly string[]): number {
  return prefixesOf(words).find((length) => foreignCountries.has(nameOf(words.slice(-length)))) ?? 0
}

/** How many words at the end are foreign places, the last one a country: 2 in `HHC VICENZA ITALY`, else 0. */
export function placeAtEnd(words: readonly string[]): number {
  const country = countryAtEnd(words)
  if (country === 0) return 0
  const start = words.findIndex((_, at) => areForeignPlaces(words.slice(at)))
  return words.length - start
}

/** The lengths a name at one end of the words may have, the longest first. */
function prefixesOf(words: readonly string[]): number[] {
  return words.slice(0, LONGEST_NAME).map((_, at, { length }) => length - at)
}

/** `BOGOTÁ` is `BOGOTA`, as most people far from it write it. */
function nameOf(words: readonly string[]): string {
  return words.join(' ').normalize('NFD').replace(/\p{M}/gu, '')
}

function isForeign(name: string): boolean {
  return foreignCountries.has(name) || foreignPlaces.has(name)
}
