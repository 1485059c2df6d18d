import { type CustomerRepository, matchesSearch } from 'clientele'
import { compileSegment } from 'clientele/segment'
import { success } from '../../../src/outcome/outcome.js'

/** A repository that answers queries in the order of ids, too, a page of its list at a time. */
export function withFind<Repository extends CustomerRepository>(
  repository: Repository,
): Repository & Required<Pick<CustomerRepository, 'find'>> {
  return {
    ...repository,
    find: async ({ where, search, moment, after, limit }, options) => {
      const holds = compileSegment(where, moment)
      const { records, next } = await repository.list({ after, limit }, options)
      return success({
        records: records.filter((one) => holds(one) && matchesSearch(one, search ?? '')),
        next,
      })
    },
  }
}
