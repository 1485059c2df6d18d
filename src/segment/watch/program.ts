import { holds, type Atom, type Atoms } from './atoms.js'
import type { Side } from './side.js'

/**
 * A tree as a list of tests, three numbers each: the condition, where to go on if it is true, and where if it is false. As in
 * a decision tree, nothing is asked that cannot matter, and there is no tree to climb.
 */
export interface Program {
  readonly tests: readonly number[]
  /** the first test, or the answer */
  readonly start: number
}

type Tests = readonly number[] | Int32Array

/** Writes a part of a program, from its end to its beginning, and says where it begins. */
export type Piece = (tests: number[], yes: number, no: number) => number

const YES = -1
const NO = -2

export const always: Piece = (_tests, yes) => yes

export function asking(atom: Atom): Piece {
  return (tests, yes, no) => tests.push(atom, yes, no) - 3
}

export function not(piece: Piece): Piece {
  return (tests, yes, no) => piece(tests, no, yes)
}

export function allOf(pieces: readonly Piece[]): Piece {
  return (tests, yes, no) => pieces.reduceRight((next, piece) => piece(tests, next, no), yes)
}

export function anyOf(pieces: readonly Piece[]): Piece {
  return (tests, yes, no) => pieces.reduceRight((next, piece) => piece(tests, yes, next), no)
}

export function programOf(piece: Piece): Program {
  const tests: number[] = []
  return { start: piece(tests, YES, NO), tests }
}

/** Goes on from a test to the answer. */
export function answer<T>(tests: Tests, start: number, atoms: Atoms<T>, side: Side<T>): boolean {
  let at = start
  while (at >= 0) at = next(tests, at, holds(atoms, tests[at] as Atom, side))
  return at === YES
}

/** How two records differ: 1 where only the second belongs, -1 where only the first does, 0 where they are alike. */
export function difference<T>(tests: Tests, start: number, atoms: Atoms<T>): -1 | 0 | 1 {
  const { before, after } = atoms
  // Most tests have the same answer for both, so they are made once
  for (let at = start; at >= 0; ) {
    const atom = tests[at] as Atom
    const [one, other] = [holds(atoms, atom, before), holds(atoms, atom, after)]
    if (one !== other) {
      const was = answer(tests, next(tests, at, one), atoms, before)
      const is = answer(tests, next(tests, at, other), atoms, after)
      return was === is ? 0 : is ? 1 : -1
    }
    at = next(tests, at, one)
  }
  return 0
}

function next(tests: Tests, at: number, isTrue: boolean): number {
  return tests[isTrue ? at + 1 : at + 2] as number
}

/** The conditions of a program, each once. */
export function atomsIn({ tests }: Program): ReadonlySet<Atom> {
  return new Set(tests.filter((_, i) => i % 3 === 0))
}
