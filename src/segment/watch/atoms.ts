import { ASK, createSide, type Side } from './side.js'

/** A condition, whichever segments have it: its place in the lists of `Atoms`. */
export type Atom = number

/**
 * All different conditions, as lists beside one another: what is asked millions of times a second should lie close
 * together.
 */
export interface Atoms<T> {
  /** which code is looked at */
  readonly slot: number[]
  /** true from here … */
  readonly low: number[]
  /** … up to here */
  readonly high: number[]
  /** asked where the code does not say */
  readonly ask: ((side: Side<T>) => boolean)[]
  /** what a code is before a record is looked at */
  readonly rest: number[]
  readonly before: Side<T>
  readonly after: Side<T>
}

export function createAtoms<T>(): Atoms<T> {
  return {
    slot: [],
    low: [],
    high: [],
    ask: [],
    rest: [],
    before: createSide(),
    after: createSide(),
  }
}

/** Something else to look at. */
export function addSlot<T>({ rest, before, after }: Atoms<T>, code: number): number {
  for (const codes of [rest, before.codes, after.codes]) codes.push(code)
  return rest.length - 1
}

/** Another condition; true where the code is 1, until it is told otherwise. */
export function addAtom<T>(atoms: Atoms<T>, slot: number, ask: (side: Side<T>) => boolean): Atom {
  atoms.slot.push(slot)
  atoms.low.push(1)
  atoms.high.push(1)
  atoms.ask.push(ask)
  return atoms.slot.length - 1
}

/** Another condition that must be asked itself: at most once for a record, and only where it matters. */
export function addQuestion<T>(atoms: Atoms<T>, question: (side: Side<T>) => boolean): Atom {
  const slot = addSlot(atoms, ASK)
  return addAtom(atoms, slot, (side) => {
    const answer = question(side)
    setCode(side, slot, answer ? 1 : 0)
    return answer
  })
}

/** Sets a code for this record only. */
export function setCode<T>({ codes, set }: Side<T>, slot: number, code: number): void {
  codes[slot] = code
  set.push(slot)
}

/** Whether a condition is true of a record. */
export function holds<T>(atoms: Atoms<T>, atom: Atom, side: Side<T>): boolean {
  const code = side.codes[atoms.slot[atom] as number] as number
  if (code === ASK) return (atoms.ask[atom] as Atoms<T>['ask'][number])(side)
  return code >= (atoms.low[atom] as number) && code <= (atoms.high[atom] as number)
}

/** Names those conditions of which the two records give different answers. */
export function flippedOf<T>(atoms: Atoms<T>, some: Iterable<Atom>, found: Atom[]): void {
  for (const atom of some)
    if (holds(atoms, atom, atoms.before) !== holds(atoms, atom, atoms.after)) found.push(atom)
}

/** Makes both sides ready for other records. */
export function clear<T>({ rest, before, after }: Atoms<T>): void {
  for (const { codes, set } of [before, after]) {
    for (const slot of set) codes[slot] = rest[slot] as number
    set.length = 0
  }
}
