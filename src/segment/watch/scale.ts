import type { Operator } from '../operator.js'
import { addAtom, addSlot, flippedOf, type Atom, type Atoms } from './atoms.js'
import type { AttributeGauge } from './gauge.js'
import { codeOf, crossed, drawLine, type Line, type Span } from './line.js'
import type { Cut, OrderedType, Ruler } from './ruler.js'
import { ASK, MISSING } from './side.js'

type SpanOf = <Value>(
  ruler: { begin: (value: Value) => Cut; end: (value: Value) => Cut },
  first: Value,
  last: Value,
) => Span

const spans: { readonly [Name in Operator]?: SpanOf } = {
  '=': ({ begin, end }, value) => ({ from: begin(value), until: end(value) }),
  '>': ({ end }, value) => ({ from: end(value), until: null }),
  '>=': ({ begin }, value) => ({ from: begin(value), until: null }),
  '<': ({ begin }, value) => ({ from: null, until: begin(value) }),
  '<=': ({ end }, value) => ({ from: null, until: end(value) }),
  BETWEEN: ({ begin, end }, first, last) => ({ from: begin(first), until: end(last) }),
  'IS NOT NULL': () => ({ from: null, until: null }),
}

/**
 * What has an order: a condition is true between two cuts. When a value moves, only the conditions with a cut between the old
 * place and the new one can have another answer.
 */
export function createScale<T, Type extends OrderedType>(
  atoms: Atoms<T>,
  ruler: Ruler<Type>,
  currency: string | undefined,
  read: (record: T) => unknown,
): AttributeGauge<T> {
  const slot = addSlot(atoms, MISSING)
  const conditions = new Map<Atom, Span>()
  let drawn: Line | null = null
  const line = (): Line => (drawn ??= drawLine(conditions, atoms))
  return {
    read,
    add: (operator, [first, last], ask) => {
      const span = spans[operator]?.(ruler, first as never, last as never)
      if (span === undefined) return null
      const atom = addAtom(atoms, slot, ask)
      conditions.set(atom, span)
      drawn = null
      return atom
    },
    measure: (stored, { codes }) => {
      codes[slot] = codeOf(ruler.positionOf(stored as never, currency), line())
    },
    flips: (_one, _other, found) => {
      const one = atoms.before.codes[slot] as number
      const other = atoms.after.codes[slot] as number
      const isAsked = one === ASK || other === ASK
      if (isAsked) flippedOf(atoms, conditions.keys(), found)
      else crossed(line(), one, other, found)
    },
  }
}
