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

// Bounded and with its zone, as other systems write a moment: seconds and less are optional. Databases must read the same,
// so nothing that runs over, neither an hour 24 nor a year
const MOMENT =
  /^(?!0000|0001|9999)\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

function dateOf(text: string): Instant | CalendarDate | null {
  if (isInstant(text) || isCalendarDate(text)) return text
  const isMoment = MOMENT.test(text) && isCalendarDate(text.slice(0, 10))
  return isMoment ? new Date(text).toISOString() : null
}
