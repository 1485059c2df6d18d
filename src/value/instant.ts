import type { Flavour } from './id.js'

/** A moment: ISO-8601 in UTC with milliseconds, `2026-11-22T09:30:00.000Z`. Compares as text. */
export type Instant = Flavour<'Instant'>

/** A calendar date, `2026-11-22`. Compares as text. */
export type CalendarDate = Flavour<'CalendarDate'>

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Whether the text is an instant in the one form that is stored, on a day that exists. */
export function isInstant(text: string): text is Instant {
  if (!INSTANT.test(text)) return false
  // A day or an hour too many leads to another day; writing the whole date again takes several times as long
  return new Date(text).getUTCDate() === Number(text.slice(8, 10))
}

/** Whether the text is a calendar date that exists: `2020-02-30` is none. */
export function isCalendarDate(text: string): text is CalendarDate {
  return isInstant(`${text}T00:00:00.000Z`)
}
