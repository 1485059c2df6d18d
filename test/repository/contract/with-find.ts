import { matchesSearch, type CustomerRepository } from 'clientele'
import { compileSegment } from 'clientele/segment'

/** A repository that answers queries, too, a page of its list at a time. */
export function withFind<Repository extends CustomerRepository>(
  repository: Repository,
): Repository & Required<Pick<CustomerRepository, 'find'>> {
  return {
    ...repository,
    find: async ({ where, search, after, limit }, options) => {
      const holds = compileSegment(where, { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' })
      const { records, next } = await repository.list({ after, limit }, options)
      return { records: records.filter((one) => holds(one) && matchesSearch(one, search ?? '')), next }
    },
  }
}
