import type { CountryCode } from '../value/country.js'

type Reading<T> = (typed: string, country: CountryCode | null) => T
type Generation<T> = Map<CountryCode | null, Map<string, T>>

/**
 * Remembers what a pure function made of a number as typed: at most twice `limit` answers. When `limit` new ones are there,
 * those that nobody asked for since are forgotten.
 */
export function rememberReadings<T extends object>(read: Reading<T>, limit: number): Reading<T> {
  let recent: Generation<T> = new Map()
  let earlier: Generation<T> = new Map()
  let size = 0

  function keep(typed: string, country: CountryCode | null, answer: T): T {
    if (size === limit) [recent, earlier, size] = [new Map(), recent, 0]
    const ofCountry = recent.get(country) ?? new Map<string, T>()
    recent.set(country, ofCountry.set(detached(typed), answer))
    size++
    return answer
  }

  return (typed, country) =>
    recent.get(country)?.get(typed) ??
    keep(typed, country, earlier.get(country)?.get(typed) ?? read(typed, country))
}

/** A copy: a piece cut from a file would keep the whole file in memory. */
function detached(text: string): string {
  return ` ${text}`.slice(1)
}
