import { tzOffset } from '@date-fns/tz/tzOffset'
import type { CalendarDate, Instant } from './instant.js'

/** Days, weeks, months (never minutes), years. */
export type CalendarUnit = 'd' | 'w' | 'm' | 'y'

/** A stretch of time: `from` belongs to it, `until` does not. */
export interface InstantRange {
  readonly from: Instant
  readonly until: Instant
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

// Instants compare as text only while the year has four digits
const FIRST_INSTANT = Date.parse('0000-01-01T00:00:00.000Z')
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z')

/** To ask the runtime takes longer than all else in compiling a segment. Only zones that exist are kept. */
const knownZones = new Set<string>()

/** The days that were asked last: queries name the same ones again and again. */
const knownDays = new Map<string, InstantRange>()
const KNOWN_DAYS = 1000

/** Whether the runtime knows the zone: an IANA name such as `Europe/Warsaw`, or `UTC`. */
export function isTimeZone(timeZone: unknown): timeZone is string {
  // None at all would mean the machine's own zone
  if (typeof timeZone !== 'string') return false
  if (knownZones.has(timeZone)) return true
  try {
    Intl.DateTimeFormat('en-US', { timeZone })
  } catch {
    return false
  }
  knownZones.add(timeZone)
  return true
}

/** The calendar date in a zone at a moment. */
export function todayIn(now: Instant, timeZone: string): CalendarDate {
  const time = Date.parse(now)
  return toInstant(time + offsetAt(time, timeZone)).slice(0, 10)
}

/**
 * The date so many days, weeks, months or years later, or earlier where `amount` is negative. Months and years clamp at
 * the end of a month: 31 March less one month is 28 or 29 February. Stays within the years 0000 to 9999.
 *
 * Computed here in UTC: date-fns computes in the machine's own zone, also behind `TZDate`, and misses a day where that
 * zone once left one out.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(addToDate('2021-05-15', -7, 'd')).toBe('2021-05-08')
 * expect(addToDate('2024-03-31', -1, 'm')).toBe('2024-02-29')
 * ```
 */
export function addToDate(date: CalendarDate, amount: number, unit: CalendarUnit): CalendarDate {
  return toInstant(additions[unit](localTime(date), amount)).slice(0, 10)
}

const additions: { readonly [Unit in CalendarUnit]: (time: number, amount: number) => number } = {
  d: (time, amount) => time + amount * DAY,
  w: (time, amount) => time + amount * 7 * DAY,
  m: addMonths,
  y: (time, amount) => addMonths(time, amount * 12),
}

function addMonths(time: number, amount: number): number {
  const date = new Date(time)
  const month = date.getUTCMonth() + amount
  const sameDay = new Date(time).setUTCMonth(month)
  const endOfMonth = new Date(time).setUTCMonth(month + 1, 0)
  return Math.min(sameDay, endOfMonth)
}

/**
 * The moment so many times 24 hours later. Stays within the years 0000 to 9999.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(daysAfter('2026-01-31T10:00:00.000Z', 180)).toBe('2026-07-30T10:00:00.000Z')
 * ```
 */
export function daysAfter(instant: Instant, days: number): Instant {
  return toInstant(additions.d(Date.parse(instant), days))
}

/** The moment so many hours of 60 minutes later. Stays within the years 0000 to 9999. */
export function hoursAfter(instant: Instant, hours: number): Instant {
  return toInstant(Date.parse(instant) + hours * HOUR)
}

/**
 * A whole calendar day in a zone, of whatever length the clock gives it; empty where the zone left the day out.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(dayIn('2024-03-31', 'Europe/Warsaw')).toEqual({
 *   from: '2024-03-30T23:00:00.000Z',
 *   until: '2024-03-31T22:00:00.000Z',
 * })
 * ```
 */
export function dayIn(date: CalendarDate, timeZone: string): InstantRange {
  const key = timeZone + date
  const known = knownDays.get(key)
  if (known !== undefined) return known
  const midnight = localTime(date)
  const day = {
    from: toInstant(instantOf(midnight, timeZone)),
    until: toInstant(instantOf(midnight + DAY, timeZone)),
  }
  if (knownDays.size === KNOWN_DAYS) knownDays.clear()
  knownDays.set(key, day)
  return day
}

/**
 * The one moment at which clocks in a zone show a local time (`2024-03-31T02:30:00`), as a range of a millisecond. A time
 * that the clock skips means the moment after the gap, one that it shows twice the first.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(momentIn('2024-03-31T02:30:00', 'Europe/Warsaw').from).toBe('2024-03-31T01:00:00.000Z')
 * ```
 */
export function momentIn(local: string, timeZone: string): InstantRange {
  const time = instantOf(localTime(local), timeZone)
  return { from: toInstant(time), until: toInstant(time + 1) }
}

/** Milliseconds of a local date or time as if it were in UTC. */
function localTime(local: string): number {
  return Date.parse(local.length === 10 ? `${local}T00:00:00Z` : `${local}Z`)
}

function instantOf(local: number, timeZone: string): number {
  // No clock is further than a day from UTC, so the offsets around a change are those a day before and after
  const before = offsetAt(local - DAY, timeZone)
  const after = offsetAt(local + DAY, timeZone)
  const times = [local - before, local - after].filter((time) => time + offsetAt(time, timeZone) === local)
  return times.length > 0 ? Math.min(...times) : changeBetween(local - after, local - before, timeZone)
}

/** The moment between two at which the zone's clock jumps. */
function changeBetween(before: number, after: number, timeZone: string): number {
  const offset = offsetAt(before, timeZone)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, timeZone) === offset) low = middle
    else high = middle
  }
  return high
}

function offsetAt(time: number, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(time)) * 60_000)
}

function toInstant(time: number): Instant {
  return new Date(Math.min(Math.max(time, FIRST_INSTANT), LAST_INSTANT)).toISOString()
}
