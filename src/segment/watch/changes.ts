import type { Layout } from './layout.js'
import { flipped } from './look.js'
import { answer, difference } from './program.js'
import type { Side } from './side.js'
import type { Watching } from './watching.js'

/** The segments that a customer came into and went out of, by name, in any order. */
export interface MembershipChanges {
  readonly entered: readonly string[]
  readonly left: readonly string[]
}

/** The segments to which one of the two records belongs: only those can, of which a condition has another answer. */
export function changesBetween<T>(
  { names, tests, starts, users: { items, first }, testedFor }: Layout,
  watching: Watching<T>,
  update: number,
): MembershipChanges {
  const changes = { entered: [] as string[], left: [] as string[] }
  for (const atom of flipped(watching)) {
    const end = first[atom + 1] as number
    for (let i = first[atom] as number; i < end; i++) {
      const segment = items[i] as number
      if (testedFor[segment] === update) continue
      testedFor[segment] = update
      const change = difference(tests, starts[segment] as number, watching.atoms)
      if (change !== 0) (change > 0 ? changes.entered : changes.left).push(names[segment] as string)
    }
  }
  return changes
}

/** All segments that a record belongs to. */
export function membershipsOf<T>(
  { names, tests, starts }: Layout,
  { atoms }: Watching<T>,
  side: Side<T>,
): readonly string[] {
  return names.filter((_, segment) => answer(tests, starts[segment] as number, atoms, side))
}
