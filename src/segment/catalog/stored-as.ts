import type { JsonValue } from '../../outcome/json.js'
import { isCalendarDate, isInstant, type CalendarDate, type Instant } from '../../value/instant.js'
import type { SegmentValue } from '../segment.js'

/** A JSON value as one of a type, or `null` where it is of another: the text `5` is no number. */
export const storedAs: {
  readonly [Type in Exclude<SegmentValue['type'], 'point'> | 'any']: (value: JsonValue) => JsonValue
} = {
  any: (value) => value,
  text: (value) => (typeof value === 'string' ? value : null),
  number: (value) => (typeof value === 'number' ? value : null),
  boolean: (value) => (typeof value === 'boolean' ? value : null),
  date: (value) => (typeof value === 'string' ? dateOf(value) : null),
}

// Bounded and with its zone, as other systems write a moment: seconds and less are optional
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

function dateOf(text: string): Instant | CalendarDate | null {
  if (isInstant(text) || isCalendarDate(text)) return text
  const time = MOMENT.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
