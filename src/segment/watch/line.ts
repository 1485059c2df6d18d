import type { Atom, Atoms } from './atoms.js'
import type { Cut, Position } from './ruler.js'
import { ASK, MISSING } from './side.js'

/** Between which cuts a condition is true; `null` is the end of the line. */
export interface Span {
  readonly from: Cut | null
  readonly until: Cut | null
}

/** All cuts in their order. The code of a value is how many of them lie before it. */
export interface Line {
  readonly cuts: readonly Cut[]
  /** by code, the conditions whose answer changes between the code below and this one */
  readonly edges: readonly Atom[][]
}

/** Puts the cuts in their order, and tells every condition between which codes it is true. */
export function drawLine<T>(conditions: ReadonlyMap<Atom, Span>, atoms: Atoms<T>): Line {
  const cuts = sorted([...conditions.values()].flatMap(({ from, until }) => [from, until]))
  const places = new Map(cuts.map((cut, place) => [keyOf(cut), place]))
  const edges = Array.from({ length: cuts.length + 1 }, (): Atom[] => [])
  for (const [atom, { from, until }] of conditions) {
    const low = from === null ? 0 : (places.get(keyOf(from)) as number) + 1
    const high = until === null ? cuts.length : (places.get(keyOf(until)) as number)
    atoms.low[atom] = low
    atoms.high[atom] = high
    edges[low]?.push(atom)
    edges[high + 1]?.push(atom)
  }
  return { cuts, edges }
}

function sorted(cuts: readonly (Cut | null)[]): Cut[] {
  const different = new Map<string, Cut>()
  for (const cut of cuts) if (cut !== null) different.set(keyOf(cut), cut)
  return [...different.values()].toSorted((one, other) => {
    if (one.at === other.at) return Number(one.isAfter) - Number(other.isAfter)
    return one.at < other.at ? -1 : 1
  })
}

function keyOf({ at, isAfter }: Cut): string {
  return `${isAfter} ${at}`
}

/** How many cuts lie before a position. */
export function codeOf(position: Position | null | undefined, { cuts }: Line): number {
  if (position === undefined) return ASK
  if (position === null) return MISSING
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(cuts[middle] as Cut, position)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore({ at, isAfter }: Cut, position: Position): boolean {
  return at < position || (at === position && !isAfter)
}

/** Names the conditions that have a cut between two codes. */
export function crossed({ edges }: Line, one: number, other: number, found: Atom[]): void {
  const last = Math.max(one, other)
  for (let code = Math.min(one, other) + 1; code <= last; code++)
    for (const atom of edges[code] as readonly Atom[]) found.push(atom)
}
