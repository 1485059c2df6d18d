import type { Catalog } from '../catalog/catalog.js'
import { findFunction } from '../catalog/find-function.js'
import type { ReadLeaf } from '../check/read-leaf.js'
import type { SegmentValue } from '../segment.js'
import type { Located, WantedKind } from '../segment-problem.js'
import {
  atJoint,
  isWord,
  located,
  next,
  peek,
  placeOf,
  skipBrackets,
  take,
  unexpected,
  type Cursor,
} from './cursor.js'
import type { Token } from './lex.js'
import { parseLegacyFunction } from './parse-legacy.js'
import { parseOperands } from './parse-operands.js'
import { parseOperator, plainOperators } from './parse-operator.js'
import { valueOf } from './parse-value.js'
import { wantedValue } from './wanted-value.js'

type ParseCall = (cursor: Cursor, name: Located<string>) => ReadLeaf | null

/** What is written with brackets and is no function of the catalog. */
const calls: ReadonlyMap<string, ParseCall> = new Map<string, ParseCall>([
  ['anniversary', parseAnniversary],
  ['segment', parseReference],
  ['random_bucket', parseBucket],
])

/** The names of what is written with brackets and is no function of the catalog. */
export const callNames: readonly string[] = [...calls.keys()]

/** Those that a catalog allows: without ids nobody can be drawn by lot. */
export function callNamesOf({ id }: Catalog<never>): readonly string[] {
  return id === undefined ? callNames.filter((name) => name !== 'random_bucket') : callNames
}

/** Reads a condition whose name is followed by a bracket; `null` where it cannot be checked any further. */
export function parseCall(cursor: Cursor, name: Token): ReadLeaf | null {
  const of = located(name.text, name)
  const parse = calls.get(name.text)
  if (parse !== undefined) return parse(cursor, of)
  const row = findFunction(cursor.catalog, name.text)
  return row === null ? passOver(cursor, of) : parseLegacyFunction(cursor, of, row.params)
}

/** Passes over the old spelling of a function that is none: its brackets stand where an operator should. */
function passOver(cursor: Cursor, attribute: Located<string>): ReadLeaf {
  const bracket = peek(cursor)
  skipBrackets(cursor)
  const operator = atJoint(cursor) ? null : parseOperator(cursor, () => plainOperators)
  if (operator !== null) parseOperands(cursor, operator.value)
  return { kind: 'clause', attribute, operator: located(bracket.text, bracket), values: [] }
}

function parseAnniversary(cursor: Cursor, name: Located<string>): ReadLeaf | null {
  const [attribute] = parseArguments(cursor, ['text'], 'date') ?? []
  const operator = parseOperator(cursor, () => ['=', 'BETWEEN'])
  const values =
    operator === null ? [] : parseOperands(cursor, operator.value, () => wantedValue({ type: 'date' }))
  return attribute === undefined ? null : { kind: 'anniversary', name, attribute, operator, values }
}

function parseReference(cursor: Cursor): ReadLeaf | null {
  const [name] = parseArguments(cursor, ['text']) ?? []
  return name === undefined ? null : { kind: 'segment', name }
}

function parseBucket(cursor: Cursor, name: Located<string>): ReadLeaf | null {
  const [share, seed] = parseArguments(cursor, ['number', 'text']) ?? []
  return share === undefined || seed === undefined ? null : { kind: 'bucket', name, share, seed }
}

type ArgumentType = SegmentValue['type'] & WantedKind

/** Reads values of these types in brackets, the first perhaps with its name; `null` where it cannot. */
function parseArguments(
  cursor: Cursor,
  types: readonly ArgumentType[],
  label?: string,
): Located<string>[] | null {
  const bracket = cursor.index
  next(cursor)
  if (label !== undefined && isWord(peek(cursor), label) && peek(cursor, 1).text === ':') cursor.index += 2
  const values: Located<string>[] = []
  for (const type of types) {
    const isFirst = values.length === 0
    if (!isFirst && !take(cursor, ',')) return leave(cursor, bracket, [','])
    const token = peek(cursor)
    const value = valueOf(token)
    if (value?.type !== type) return leave(cursor, bracket, [type])
    values.push({ value: value.text, at: placeOf(next(cursor)) })
  }
  return take(cursor, ')') ? values : leave(cursor, bracket, [')'])
}

/** Refuses what stands here, and goes on behind the brackets. */
function leave(cursor: Cursor, bracket: number, expected: readonly string[]): null {
  unexpected(cursor, { expected })
  cursor.index = bracket
  skipBrackets(cursor)
  return null
}
