import { invariant } from '../../outcome/invariant.js'
import { bucketEnd } from '../compile/bucket.js'
import type { SegmentBucket } from '../segment.js'
import { columnOf } from './asking.js'
import { parameter } from './parameter.js'
import type { Spot } from './spot.js'
import { sql, type Sql } from './sql.js'
import { refuse } from './sql-problem.js'

/** Writes whether a customer is drawn: the same MD5 of the same text as in memory. SQLite has none. */
export function writeBucket({ share, seed }: SegmentBucket, spot: Spot): Sql {
  const { writing, catalog, customers, path } = spot
  invariant(catalog.id !== undefined, 'random_bucket wants a catalog with an id')
  const asking = { writing, path, name: 'random_bucket' }
  if (writing.dialect.name !== 'postgres') return refuse(asking, 'segment.unsupported')
  const text = sql`${parameter(seed, 'text')} || ':' || ${columnOf(asking, customers, customers.id)}`
  const bucket = sql`('x' || substr(md5(${text}), 1, 8))::bit(32)::bigint`
  return sql`${bucket} < ${parameter(Math.ceil(bucketEnd(share)), 'whole')}`
}
