import { problem, type Problem } from '../../outcome/problem.js'
import type { SegmentProblemCode } from '../segment-problem.js'
import type { Asking } from './asking.js'
import { FALSE, type Sql } from './sql.js'

/**
 * Why a segment cannot be written as SQL.
 *
 * `not-mapped`: the mapping does not say where `name` is stored. `unsupported`: the database, or the way in which `name` is
 * stored there, cannot answer it. `bad-name`: a table or column of `name` has a name that cannot be quoted.
 */
export type SegmentSqlProblemCode =
  | 'segment.not-mapped'
  | 'segment.unsupported'
  | 'segment.bad-name'
  | Extract<SegmentProblemCode, 'segment.too-large' | 'segment.too-deep'>

/** A reason why a segment cannot be written as SQL. */
export type SegmentSqlProblem = Problem<SegmentSqlProblemCode>

/** Notes why; what stands in its place is never seen. */
export function refuse({ writing, path, name }: Asking, code: SegmentSqlProblemCode): Sql {
  const { problems, dialect } = writing
  const isTold = problems.some(
    (told) => told.code === code && told.path === path && told.params?.['name'] === name,
  )
  if (!isTold) problems.push(problem(code, path, { name, dialect: dialect.name }))
  return FALSE
}
