import { invariant } from '../../outcome/invariant.js'
import { addToDate, dayIn, momentIn, todayIn } from '../../value/calendar.js'
import type { CalendarDate, Instant } from '../../value/instant.js'
import { foldText } from '../../value/text.js'
import { amountOf } from '../catalog/amount.js'
import type { TextRules } from '../catalog/catalog.js'
import type { ComparedType, ResolvedValues, TimeRange } from '../catalog/value-type.js'
import { readDate, type DateLiteral } from '../date-literal.js'
import { readText } from '../check/read-text.js'
import type { SegmentValue } from '../segment.js'

/** What turns what was typed into what is compared: the moment, the shop's zone, and its currency if it has one. */
export interface ResolveContext {
  readonly now: Instant
  readonly timeZone: string
  readonly currency?: string | undefined
}

type Resolve<Value> = (value: SegmentValue, context: ResolveContext, attribute: TextRules) => Value

/** What a typed value means for each type. Values were checked when the segment was parsed. */
export const resolvers: { readonly [Type in ComparedType]: Resolve<ResolvedValues[Type]> } = {
  date: ({ text }, context) => resolveDate(known(readDate(text)), context),
  money: ({ text }, { currency = null }) => amountOf(text, currency),
  number: ({ text }) => Number(text),
  integer: ({ text }) => Number(text),
  boolean: ({ text }) => text === 'true',
  text: resolveText,
  enum: resolveText,
  list: resolveText,
}

/** Values are checked when a segment is parsed, so one that cannot be read now was never checked by this catalog. */
function known<Value>(value: Value | null): Value {
  invariant(value !== null, 'compile a segment with the catalog that it was parsed with')
  return value
}

function resolveText({ text }: SegmentValue, _context: ResolveContext, attribute: TextRules): string {
  const read = known(readText(attribute, text))
  return attribute.folded === true ? foldText(read) : read
}

function resolveDate(date: DateLiteral, context: ResolveContext): TimeRange {
  if (!('local' in date)) return resolveDay(dayOfLiteral(date, context), context)
  const { local } = date
  // A day without a zone stands for its first moment, which midnight must meet
  return {
    ...momentIn(local, context.timeZone),
    fromLocal: local.replace('T00:00:00', ''),
    untilLocal: `${local}.001`,
  }
}

/** The shop's day of a date. */
export function dayOf({ text }: SegmentValue, context: ResolveContext): CalendarDate {
  return dayOfLiteral(known(readDate(text)), context)
}

function dayOfLiteral(date: DateLiteral, { now, timeZone }: ResolveContext): CalendarDate {
  if ('local' in date) return date.local.slice(0, 10)
  return 'day' in date ? date.day : addToDate(todayIn(now, timeZone), date.amount, date.unit)
}

function resolveDay(day: CalendarDate, { timeZone }: ResolveContext): TimeRange {
  // After every text that begins with the day, and before the next day
  const { from, until } = dayIn(day, timeZone)
  return { from, until, fromLocal: day, untilLocal: `${day}T24` }
}
