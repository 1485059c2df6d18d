import type { CustomerRecord } from '../customer/record.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Loaded } from './port.js'

/** Why an id has no record to show. */
export type LoadProblemCode = 'load.unknown' | 'load.deleted' | 'load.merged'

/**
 * Turns what was loaded into records, or says of each id why there is none.
 *
 * Codes: `load.unknown`, `load.deleted`, `load.merged` (with `params.into`), each with `params.id`; the path is the index.
 *
 * @example
 * ```ts @import.meta.vitest
 * const outcome = presentRecords([{ id: '7', state: 'merged', into: '9' }])
 * expect(outcome.ok ? [] : outcome.problems).toEqual([{ code: 'load.merged', path: [0], params: { id: '7', into: '9' } }])
 * ```
 */
export function presentRecords(
  loaded: readonly Loaded[],
): Outcome<CustomerRecord[], Problem<LoadProblemCode>> {
  return unlessProblems(loaded.flatMap(absenceProblem), () =>
    loaded.filter((one) => one.state === 'present').map(({ record }) => record),
  )
}

function absenceProblem(one: Loaded, index: number): Problem<LoadProblemCode>[] {
  if (one.state === 'present') return []
  const params = one.state === 'merged' ? { id: one.id, into: one.into } : { id: one.id }
  return [problem(`load.${one.state}`, [index], params)]
}
