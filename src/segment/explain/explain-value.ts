import { inWords, type Words } from '../../outcome/in-words.js'
import { formatMessage } from '../../outcome/message.js'
import { readDate, type DateLiteral } from '../date-literal.js'
import type { SegmentValue } from '../segment.js'
import type { SegmentLanguage } from './explanation-messages.js'

type Explain = (text: string, language: SegmentLanguage) => string

/** As what a value is said: what it was typed as, or an id, which is no quantity though it may be a number. */
export interface SpokenValue {
  readonly type: SegmentValue['type'] | 'id'
  readonly text: string
}

/** What an id is typed for; by name, because the catalog with its readers is no part of an explanation. */
const idNames: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'activity_id',
  'app_id',
  'companies',
  'created_by_app_id',
  'id',
  'location_id',
])

/** So do all names of dates in the catalog end, and no others. */
const DATE_NAME = /(?:^|_)date$/

/** A value as what it is beside a name and an operator: texts have no order, so a quoted value with one is a date. */
export function spokenAs({ type, text }: SegmentValue, name: string, hasOrder: boolean): SpokenValue {
  if (idNames.has(name)) return { type: type === 'number' ? 'id' : type, text }
  return { type: type === 'text' && (hasOrder || DATE_NAME.test(name)) ? 'date' : type, text }
}

/**
 * A value that is a code as the word for it, if the language has one; it stays a text, because of its quotes: “not subscribed” is
 * another state than not “subscribed”.
 */
export function worded(value: SegmentValue, name: string, { segment }: SegmentLanguage): SegmentValue {
  const words: { readonly [name: string]: Words } = segment.values
  return Object.hasOwn(words, name)
    ? { ...value, text: inWords(value.text, words[name] as Words) as string }
    : value
}

/** A value as people write it, by its type. */
const explanations: { readonly [Type in SpokenValue['type']]: Explain } = {
  text: explainText,
  // As a text, so that no digit is rounded
  number: (text, { language }) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(text as `${number}`),
  boolean: (text, { segment }) => segment.words[text === 'true' ? 'true' : 'false'],
  date: explainDate,
  point: (text) => text,
  // As it is typed, without marks of thousands
  id: (text) => text,
}

/** Says a value in the reader's forms. */
export function explainValue({ type, text }: SpokenValue, language: SegmentLanguage): string {
  return explanations[type](text, language)
}

/** Says a text in the reader's quotes. */
export function explainText(text: string, { language, segment }: SegmentLanguage): string {
  return formatMessage(segment.words.quoted, { text }, language)
}

function explainDate(text: string, language: SegmentLanguage): string {
  const date = readDate(text)
  return date === null ? text : explainLiteral(date, language)
}

function explainLiteral(date: DateLiteral, { language, segment }: SegmentLanguage): string {
  if ('day' in date) return written(`${date.day}T00:00:00Z`, language, { dateStyle: 'long' })
  if ('local' in date) return written(`${date.local}Z`, language, { dateStyle: 'long', timeStyle: 'medium' })
  const { today, yesterday, before, after } = segment.days
  const { amount, unit } = date
  if (amount === 0) return today
  if (amount === -1 && unit === 'd') return yesterday
  return formatMessage((amount < 0 ? before : after)[unit], { count: Math.abs(amount) }, language)
}

/** A time of the shop's own clock: what was typed, in no zone. */
function written(text: string, language: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(new Date(text))
}
