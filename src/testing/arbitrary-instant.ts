import type { CalendarDate, Instant } from '../value/instant.js'
import type { Arbitrary, FastCheck } from './fast-check.js'

const FROM = Date.parse('2015-01-01T00:00:00.000Z')
const UNTIL = Date.parse('2026-11-22T00:00:00.000Z')
const DAY = 86_400_000

/** Moments before `buildContext().now`. */
export function instantArbitrary(fc: FastCheck): Arbitrary<Instant> {
  return fc.integer({ min: FROM, max: UNTIL }).map((time) => new Date(time).toISOString())
}

/** Two moments, the earlier one first, now and then the same. */
export function spanArbitrary(fc: FastCheck): Arbitrary<readonly [Instant, Instant]> {
  return fc
    .record({ from: fc.integer({ min: FROM, max: UNTIL }), length: fc.integer({ min: 0, max: 400 * DAY }) })
    .map(({ from, length }) => [
      new Date(from).toISOString(),
      new Date(Math.min(from + length, UNTIL)).toISOString(),
    ])
}

/** Days on which somebody may have been born, a 29 February among them. */
export function birthDateArbitrary(fc: FastCheck): Arbitrary<CalendarDate> {
  const days = fc
    .integer({ min: -14_000, max: 14_000 })
    .map((day) => new Date(day * DAY).toISOString().slice(0, 10))
  return fc.oneof(days, fc.constant('2000-02-29'))
}
