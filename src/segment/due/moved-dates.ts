import { addToDate } from '../../value/calendar.js'
import type { CalendarDate } from '../../value/instant.js'
import { readDate } from '../date-literal.js'
import type { SegmentValue } from '../segment.js'

/** Two days of the shop: relative dates counted from the one, and from the other. */
export interface Days {
  readonly before: CalendarDate
  readonly after: CalendarDate
}

/** What a date is compared with. */
export interface Comparison {
  readonly operator: '=' | 'BETWEEN'
  readonly values: readonly SegmentValue[]
}

export type Values = readonly SegmentValue[]

/** Where the answer differs that an operator gives with these values, and with those. May be more than that, never less. */
type Moved = (before: Values, after: Values) => readonly Comparison[]

const moved: { readonly [operator: string]: Moved } = {
  '=': onEither,
  '!=': onEither,
  IN: onEither,
  'NOT IN': onEither,
  '>': afterDay,
  '<=': afterDay,
  '>=': fromDay,
  '<': fromDay,
  BETWEEN: withinOne,
}

/** On which dates a comparison gives another answer when days are counted from the other day; all dates in it are absolute. */
export function movedDates(operator: string, values: Values, days: Days): readonly Comparison[] {
  const [before, after] = [pinned(values, days.before), pinned(values, days.after)]
  return moved[operator]?.(before, after) ?? []
}

/** The same dates, those that count from today as the day that is meant. */
export function pinned(values: Values, today: CalendarDate): Values {
  return values.map((value) => {
    const date = readDate(value.text)
    return date === null || !('amount' in date) ? value : day(addToDate(today, date.amount, date.unit))
  })
}

/** Whether two lists of pinned dates are the same. */
export function isSame(before: Values, after: Values): boolean {
  return before.every(({ text }, i) => text === after[i]?.text)
}

function onEither(before: Values, after: Values): readonly Comparison[] {
  const others = (values: Values, than: Values): Values =>
    values.filter(({ text }) => !than.some((other) => other.text === text))
  return [...others(before, after), ...others(after, before)].map((value) => on(value))
}

/** The beginning of a day moved. */
function fromDay([before]: Values, [after]: Values): readonly Comparison[] {
  const [first, last] = ordered(before, after)
  return first === last ? [] : between(first, addToDate(last, -1, 'd'))
}

/** The end of a day moved. */
function afterDay([before]: Values, [after]: Values): readonly Comparison[] {
  const [first, last] = ordered(before, after)
  return first === last ? [] : between(addToDate(first, 1, 'd'), last)
}

function withinOne(before: Values, after: Values): readonly Comparison[] {
  if (!touch(before, after)) return [before, after].map((values) => ({ operator: 'BETWEEN', values }))
  return [...fromDay(before, after), ...afterDay(before.slice(1), after.slice(1))]
}

/** Whether two ranges have a day in common, as far as days tell. */
function touch([from, until]: Values, [otherFrom, otherUntil]: Values): boolean {
  return dayOf(otherFrom) <= dayOf(until) && dayOf(from) <= dayOf(otherUntil)
}

function dayOf(value: SegmentValue | undefined): string {
  return String(value?.text).slice(0, 10)
}

function ordered(
  before: SegmentValue | undefined,
  after: SegmentValue | undefined,
): readonly [CalendarDate, CalendarDate] {
  const [one, other] = [String(before?.text), String(after?.text)]
  return one <= other ? [one, other] : [other, one]
}

function between(first: CalendarDate, last: CalendarDate): readonly Comparison[] {
  return [first === last ? on(day(first)) : { operator: 'BETWEEN', values: [day(first), day(last)] }]
}

function on(value: SegmentValue): Comparison {
  return { operator: '=', values: [value] }
}

function day(text: CalendarDate): SegmentValue {
  return { type: 'date', text }
}
