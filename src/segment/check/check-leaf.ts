import type { Catalog } from '../catalog/catalog.js'
import { SHARE } from '../compile/bucket.js'
import { isStorable } from '../../value/text.js'
import { problemAt, type SegmentProblem } from '../segment-problem.js'
import { checkAnniversary, checkClause } from './check-clause.js'
import { checkFunction } from './check-function.js'
import type { ReadBucket, ReadLeaf } from './read-leaf.js'
import { unknownName } from './unknown-name.js'

const checks: {
  readonly [Kind in ReadLeaf['kind']]: (
    leaf: Extract<ReadLeaf, { readonly kind: Kind }>,
    catalog: Catalog<never>,
  ) => SegmentProblem[]
} = {
  clause: checkClause,
  function: checkFunction,
  anniversary: checkAnniversary,
  // Judged with all that it leads to
  segment: () => [],
  bucket: checkBucket,
}

/** What is wrong with a leaf by the catalog, and what was assumed in it. */
export function checkLeaf(leaf: ReadLeaf, catalog: Catalog<never>): SegmentProblem[] {
  const check = checks[leaf.kind] as (leaf: ReadLeaf, catalog: Catalog<never>) => SegmentProblem[]
  return check(leaf, catalog)
}

function checkBucket({ name, share, seed }: ReadBucket, catalog: Catalog<never>): SegmentProblem[] {
  if (catalog.id === undefined) return [unknownName(name, catalog)]
  const problems: SegmentProblem[] = []
  if (!SHARE.test(share.value))
    problems.push(
      problemAt('segment.unknown-value', share.at, { found: share.value, expected: ['0', '100'] }),
    )
  if (!isStorable(seed.value)) problems.push(problemAt('segment.unexpected', seed.at, { found: seed.value }))
  return problems
}
