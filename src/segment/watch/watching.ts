import type { CompileInput } from '../compile/compile-tree.js'
import type { Related, RelatedName } from '../catalog/related.js'
import type { Segment } from '../segment.js'
import { createAtoms, type Atom, type Atoms } from './atoms.js'
import type { AttributeGauge, Gauge } from './gauge.js'
import type { Side } from './side.js'
import type { Source } from './source.js'

/** All that is known of the segments of an index, each thing once, however many segments have it. */
export interface Watching<T> {
  readonly atoms: Atoms<T>
  readonly gauges: Gauge<T>[]
  readonly input: CompileInput<T>
  /** of which record the readers of `input.related` are asked */
  readonly asked: { side: Side<T> }
  /** by the attribute and its type */
  readonly attributes: Map<string, AttributeGauge<T> | null>
  /** by what they read */
  readonly sources: Map<unknown, Source<T>>
  /** conditions by their text */
  readonly leaves: Map<string, Atom>
  readonly named: Map<Segment, Atom>
  /** what the answer of a named segment hangs on */
  readonly parts: Map<Atom, ReadonlySet<Atom>>
}

export function createWatching<T>(input: CompileInput<T>): Watching<T> {
  const atoms = createAtoms<T>()
  const asked = { side: atoms.after }
  return {
    atoms,
    asked,
    input: { ...input, related: relatedAsOf(input.related, asked) },
    gauges: [],
    attributes: new Map(),
    sources: new Map(),
    leaves: new Map(),
    named: new Map(),
    parts: new Map(),
  }
}

const readers: { readonly [Name in RelatedName]-?: true } = {
  orders: true,
  products: true,
  checkouts: true,
  emails: true,
  views: true,
  credit: true,
  companies: true,
  origin: true,
  location: true,
}

/** The same readers, but for the older record those of the time, where there are any. */
function relatedAsOf<T>(related: Related<T>, asked: { readonly side: Side<T> }): Related<T> {
  const names = (Object.keys(readers) as RelatedName[]).filter((name) => related[name] !== undefined)
  return Object.fromEntries(
    names.map((name) => [
      name,
      (record: T) => {
        const { was } = asked.side
        return was?.[name] === undefined ? related[name]?.(record) : was[name](record)
      },
    ]),
  )
}

/** What a map holds for a key, made when it is wanted for the first time. */
export function once<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
