import type { Predicate } from '../catalog/catalog.js'
import { compileTree } from '../compile/compile-tree.js'
import type { SegmentLeaf } from '../segment.js'
import type { Side } from './side.js'
import { createSource, type Source } from './source.js'
import { once, type Watching } from './watching.js'

/** What reads a thing for the conditions of which only that is known. */
export function watchSource<T>(
  key: unknown,
  read: (record: T) => unknown,
  { atoms, gauges, sources }: Watching<T>,
): Source<T> {
  return once(sources, key, () => {
    const source = createSource(atoms, read)
    gauges.push(source)
    return source
  })
}

/** Asks a condition of a record; compiled when it is asked for the first time, because most are never. */
export function questionOf<T>(node: SegmentLeaf, { input, asked }: Watching<T>): (side: Side<T>) => boolean {
  let test: Predicate<T> | null = null
  return (side) => {
    test ??= compileTree(node, input)
    asked.side = side
    return test(side.record)
  }
}
