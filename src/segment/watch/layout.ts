import { pack, type Packed } from './packed.js'
import type { WatchedTree } from './watch-tree.js'

/**
 * Many segments in a few long lists. What one change of a customer touches lies scattered over all of them, so how far apart
 * it lies decides how long that takes.
 */
export interface Layout {
  readonly names: readonly string[]
  /** the programs of all one after another: three numbers a test, as in `Program` */
  readonly tests: Int32Array
  /** by segment, its first test, or its answer */
  readonly starts: Int32Array
  /** by condition, the segments that have it */
  readonly users: Packed
  /** by segment, the last change for which it was tested */
  readonly testedFor: Float64Array
}

export function layOut(trees: ReadonlyMap<string, WatchedTree>, atomCount: number): Layout {
  const all = [...trees.values()]
  const { tests, starts } = layTests(all)
  return {
    names: [...trees.keys()],
    tests,
    starts,
    users: layUsers(all, atomCount),
    testedFor: new Float64Array(all.length),
  }
}

function layTests(trees: readonly WatchedTree[]): Pick<Layout, 'tests' | 'starts'> {
  const tests: number[] = []
  const starts = trees.map(({ program }) => {
    const shift = tests.length
    const moved = (at: number): number => (at < 0 ? at : at + shift)
    program.tests.forEach((value, i) => tests.push(i % 3 === 0 ? value : moved(value)))
    return moved(program.start)
  })
  return { tests: Int32Array.from(tests), starts: Int32Array.from(starts) }
}

function layUsers(trees: readonly WatchedTree[], atomCount: number): Packed {
  const byAtom: number[][] = Array.from({ length: atomCount }, () => [])
  trees.forEach(({ atoms }, tree) => {
    for (const atom of atoms) byAtom[atom]?.push(tree)
  })
  return pack(byAtom)
}
