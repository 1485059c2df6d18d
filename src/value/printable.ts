/** What breaks a line, or turns the direction of what stands beside it, or speaks to a terminal. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu

/** A text on one line, without what a terminal would obey. */
export function printable(line: string): string {
  return line.replace(UNPRINTABLE, ' ')
}
