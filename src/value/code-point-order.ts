/**
 * Orders two texts by their code points, everywhere the same, as a database with the collation "C" does; JavaScript's own order
 * differs beyond U+FFFF, and that of a locale from machine to machine.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(['😀', 'ﬀ', 'a'].toSorted(compareCodePoints)).toEqual(['a', 'ﬀ', '😀'])
 * ```
 */
export function compareCodePoints(one: string, other: string): number {
  // with one text below the surrogates the order of UTF-16 is that of code points, and it is the runtime's own
  if (!HIGH.test(one) || !HIGH.test(other)) return one < other ? -1 : Number(one !== other)
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) {
    const difference = rank(one.charCodeAt(i)) - rank(other.charCodeAt(i))
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

const HIGH = /[\uD800-\uFFFF]/

/** Puts surrogates, which stand for what lies beyond U+FFFF, behind all other units. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
