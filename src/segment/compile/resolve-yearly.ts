import { addToDate, todayIn } from '../../value/calendar.js'
import type { CalendarDate, Instant } from '../../value/instant.js'
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
 * What the dates of an anniversary mean. Their years count only so far: a year or more holds every anniversary, and one of
 * 29 February is on the 28th in a year that has no 29th (ours).
 */
export function resolveYearly(values: readonly SegmentValue[], context: ResolveContext): YearlyRange {
  const [first = '', last = first] = values.map((value) => dayOf(value, context))
  // The last day that can be counted has none a year later
  if (last > first && last >= addToDate(first, 1, 'y')) return ALWAYS
  return { from: first.slice(5), until: isEndOfFebruary(last) ? '02-29' : last.slice(5) }
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
