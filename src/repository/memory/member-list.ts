import { compareCodePoints } from '../../value/code-point-order.js'
import type { CustomerId } from '../../value/id.js'
import type { MemberPage, MembershipChange } from '../memberships.js'
import { firstIndex } from './sorted-list.js'

/** Who was found in one segment when it was last asked. */
export interface MemberList {
  replace(ids: readonly CustomerId[]): MembershipChange
  remove(id: CustomerId): void
  page(after: CustomerId | null, limit: number): MemberPage
  all(): readonly CustomerId[]
}

/** A list of members; put in order when somebody reads it. */
export function memberList(given: readonly CustomerId[] = []): MemberList {
  let members = new Set(given)
  let sorted: readonly CustomerId[] | null = null
  const all = (): readonly CustomerId[] => (sorted ??= inOrder(members))
  return {
    all,
    replace: (ids) => {
      const before = members
      members = new Set(ids)
      sorted = null
      return { entered: missingIn(before, members), left: missingIn(members, before) }
    },
    remove: (id) => {
      if (members.delete(id)) sorted = null
    },
    page: (after, limit) => {
      const ids = all()
      const start = after === null ? 0 : firstIndex(ids, (id) => compareCodePoints(id, after) > 0)
      const page = ids.slice(start, start + limit)
      return { ids: page, next: start + limit < ids.length ? (page.at(-1) as CustomerId) : null }
    },
  }
}

function missingIn(one: ReadonlySet<CustomerId>, other: ReadonlySet<CustomerId>): readonly CustomerId[] {
  return inOrder([...other].filter((id) => !one.has(id)))
}

function inOrder(ids: Iterable<CustomerId>): CustomerId[] {
  return [...ids].toSorted(compareCodePoints)
}
