/** A number of so many digits that passes the check of Luhn, computed from the rule: its last digit makes the sum a multiple of ten. */
export function luhnNumber(length: number, seed = 4): string {
  const digits = Array.from({ length: length - 1 }, (_, index) => (seed + index * 7) % 10)
  const sum = digits.toReversed().reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return [...digits, (10 - (sum % 10)) % 10].join('')
}

/** Groups of four, as they are printed. */
export const grouped = (digits: string, between: string): string =>
  (digits.match(/.{1,4}/g) as string[]).join(between)

/** Every length that a card number has. */
export const cardLengths = [13, 14, 15, 16, 17, 18, 19] as const
