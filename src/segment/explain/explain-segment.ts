import { formatMessage, type Message, type MessageParams } from '../../outcome/message.js'
import type { Operator } from '../operator.js'
import { rootOf } from '../root-of.js'
import type {
  NodeKind,
  NodeOf,
  Segment,
  SegmentGroup,
  SegmentNode,
  SegmentParam,
  SegmentValue,
} from '../segment.js'
import { explainText, explainValue, spokenAs, worded, type SpokenValue } from './explain-value.js'
import type { SegmentLanguage } from './explanation-messages.js'

/**
 * Says in words who is in a segment, in a language of `clientele/messages` (S-1); conditions without a text of their own,
 * such as a host's attributes, go by their names. One of a segment's conditions, said so, is the label of a filter (L-4).
 * For people: the words may change, and hold what the query holds.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const { en } = await import('clientele/messages/en')
 * const outcome = parseSegment("amount_spent >= 1000 AND NOT last_order_date < -30d")
 * if (!outcome.ok) throw new Error('the query is wrong')
 * expect(explainSegment(outcome.value, en)).toBe(
 *   'amount spent: at least 1,000 and not (last order: before 30 days ago)',
 * )
 * ```
 */
export function explainSegment(segment: Segment, messages: SegmentLanguage): string {
  return explainNode(rootOf(segment), messages)
}

const explainers: {
  readonly [Kind in NodeKind]: (node: NodeOf<Kind>, language: SegmentLanguage) => string
} = {
  all: (_node, { segment }) => segment.words.all,
  and: (group, language) => joined(group, language),
  or: (group, language) => joined(group, language),
  not: ({ node }, language) => negated(explainNode(node, language), language),
  clause: ({ attribute, operator, values }, language) =>
    compare('attributes', attribute, operator, values, language),
  function: ({ name, operator, params }, language) => {
    const event = explainEvent(nameOf('functions', name, language), params, language)
    return operator === 'MATCHES' ? event : negated(event, language)
  },
  anniversary: ({ attribute, operator, values }, language) => {
    const dates = values.map((value) => spokenAs(value, attribute, true))
    return say(
      language.segment.anniversary[operator],
      nameOf('attributes', attribute, language),
      dates,
      language,
    )
  },
  segment: ({ name }, language) =>
    fill(language.segment.words.segment, { name: explainText(name, language) }, language),
  bucket: ({ share, seed }, language) =>
    fill(
      language.segment.words.bucket,
      { share: explainValue({ type: 'number', text: share }, language), seed: explainText(seed, language) },
      language,
    ),
}

function explainNode(node: SegmentNode, language: SegmentLanguage): string {
  const explain = explainers[node.kind] as (node: SegmentNode, language: SegmentLanguage) => string
  return explain(node, language)
}

/** Joins the nodes of a group; a group among them gets brackets, because words bind as one likes. */
function joined({ kind, nodes }: SegmentGroup<'and' | 'or'>, language: SegmentLanguage): string {
  const { words } = language.segment
  return nodes
    .map((node) => ('nodes' in node ? `(${explainNode(node, language)})` : explainNode(node, language)))
    .join(` ${words[kind]} `)
}

function negated(node: string, language: SegmentLanguage): string {
  return fill(language.segment.words.not, { node }, language)
}

function explainEvent(event: string, params: readonly SegmentParam[], language: SegmentLanguage): string {
  if (params.length === 0) return event
  const conditions = params
    .map(({ name, operator, values }) => compare('parameters', name, operator, values, language))
    .join(` ${language.segment.words.and} `)
  return fill(language.segment.words.where, { event, conditions }, language)
}

function compare(
  table: 'attributes' | 'parameters',
  name: string,
  operator: Operator,
  values: readonly SegmentValue[],
  language: SegmentLanguage,
): string {
  const hasOrder = !Object.hasOwn(language.segment.phrases.text, operator)
  const spoken = values.map((value) => spokenAs(worded(value, name, language), name, hasOrder))
  return say(phraseOf(operator, spoken, language), nameOf(table, name, language), spoken, language)
}

type PhraseTable = { readonly [Name in Operator]?: Message }

/** The phrase of an operator, by what its values are. */
function phraseOf(
  operator: Operator,
  [first]: readonly SpokenValue[],
  { segment }: SegmentLanguage,
): Message {
  const { presence, date, number, text } = segment.phrases
  const tables: readonly PhraseTable[] = {
    none: [presence],
    date: [date],
    number: [number, text],
    boolean: [text],
    text: [text, date],
    id: [text, number],
    point: [text],
  }[first?.type ?? 'none']
  // A checked segment has no operator beside these
  return tables.find((table) => table[operator] !== undefined)?.[operator] as Message
}

/** Fills a phrase: one value as it is, of `BETWEEN` the second apart, and of a list all. */
function say(
  phrase: Message,
  name: string,
  values: readonly SpokenValue[],
  language: SegmentLanguage,
): string {
  const said = values.map((value) => explainValue(value, language))
  return fill(phrase, { name, value: said[0] ?? null, upTo: said[1] ?? null, values: said }, language)
}

/** The words for a name; a host's own, or a metafield's, stands for itself. */
function nameOf(
  table: 'attributes' | 'functions' | 'parameters',
  name: string,
  { segment }: SegmentLanguage,
): string {
  const words: { readonly [name: string]: string } = segment[table]
  return Object.hasOwn(words, name) ? (words[name] as string) : name
}

function fill(message: Message, params: MessageParams, { language }: SegmentLanguage): string {
  return formatMessage(message, params, language)
}
