import type { Atom, Atoms } from './atoms.js'
import { pack, type Packed } from './packed.js'
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
  /** where conditions begin to be true, each with the last code that it is true at */
  readonly begins: Edges
  /** where they are true no more, each with the first code that it is true at: negative, so that more reaches further here, too */
  readonly ends: Edges
}

/** By code, the conditions whose answer changes between the code below and this one. */
interface Edges {
  readonly atoms: Packed
  /** beside them, how far each is true on the other side */
  readonly reach: Int32Array
}

type Edge = readonly [atom: Atom, reach: number]

/** Puts the cuts in their order, and tells every condition between which codes it is true. */
export function drawLine<T>(conditions: ReadonlyMap<Atom, Span>, atoms: Atoms<T>): Line {
  const cuts = sorted([...conditions.values()].flatMap(({ from, until }) => [from, until]))
  const places = new Map(cuts.map((cut, place) => [keyOf(cut), place]))
  const [begins, ends] = [edgesOf(cuts), edgesOf(cuts)]
  for (const [atom, { from, until }] of conditions) {
    const low = from === null ? 0 : (places.get(keyOf(from)) as number) + 1
    const high = until === null ? cuts.length : (places.get(keyOf(until)) as number)
    atoms.low[atom] = low
    atoms.high[atom] = high
    begins[low]?.push([atom, high])
    ends[high + 1]?.push([atom, -low])
  }
  return { cuts, begins: packEdges(begins), ends: packEdges(ends) }
}

/** One list for each code. */
function edgesOf(cuts: readonly Cut[]): Edge[][] {
  return Array.from({ length: cuts.length + 1 }, () => [])
}

function packEdges(edges: readonly (readonly Edge[])[]): Edges {
  return {
    atoms: pack(edges.map((list) => list.map(([atom]) => atom))),
    reach: Int32Array.from(edges.flat(), ([, reach]) => reach),
  }
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

/** Names the conditions that are true at one of two codes and not at the other. */
export function crossed({ begins, ends }: Line, one: number, other: number, found: Atom[]): void {
  const [low, high] = one < other ? [one, other] : [other, one]
  reaching(begins, low, high, high, found)
  reaching(ends, low, high, -low, found)
}

/** Names those with an edge above the one code, and not above the other, that reach so far. */
function reaching({ atoms, reach }: Edges, low: number, high: number, far: number, found: Atom[]): void {
  const { first, items } = atoms
  const end = first[high + 1] as number
  for (let i = first[low + 1] as number; i < end; i++)
    if ((reach[i] as number) >= far) found.push(items[i] as Atom)
}
