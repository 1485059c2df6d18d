import type { Related } from '../catalog/related.js'
import { rootOf } from '../root-of.js'
import type { Segment } from '../segment.js'
import { clear } from './atoms.js'
import { changesBetween, membershipsOf, type MembershipChanges } from './changes.js'
import { layOut, type Layout } from './layout.js'
import { look } from './look.js'
import type { Side } from './side.js'
import { watchTree, type WatchedTree } from './watch-tree.js'
import type { Watching } from './watching.js'

/** What else is to be known of a change. */
export interface UpdateOptions<T> {
  /** readers of the history as it was before, where it has changed: `{ orders: () => ordersBefore }` */
  readonly was?: Related<T> | undefined
}

/** Many segments that follow the changes of customers (S-2). */
export interface SegmentIndex<T> {
  /** Puts a segment in, in place of one with the same name. What it names is looked up now. */
  readonly add: (name: string, segment: Segment) => void
  /** Takes a segment out, if it is there. */
  readonly remove: (name: string) => void
  /** What a change of a customer changes: `null` before a customer is there, and after they are deleted. */
  readonly update: (before: T | null, after: T | null, options?: UpdateOptions<T>) => MembershipChanges
}

export function createMembers<T>(watching: Watching<T>): SegmentIndex<T> {
  const { atoms } = watching
  const trees = new Map<string, WatchedTree>()
  let laidOut: Layout | null = null
  let updates = 0
  const memberships = (side: Side<T>, record: T | null): readonly string[] =>
    record === null ? [] : membershipsOf(laidOut as Layout, watching, side)
  return {
    add: (name, segment) => {
      trees.set(name, watchTree(rootOf(segment), watching))
      laidOut = null
    },
    remove: (name) => {
      trees.delete(name)
      laidOut = null
    },
    update: (before, after, { was } = {}) => {
      laidOut ??= layOut(trees, atoms.slot.length)
      clear(atoms)
      if (before !== null) look(watching, atoms.before, before, was)
      if (after !== null) look(watching, atoms.after, after, undefined)
      if (before !== null && after !== null) return changesBetween(laidOut, watching, ++updates)
      return { entered: memberships(atoms.after, after), left: memberships(atoms.before, before) }
    },
  }
}
