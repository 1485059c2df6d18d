import type { JsonValue } from '../outcome/json.js'
import { formatMessage } from '../outcome/message.js'
import { escapeHtml } from '../value/html.js'
import { decimalAmount, type Money } from '../value/money.js'
import { printable } from '../value/printable.js'
import type { PersonalDataLanguage, PersonalDataMessages } from './personal-data-messages.js'
import type { PersonalData } from './personal-data.js'

/** The page nests no deeper; nothing that the library keeps does. */
const DEPTH = 64

/** The export as a page without styles. Every text in it is escaped; every name is there, also where nothing is held. */
export function personalDataPage(
  data: PersonalData,
  { language, personalData: messages }: PersonalDataLanguage,
): string {
  const { format: _format, version: _version, asOf, ...parts } = withMoney(data)
  const title = line(formatMessage(messages.title, { customer: data.customer.id }, language))
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><title>${title}</title></head>`,
    '<body>',
    `<h1>${title}</h1>`,
    ...(asOf === null ? [] : [`<p>${line(formatMessage(messages.asOf, { asOf }, language))}</p>`]),
    ...Object.entries(parts).map(([name, part]) => section(name, part as JsonValue, messages)),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Money as people write it, the amount first. */
function withMoney(data: PersonalData): Omit<PersonalData, 'statistics'> & { readonly statistics: unknown } {
  const { amountSpent } = data.statistics
  return { ...data, statistics: { ...data.statistics, amountSpent: amountSpent && amountText(amountSpent) } }
}

function amountText(money: Money): string {
  return `${decimalAmount(money)} ${money.currency}`
}

function section(name: string, part: JsonValue, messages: PersonalDataMessages): string {
  return `<section><h2>${label(name, messages)}</h2>${node(part, messages, DEPTH)}</section>`
}

function node(value: JsonValue, messages: PersonalDataMessages, depth: number): string {
  if (value === null || (typeof value === 'object' && Object.keys(value).length === 0))
    return word(messages.words.none)
  if (typeof value === 'boolean') return word(messages.words[value ? 'yes' : 'no'])
  if (typeof value !== 'object') return lines(String(value))
  if (depth === 0) return '…'
  return isList(value) ? list(value, messages, depth - 1) : table(value, messages, depth - 1)
}

function list(values: readonly JsonValue[], messages: PersonalDataMessages, depth: number): string {
  return `<ol>${values.map((value) => `<li dir="auto">${node(value, messages, depth)}</li>`).join('')}</ol>`
}

function table(
  map: { readonly [name: string]: JsonValue },
  messages: PersonalDataMessages,
  depth: number,
): string {
  const rows = Object.entries(map).map(
    ([name, value]) =>
      `<tr><th scope="row">${label(name, messages)}</th><td dir="auto">${node(value, messages, depth)}</td></tr>`,
  )
  return `<table>${rows.join('\n')}</table>`
}

/** The library's names in the reader's language, the host's own as they are. */
function label(name: string, { labels }: PersonalDataMessages): string {
  const known: { readonly [name: string]: string } = labels
  return line(Object.hasOwn(known, name) ? (known[name] as string) : name)
}

function word(text: string): string {
  return `<em>${escapeHtml(text)}</em>`
}

function lines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(line)
    .join('<br>')
}

function line(text: string): string {
  return escapeHtml(printable(text))
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
