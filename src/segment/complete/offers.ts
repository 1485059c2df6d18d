import type { Attribute, Catalog, TextRules } from '../catalog/catalog.js'
import { findAttribute } from '../catalog/find-attribute.js'
import { findFunction, operatorsOf } from '../catalog/find-function.js'
import { operatorsByType } from '../catalog/value-type.js'
import { dateForms } from '../date-literal.js'
import { functionOperators } from '../operator.js'
import { callNamesOf } from '../text/parse-call.js'
import type { WantedKind } from '../segment-problem.js'
import { quote } from '../text/quote.js'
import type { Spot } from './spot.js'

/** Something that may be typed. */
export interface CompletionItem {
  readonly text: string
  readonly kind: 'attribute' | 'function' | 'parameter' | 'operator' | 'value' | 'keyword'
}

/** Where the offers come from. */
export interface Offering {
  readonly catalog: Catalog<never>
  /** what only the host knows */
  readonly valuesOf: (name: string) => readonly string[]
}

/** What is offered for what the grammar waits for. */
export function offers(spot: Spot, offering: Offering): CompletionItem[] {
  return spot.expected.flatMap((wanted) => (kinds[wanted] ?? written)(spot, offering, wanted))
}

type Offer = (spot: Spot, offering: Offering, wanted: string) => readonly CompletionItem[]

/** What the grammar has no word for, but a kind of thing. */
const kinds: { readonly [wanted: string]: Offer | undefined } = {
  attribute: (_spot, offering) => conditions(offering),
  value: ({ name, param }, offering) => values(comparedBy(name, param, offering.catalog), offering),
  text: ({ name }, offering) => argumentsOf(name, offering),
  number: () => [],
} satisfies { readonly [Kind in WantedKind]?: Offer }

function conditions({ catalog, valuesOf }: Offering): CompletionItem[] {
  const { attributes, functions = [] } = catalog
  const names = attributes.flatMap((row) =>
    row.type === 'any'
      ? [...row.prefixes, ...valuesOf(row.name).map((key) => `${row.prefixes[0]}${key}`)]
      : [row.name],
  )
  return [
    ...itemsOf('attribute', names),
    ...itemsOf('function', [...functions.map(({ name }) => name), ...callNamesOf(catalog)]),
  ]
}

function itemsOf(kind: CompletionItem['kind'], texts: readonly string[]): CompletionItem[] {
  return texts.map((text) => ({ text, kind }))
}

/** What a value is compared with: an attribute, or a parameter of a function. */
interface Compared extends TextRules {
  readonly name: string
  readonly type: string
}

function comparedBy(name: string, param: string | null, catalog: Catalog<never>): Compared {
  const row: TextRules & { readonly type?: string } =
    findFunction(catalog, name)?.params.find((one) => one.name === param) ??
    findAttribute(catalog, name)?.row ??
    {}
  // What is neither is the day of an anniversary
  return { type: 'date', ...row, name: param ?? name }
}

function values({ name, type, values: known = [] }: Compared, { valuesOf }: Offering): CompletionItem[] {
  const forms: { readonly [type: string]: readonly string[] | undefined } = {
    date: dateForms,
    any: dateForms,
    boolean: ['true', 'false'],
  }
  return itemsOf('value', [...(forms[type] ?? []), ...[...known, ...valuesOf(name)].map(quote)])
}

/** What may stand in the brackets of a call. */
function argumentsOf(name: string, { catalog, valuesOf }: Offering): CompletionItem[] {
  const dates = name === 'anniversary' ? catalog.attributes.filter(isDate).map((row) => row.name) : []
  return itemsOf('value', [...dates, ...valuesOf(name)].map(quote))
}

function isDate({ type }: Attribute<never>): boolean {
  return type === 'date'
}

const keywords: readonly string[] = ['AND', 'OR', 'NOT', '(', ')', ',', ':']

/** What is typed as it is expected; of operators only those that are allowed, of longer ones the rest. */
function written({ name, param }: Spot, { catalog }: Offering, wanted: string): readonly CompletionItem[] {
  const found = findFunction(catalog, name)
  if (keywords.includes(wanted)) return itemsOf('keyword', [wanted])
  if (found?.params.some((row) => row.name === wanted) === true) return itemsOf('parameter', [wanted])
  const allowed = allowedOperators(name, param, catalog)
  const fits = allowed.some((operator) => operator === wanted || operator.split(' ').includes(wanted))
  return fits ? itemsOf('operator', [wanted]) : []
}

function allowedOperators(name: string, param: string | null, catalog: Catalog<never>): readonly string[] {
  const found = findFunction(catalog, name)
  if (found !== null) {
    const row = found.params.find((one) => one.name === param)
    return row === undefined ? functionOperators : operatorsOf(row)
  }
  const row = findAttribute(catalog, name)?.row
  return row === undefined ? ['=', 'BETWEEN'] : (row.operators ?? operatorsByType[row.type])
}
