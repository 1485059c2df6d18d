import { addQuestion, flippedOf, type Atom, type Atoms } from './atoms.js'
import type { Gauge } from './gauge.js'
import type { Side } from './side.js'

/** What nothing is known of but what it reads: where that is another thing than before, every condition on it is asked. */
export interface Source<T> extends Gauge<T> {
  readonly add: (question: (side: Side<T>) => boolean) => Atom
}

export function createSource<T>(atoms: Atoms<T>, read: (record: T) => unknown): Source<T> {
  const conditions: Atom[] = []
  return {
    read,
    add: (question) => {
      const atom = addQuestion(atoms, question)
      conditions.push(atom)
      return atom
    },
    measure: () => {},
    flips: (_one, _other, found) => flippedOf(atoms, conditions, found),
  }
}
