import type { JsonValue } from './json.js'

/** A text by the plural category of the parameter `by`; `other` stands for every category that has no text of its own. */
export type PluralMessage = { readonly by: string; readonly other: string } & {
  readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string
}

/**
 * A text in which `{name}` stands for a parameter, written in the reader's number and list forms; what stands in `[…]` is
 * left out where one of its parameters is not there or empty.
 */
export type Message = string | PluralMessage

export type MessageParams = { readonly [name: string]: JsonValue }

const OPTIONAL = /\[([^[\]]+)\]/g
const PLACEHOLDER = /\{(\w+)\}/g

/**
 * Fills a message in a language (BCP 47). A parameter that is not there, or `null`, reads as an ellipsis.
 *
 * @example
 * ```ts @import.meta.vitest
 * const message = { by: 'count', one: '{count} row', other: '{count} rows' }
 * expect(formatMessage(message, { count: 1200 }, 'en')).toBe('1,200 rows')
 * ```
 */
export function formatMessage(message: Message, params: MessageParams, language: string): string {
  return pluralText(message, params, language)
    .replace(OPTIONAL, (_whole, part: string) => (isComplete(part, params) ? part : ''))
    .replace(PLACEHOLDER, (_whole, name: string) =>
      Object.hasOwn(params, name) ? formatValue(params[name] as JsonValue, language) : '…',
    )
}

function isComplete(part: string, params: MessageParams): boolean {
  return [...part.matchAll(PLACEHOLDER)].every(
    ([, name]) => Object.hasOwn(params, name as string) && !isEmpty(params[name as string]),
  )
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

function pluralText(message: Message, params: MessageParams, language: string): string {
  if (typeof message === 'string') return message
  const category = new Intl.PluralRules(language).select(Number(params[message.by]))
  return message[category] ?? message.other
}

function formatValue(value: JsonValue, language: string): string {
  if (value === null) return '…'
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value)
  if (Array.isArray(value))
    return new Intl.ListFormat(language).format(value.map((item: JsonValue) => formatValue(item, language)))
  return typeof value === 'string' ? value : JSON.stringify(value)
}
