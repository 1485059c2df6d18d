import type { CustomerId } from '../value/id.js'

/** Profiles that somebody has said are not one person: in each list, none is any other. */
export type DistinctPeople = readonly (readonly CustomerId[])[]

/** Whether somebody has said that two profiles are not one person; both ids are looked up, and no list is read twice. */
export function decisionsOf(distinct: DistinctPeople): (one: CustomerId, other: CustomerId) => boolean {
  const listsOf = new Map<CustomerId, Set<number>>()
  distinct.forEach((ids, list) => {
    for (const id of ids) listsOf.set(id, (listsOf.get(id) ?? new Set()).add(list))
  })
  return (one, other) => {
    const lists = listsOf.get(other)
    return lists !== undefined && [...(listsOf.get(one) ?? [])].some((list) => lists.has(list))
  }
}
