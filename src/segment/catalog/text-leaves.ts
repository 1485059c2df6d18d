import { foldText } from '../../value/text.js'
import { foldsTo } from '../compile/folds-to.js'
import type { Leaves, Predicate } from './catalog.js'
import { equal, negated, ordered, presence, type Readable } from './compared.js'

/** The tests of a text, an id or one of a few states. */
export function textLeaves<T>({ read, folded, ids }: Readable<T, 'text' | 'enum'>): Leaves<T, string> {
  const leaves = equal(read, sameText(folded), amongTexts(folded))
  return ids === true ? { ...ordered(read, orderOfIds), ...leaves } : leaves
}

/** The tests of a list of texts. */
export function listLeaves<T>({ read, folded }: Readable<T, 'list'>): Leaves<T, string> {
  const any = (isMeant: (item: string) => boolean): Predicate<T> => {
    return (record) => read(record).some(isMeant)
  }
  const has = (value: string): Predicate<T> => any(sameText(folded)(value))
  const hasAny = (values: readonly string[]): Predicate<T> => any(amongTexts(folded)(values))
  const isEmpty: Predicate<T> = (record) => read(record).length === 0
  return {
    ...presence(isEmpty),
    CONTAINS: has,
    'NOT CONTAINS': (value) => negated(has(value)),
    'CONTAINS ANY': hasAny,
    'CONTAINS ALL': (values) => (record) => holdsAll(read(record), values, folded),
    // For what is asked like one value, and may be several: companies, the tags of a product
    '=': has,
    '!=': (value) => negated(has(value)),
    IN: hasAny,
    'NOT IN': (values) => negated(hasAny(values)),
  }
}

function sameText(folded = false): (value: string) => (stored: string) => boolean {
  return folded ? (value) => (stored) => foldsTo(stored, value) : (value) => (stored) => stored === value
}

function amongTexts(folded = false): (values: readonly string[]) => (stored: string) => boolean {
  return (values) => {
    const known = new Set(values)
    return folded ? (stored) => known.has(foldText(stored)) : (stored) => known.has(stored)
  }
}

function holdsAll(list: readonly string[], values: readonly string[], folded = false): boolean {
  const held = new Set(folded ? list.map(foldText) : list)
  return values.every((value) => held.has(value))
}

// As many digits as count exactly
const NUMBER = /^\d{1,15}$/

/** Ids that are whole numbers have an order; others count as missing in it. */
function orderOfIds(stored: string | null, value: string): number {
  return stored !== null && NUMBER.test(stored) && NUMBER.test(value)
    ? Number(stored) - Number(value)
    : Number.NaN
}
