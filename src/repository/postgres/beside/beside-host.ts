import type { CustomerId } from '../../../value/id.js'
import type { CallOptions } from '../../call-options.js'
import { isOvertaken } from '../failure.js'
import type { PostgresRepository } from '../postgres-repository.js'
import type { Follower } from './follow.js'
import type { HostTable } from './host-table.js'

/** The same repository, which looks at the host's table before it answers. */
export function besideHost<Tx>(
  own: PostgresRepository<Tx>,
  { customers }: HostTable,
  { some, all }: Follower<Tx>,
): PostgresRepository<Tx> {
  const one = (id: CustomerId, call: CallOptions<Tx> | undefined): Promise<void> => some([id], call)
  const everybody = async (call: CallOptions<Tx> | undefined): Promise<void> =>
    customers.follows === 'when-told' ? some([], call) : all(call)
  return {
    ...own,
    load: async (ids, call) => (await some(ids, call), own.load(ids, call)),
    knownAs: async (id, call) => (await one(id, call), own.knownAs(id, call)),
    findByIdentity: async (asked, call) => (await everybody(call), own.findByIdentity(asked, call)),
    findByBlockingKeys: async (page, call) => (await everybody(call), own.findByBlockingKeys(page, call)),
    find: async (query, call) => (await everybody(call), own.find(query, call)),
    count: async (filter, call) => (await everybody(call), own.count(filter, call)),
    list: async (page, call) => (await everybody(call), own.list(page, call)),
    memberships: (segmentId) => ({
      ...own.memberships(segmentId),
      replace: async (asOf, call) => (await everybody(call), own.memberships(segmentId).replace(asOf, call)),
    }),
    commit: async (changeSet, call) => {
      await some([], call)
      try {
        return await own.commit(changeSet, call)
      } catch (error) {
        if (!isOvertaken(error)) throw error
        // a unique column of the host's holds what somebody has whom nobody has looked at yet
        await all(call)
        return own.commit(changeSet, call)
      }
    },
    seed: async (records, call) => (await some([], call), own.seed(records, call)),
    project: async (projections, call) => {
      await some(
        projections.map(({ id }) => id),
        call,
      )
      await own.project(projections, call)
    },
    follow: (ids, call) => (ids === undefined ? all(call) : some(ids, call)),
  }
}
