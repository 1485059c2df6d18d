/** So many digits a card number has, at least and at most. */
const LEAST = 13
const MOST = 19

const DIGIT = /\p{Nd}/gu

/** Digits, in groups as people write them: blanks, hyphens, dots, strokes and what nobody sees may stand between. */
const RUN = /[0-9]+(?:[\s\p{Pd}\p{Pc}\p{Cf}./\u00b7\u2212]+[0-9]+)*/gu
const GROUP = /[0-9]+/g

/**
 * Whether a text holds what may be the number of a card: one group of digits or several in a row, 13 to 19 digits together, that
 * pass the check of Luhn. Digits of other scripts count as digits.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(holdsCardNumber('card 4111-1111 1111 1111, 12/27')).toBe(true)
 * expect(holdsCardNumber('4111 1111 1111 1112')).toBe(false)
 * ```
 */
export function holdsCardNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(DIGIT, asciiDigit)
  return (plain.match(RUN) ?? []).some((run) => holdsNumber(run.match(GROUP) as readonly string[]))
}

/** Every stretch of groups is tried, so that neither a date before the number nor a code behind it hides one. */
function holdsNumber(groups: readonly string[]): boolean {
  return groups.some((_, first) => {
    let digits = ''
    for (const group of groups.slice(first, first + MOST)) {
      digits += group
      if (digits.length > MOST) return false
      if (digits.length >= LEAST && passesLuhn(digits)) return true
    }
    return false
  })
}

/** Counted from the end, every second digit is doubled, and its digits added up; the whole is a multiple of ten. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 1; place <= digits.length; place++) {
    const digit = Number(digits.at(-place))
    sum += place % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/** The digits of a script stand in a row, from zero to nine, and those of two scripts may stand side by side. */
function asciiDigit(digit: string): string {
  let before = 0
  const code = digit.codePointAt(0) as number
  while (isDigit(code - before - 1)) before++
  return `${before % 10}`
}

function isDigit(code: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(code))
}
