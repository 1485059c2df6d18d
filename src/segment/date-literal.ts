import type { CalendarUnit } from '../value/calendar.js'
import { isCalendarDate, isInstant, type CalendarDate } from '../value/instant.js'

/** A date as it is written: a day, a local moment, or a day counted from today. */
export type DateLiteral =
  | { readonly day: CalendarDate }
  | { readonly local: string }
  | { readonly amount: number; readonly unit: CalendarUnit }

/** How dates are written, as examples. */
export const dateForms = [
  '2020-05-30',
  '2020-05-30T16:00:00',
  '-7d',
  '-2w',
  '-1m',
  '-1y',
  'today',
  'yesterday',
] as const

/** Days by name; those that begin with a number are deprecated in the language and still met. */
const dayNames: ReadonlyMap<string, DateLiteral> = new Map<string, DateLiteral>([
  ['today', { amount: 0, unit: 'd' }],
  ['yesterday', { amount: -1, unit: 'd' }],
  ['7_days_ago', { amount: -7, unit: 'd' }],
  ['30_days_ago', { amount: -30, unit: 'd' }],
  ['90_days_ago', { amount: -90, unit: 'd' }],
  ['12_months_ago', { amount: -12, unit: 'm' }],
])

// Five digits, so that no sum leaves the years that a date can count
const OFFSET = /^([+-]\d{1,5})([dwmy])$/i
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/

/** Reads a date, in any case; `null` where it is none, or a day that does not exist. */
export function readDate(text: string): DateLiteral | null {
  if (isCalendarDate(text)) return { day: text }
  if (LOCAL.test(text)) return isInstant(`${text}.000Z`) ? { local: text } : null
  const [, amount, unit] = OFFSET.exec(text) ?? []
  if (unit !== undefined) return { amount: Number(amount), unit: unit.toLowerCase() as CalendarUnit }
  return dayNames.get(text.toLowerCase()) ?? null
}

/** Whether a text was meant as a date, though it may be none: `30.5.2020`. */
export function looksLikeDate(text: string): boolean {
  return /^[\d+-]/.test(text) || isDayName(text)
}

/** Whether a word names a day. */
export function isDayName(word: string): boolean {
  return dayNames.has(word.toLowerCase())
}

/** Whether a date counts from today, as `-30d` and `yesterday` do. */
export function isOffset({ text }: { readonly text: string }): boolean {
  const date = readDate(text)
  return date !== null && 'amount' in date
}
