import { nothing, problem, type Problem } from '../outcome/problem.js'
import { isLongerThan } from '../value/text.js'

/** What makes a name look like another: letters of two alphabets in one word, characters that nobody sees, turned text. */
export type LookAlike = 'mixed-scripts' | 'invisible' | 'direction'

/** Marks that turn the direction of a text. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Controls, line ends, zero-width characters and fillers. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

/** What is written on purpose, though nobody sees it: joiners where the script or an emoji has them, variants of Han and emoji. */
const onPurpose = [
  /(?<=[\p{sc=Arab}\p{sc=Beng}\p{sc=Deva}\p{sc=Gujr}\p{sc=Guru}\p{sc=Knda}\p{sc=Mlym}\p{sc=Orya}\p{sc=Sinh}\p{sc=Taml}\p{sc=Telu}])[\u200c\u200d]/gu,
  /(?<=[\p{Extended_Pictographic}\ufe0f])\u200d/gu,
  /(?<=[\p{Extended_Pictographic}\p{sc=Han}])\p{Variation_Selector}/gu,
]

/** Alphabets that share the look of letters. Japanese and Korean names mix scripts by nature, and none of these. */
const alphabets = [
  /\p{sc=Latin}/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Greek}/u,
  /\p{sc=Armenian}/u,
  /\p{sc=Cherokee}/u,
]

/** Latin letters with their usual signs: such a name has none of the doubtful ones, and is not looked at further. */
const LATIN = /^[\x20-\x7e\u00c0-\u024f]*$/

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{Cf}]/u

/** A row a sign. */
const signs: Readonly<Record<LookAlike, (name: string) => boolean>> = {
  'mixed-scripts': (name) => name.split(BETWEEN_WORDS).some(isMixed),
  invisible: (name) => INVISIBLE.test([DIRECTION, ...onPurpose].reduce(without, name)),
  direction: (name) => without(name, DIRECTION) !== name,
}

/**
 * Doubts about a name that may look like another one. It is kept as it is, for people have such names; a host may show it
 * marked. A name too long to be kept is not looked at.
 *
 * Codes: `customer.name-look-alike` (`params.sign`).
 */
export function nameDoubts(
  name: string | null,
  limit: number,
  path: Problem['path'],
): readonly Problem<'customer.name-look-alike'>[] {
  if (name === null || LATIN.test(name) || isLongerThan(name, limit)) return nothing
  return Object.entries(signs).flatMap(([sign, isThere]) =>
    isThere(name) ? [problem('customer.name-look-alike', path, { sign })] : [],
  )
}

function isMixed(word: string): boolean {
  return alphabets.filter((alphabet) => alphabet.test(word)).length > 1
}

function without(text: string, pattern: RegExp): string {
  return text.replace(pattern, '')
}
