import type { CustomerRecord } from '../../src/customer/record.js'
import { segmentLimits } from '../../src/limits/segment-limits.js'
import { enSegment } from '../../src/messages/en/segment.js'
import type { Attribute, TextRules } from '../../src/segment/catalog/catalog.js'
import { operatorsOf } from '../../src/segment/catalog/find-function.js'
import type { FunctionParam } from '../../src/segment/catalog/function.js'
import { operatorsByType, type ValueType } from '../../src/segment/catalog/value-type.js'
import { dateForms } from '../../src/segment/date-literal.js'
import {
  allCustomers,
  compileSegment,
  type NodeKind,
  parseSegment,
  segmentCatalog,
  type Segment,
} from '../../src/segment/index.js'
import { type Operator, operatorValues, paramOperators } from '../../src/segment/operator.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { codes, problemLink, table } from './markdown.js'

const attributes: readonly Attribute<CustomerRecord>[] = segmentCatalog.attributes
const functions = segmentCatalog.functions ?? []
type Row = (typeof functions)[number]

/** What a type is, how its values are written, and what counts as missing. A new type does not compile without. */
const types: Readonly<Record<ValueType, readonly [what: string, written: string, missing: string]>> = {
  date: ['a day of the shop’s time zone', '`2026-05-30`, `-30d`', 'never happened'],
  money: ['an amount in the shop’s currency', '`100`, `99.95`', 'nothing known, or in another currency'],
  number: ['a number', '`1.5`', 'not set'],
  integer: ['a whole number', '`3`', 'not set'],
  boolean: ['yes or no', '`true`, `false`', 'not set'],
  text: ['a text; upper and lower case count', "`'pl'`", 'not set'],
  enum: ['one of a few states', "`'SUBSCRIBED'`", 'not set'],
  list: ['any number of texts', "`'vip'`", 'the list is empty'],
  any: ['whatever the value beside it is', "`'oak'`, `5`, `true`, `2026-05-30`", 'no such metafield'],
}

const operators: Readonly<Record<Operator, string>> = {
  '=': 'is the value; of a date: falls on the day',
  '!=': 'the contrary of `=`',
  '>': 'is more; of a date: after the day',
  '>=': 'is the value or more',
  '<': 'is less; of a date: before the day',
  '<=': 'is the value or less',
  BETWEEN: 'lies between two values, both included: `BETWEEN 1 AND 5`',
  'IS NULL': 'is missing',
  'IS NOT NULL': 'is there',
  'CONTAINS ANY': 'the list holds one of these at least (ours)',
  'CONTAINS ALL': 'the list holds all of these (ours)',
  CONTAINS: 'the list holds the value',
  'NOT CONTAINS': 'the contrary of `CONTAINS`',
  IN: 'is one of these: `IN (1, 2)` (ours)',
  'NOT IN': 'the contrary of `IN` (ours)',
}

const dates: Readonly<Record<(typeof dateForms)[number], string>> = {
  '2020-05-30': 'a day',
  '2020-05-30T16:00:00': 'a moment on the shop’s clock',
  '-7d': 'so many days ago; `+7d` is in the future',
  '-2w': 'so many weeks ago',
  '-1m': 'so many months ago (never minutes); the 31st becomes the last day of a shorter month',
  '-1y': 'so many years ago',
  today: 'the shop’s day',
  yesterday: 'the day before',
}

const limitNames: Readonly<Record<keyof typeof segmentLimits, string>> = {
  text: 'characters of a query',
  depth: 'brackets within brackets',
  nodes: 'conditions and connections',
  values: 'values of one list',
  levels: 'levels down through named segments',
}

/** Queries of which sources or people mean different things, and are read in one way that is told. */
const assumed = [
  "last_order_date > '2026-01-31'",
  "product_subscription_status = 'SUBSCRIBED'",
  "product_subscription_status = 'SUBSCRIBER'",
  "customer_regions CONTAINS 'NY'",
  'metafields.custom.points > 5',
]

/** Conditions on what a bare record lacks, one for each operator. */
const onMissing: Readonly<Record<Operator, string>> = {
  '=': "source = 'fair'",
  '!=': "source != 'fair'",
  '>': 'last_order_date > 2020-01-01',
  '>=': 'last_order_date >= 2020-01-01',
  '<': 'last_order_date < 2020-01-01',
  '<=': 'last_order_date <= 2020-01-01',
  BETWEEN: 'last_order_date BETWEEN 2020-01-01 AND 2030-01-01',
  'IS NULL': 'source IS NULL',
  'IS NOT NULL': 'source IS NOT NULL',
  'CONTAINS ANY': "customer_tags CONTAINS ANY ('vip')",
  'CONTAINS ALL': "customer_tags CONTAINS ALL ('vip')",
  CONTAINS: "customer_tags CONTAINS 'vip'",
  'NOT CONTAINS': "customer_tags NOT CONTAINS 'vip'",
  IN: "source IN ('fair')",
  'NOT IN': "source NOT IN ('fair')",
}

/** Each kind of node with an example and what it means; a new kind does not compile without. */
const nodeKinds: Readonly<Record<NodeKind, readonly [example: string, meaning: string]>> = {
  clause: ["customer_tags CONTAINS 'vip'", 'an attribute, an operator, and its values'],
  function: ['orders_placed MATCHES (date > -30d, count >= 2)', 'what the customer’s history must hold'],
  anniversary: [
    "anniversary ('metafields.facts.birth_date') BETWEEN today AND +7d",
    'a day that comes every year: a birthday this week',
  ],
  segment: ["segment('wholesale')", 'membership in another segment (ours)'],
  bucket: [
    "random_bucket(20, 'spring')",
    'so many percent of all customers, by lot, always the same ones (ours)',
  ],
  and: ['blocked = false AND price_level > 0', 'all of these; binds stronger than `OR`'],
  or: ["source = 'fair' OR source = 'web'", 'any of these'],
  not: ['NOT (blocked = true)', 'the contrary, exactly'],
  all: ['', 'every customer: `allCustomers`, which has no text'],
}

/** The reference in docs/segments.md: attributes, functions, types, operators, dates, missing values, assumptions, limits. */
export function segmentsPart(): string {
  return [
    '### Conditions',
    'Keywords may be typed in any case. Texts stand in single quotes, brackets group.',
    table(['kind', 'example', 'means'], (Object.keys(nodeKinds) as NodeKind[]).map(kindRow)),
    '### Attributes',
    table(['attribute', 'asks about', 'type', 'values', 'operators', 'needs'], attributes.map(attributeRow)),
    'No entry under *operators* means all that the type has. What stands under *needs* is read from your tables: pass the reader as `related`.',
    '### Functions',
    'Asked with `MATCHES` or `NOT MATCHES` and parameters in brackets, or with none: `orders_placed MATCHES ()`. Events that fit all event parameters are counted or summed; without a count or a sum, one event is enough.',
    ...alike(functions).map(functionSection),
    '### Types',
    table(
      ['type', 'is', 'written', 'missing when', 'operators'],
      (Object.keys(types) as ValueType[]).map((type) => {
        const [what, written, missing] = types[type]
        return [`\`${type}\``, what, written, missing, codes(operatorsByType[type])]
      }),
    ),
    '### Operators and missing values',
    'Every condition is true or false. What is missing is never more or less than anything.',
    table(
      ['operator', 'values', 'holds when the attribute', 'when it is missing'],
      (Object.keys(operators) as Operator[]).map((operator) => [
        `\`${operator}\``,
        operatorValues[operator] === 'list' ? 'a list' : String(operatorValues[operator]),
        operators[operator],
        holdsWhenMissing(operator) ? 'holds' : 'does not hold',
      ]),
    ),
    '### Dates',
    'Days begin and end in the shop’s time zone.',
    table(
      ['written', 'means'],
      dateForms.map((form) => [`\`${form}\``, dates[form]]),
    ),
    '### What is assumed',
    'Where sources disagree or a query leaves something open, it is read in one way, and a warning says how; `segment.assumptions` keeps them.',
    table(['query', 'warning', 'read as'], assumed.map(assumedRow)),
    '### Limits',
    table(
      ['limit', 'at most'],
      (Object.keys(segmentLimits) as (keyof typeof segmentLimits)[]).map((name) => [
        limitNames[name],
        String(segmentLimits[name]),
      ]),
    ),
  ].join('\n\n')
}

function kindRow(kind: NodeKind): string[] {
  const [example, meaning] = nodeKinds[kind]
  const { root } = example === '' ? allCustomers : parsed(example)
  if (root.kind !== kind) throw new Error(`${example} is of the kind ${root.kind}, not ${kind}`)
  return [`\`${kind}\``, example === '' ? '' : `\`${example}\``, meaning]
}

function attributeRow(row: Attribute<CustomerRecord>): string[] {
  const names: Readonly<Record<string, string | undefined>> = enSegment.attributes
  const isFamily = row.type === 'any'
  return [
    isFamily ? row.prefixes.map((prefix) => `\`${prefix}<namespace>.<key>\``).join(', ') : `\`${row.name}\``,
    isFamily ? 'a metafield' : (names[row.name] ?? row.name),
    `\`${row.type}\``,
    isFamily ? '' : valuesOf(row),
    codes(row.operators ?? []),
    row.reads === undefined ? '' : `\`related.${row.reads}\``,
  ]
}

function valuesOf({ values, aliases = {}, form, folded, ids }: TextRules): string {
  return [
    values === undefined ? '' : codes(values),
    Object.keys(aliases).length === 0 ? '' : `also ${codes(Object.keys(aliases))}`,
    form === undefined ? '' : `such as ${codes(form.expected)}`,
    folded === true ? 'in any case' : '',
    ids === true ? 'an id, as text or whole number' : '',
  ]
    .filter((text) => text !== '')
    .join('; ')
}

/** Functions with the same parameters stand together. */
function alike(rows: readonly Row[]): readonly (readonly Row[])[] {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.reads, row.params])
    found.set(key, [...(found.get(key) ?? []), row])
  }
  return [...found.values()]
}

function functionSection(rows: readonly Row[]): string {
  const names: Readonly<Record<string, string | undefined>> = enSegment.functions
  const [{ params, reads }] = rows as readonly [Row]
  return [
    `#### ${codes(rows.map(({ name }) => name))}`,
    `${rows.map(({ name }) => `\`${name}\`: ${names[name] ?? name}`).join('; ')}. Needs \`related.${String(reads)}\`.`,
    table(
      ['parameter', 'is', 'type', 'operators'],
      params.map((param) => [`\`${param.name}\``, meaningOf(param), `\`${param.type}\``, restricted(param)]),
    ),
  ].join('\n\n')
}

/** Which operators a parameter allows, where that is less than its type does. */
function restricted(param: FunctionParam): string {
  const allowed = operatorsOf(param)
  const most = paramOperators.filter(
    (operator) => param.type !== 'point' && operatorsByType[param.type].includes(operator),
  )
  return most.length === allowed.length ? '' : codes(allowed)
}

const kinds: Readonly<Record<FunctionParam['of'], string>> = {
  event: 'of each event',
  count: 'how many events fit',
  sum: 'the sum over the events that fit',
  currency: 'the currency of the amounts here; the shop’s unless given',
  point: 'from where it is measured, such as `(59.91, 10.75)`',
  distance: 'how far away at most',
}

function meaningOf(param: FunctionParam): string {
  const names: Readonly<Record<string, string | undefined>> = enSegment.parameters
  return `${names[param.name] ?? param.name}: ${kinds[param.of]}`
}

function holdsWhenMissing(operator: Operator): boolean {
  const isMember = compileSegment(parsed(onMissing[operator]), {
    now: '2026-01-01T00:00:00.000Z',
    timeZone: 'UTC',
  })
  return isMember(buildRecord())
}

function assumedRow(query: string): string[] {
  const { assumptions } = parsed(query)
  const [assumption] = assumptions
  if (assumption === undefined) throw new Error(`nothing is assumed in ${query}`)
  const read = assumption.params?.['read']
  return [`\`${query}\``, problemLink(assumption.code), typeof read === 'string' ? `\`${read}\`` : 'a date']
}

function parsed(query: string): Segment {
  const outcome = parseSegment(query, { segments: () => allCustomers })
  if (!outcome.ok) throw new Error(`${query}: ${JSON.stringify(outcome.problems)}`)
  return outcome.value
}
