import type { Operator } from '../operator.js'
import { addAtom, addSlot, flippedOf, setCode, type Atom, type Atoms } from './atoms.js'
import type { AttributeGauge } from './gauge.js'

type Values = readonly unknown[]

/** Stands for any value. */
const ANYTHING = Symbol('anything')

/** The values that make a condition true, each by itself. */
const sufficient: { readonly [Name in Operator]?: (values: Values) => Values } = {
  '=': (values) => values,
  IN: (values) => values,
  CONTAINS: (values) => values,
  'CONTAINS ANY': (values) => values,
  'IS NOT NULL': () => [ANYTHING],
}

/** What is one of several values, or a list of them: a condition stands under every value that makes it true. */
export function createValues<T>(
  atoms: Atoms<T>,
  read: (record: T) => unknown,
  fold: (value: unknown) => unknown,
): AttributeGauge<T> {
  const byValue = new Map<unknown, Atom[]>()
  const visit = (stored: unknown, found: (met: readonly Atom[]) => void): void => {
    for (const value of held(stored, fold)) found(byValue.get(value) ?? [])
  }
  return {
    read,
    add: (operator, values, ask) => {
      const wanted = sufficient[operator]?.(values)
      if (wanted === undefined) return null
      const atom = addAtom(atoms, addSlot(atoms, 0), ask)
      for (const value of new Set(wanted)) listOf(byValue, value).push(atom)
      return atom
    },
    measure: (stored, side) => {
      visit(stored, (met) => {
        for (const atom of met) setCode(side, atoms.slot[atom] as number, 1)
      })
    },
    flips: (one, other, found) => {
      for (const stored of [one, other]) visit(stored, (met) => flippedOf(atoms, met, found))
    },
  }
}

function held(stored: unknown, fold: (value: unknown) => unknown): Values {
  const values: Values = Array.isArray(stored) ? stored : stored === null ? [] : [stored]
  return values.length === 0 ? values : [ANYTHING, ...values.map(fold)]
}

function listOf(byValue: Map<unknown, Atom[]>, value: unknown): Atom[] {
  const list = byValue.get(value) ?? []
  byValue.set(value, list)
  return list
}
