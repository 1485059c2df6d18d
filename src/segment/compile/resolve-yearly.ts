import { addToDate, todayIn } from '../../value/calendar.js'
import type { CalendarDate, Instant } from '../../value/instant.js'
import { isOffset } from '../date-literal.js'
import type { SegmentValue } from '../segment.js'
import { dayOf, type ResolveContext } from './resolve-value.js'

/**
 * The days of a year on which an anniversary may fall, as `MM-DD`, both included; where `from` comes after `until`, the
 * range goes on through the new year.
 */
export interface YearlyRange {
  readonly from: string
  readonly until: string
}

/** All of them: `00-00` to `99-99`. */
const ALWAYS: YearlyRange = { from: '00-00', until: '99-99' }

/**
 * What the dates of an anniversary mean. The years of dates do not count, but from one offset to another a year or more
 * holds every anniversary; one of 29 February is on the 28th in a year that has no 29th (ours).
 */
export function resolveYearly(values: readonly SegmentValue[], context: ResolveContext): YearlyRange {
  const days = values.map((value) => dayOf(value, context))
  const [first = '', last = first] = days
  if (holdsYear(values, days)) return ALWAYS
  const from = first.slice(5)
  // From a 29 February to a 28th goes round the year as it is
  return { from, until: from !== LEAP_DAY && isEndOfFebruary(last) ? LEAP_DAY : last.slice(5) }
}

const LEAP_DAY = '02-29'

/** Whether a year or more lies between two offsets, which stand for these days. */
export function holdsYear(
  values: readonly SegmentValue[],
  [first = '', last = first]: readonly CalendarDate[],
): boolean {
  // The last day that can be counted has none a year later
  return values.every(isOffset) && last > first && last >= addToDate(first, 1, 'y')
}

function isEndOfFebruary(day: CalendarDate): boolean {
  return addToDate(day, 1, 'd').endsWith('-03-01')
}

/** Whether a day, or the shop's day of a moment, comes again within the range. */
export function recurs(
  at: Instant | CalendarDate | null,
  { from, until }: YearlyRange,
  timeZone: string,
): boolean {
  if (at === null) return false
  const day = (at.length === 10 ? at : todayIn(at as Instant, timeZone)).slice(5)
  return from <= until ? from <= day && day <= until : from <= day || day <= until
}
