import { invariant } from '../../outcome/invariant.js'
import type { NodeKind, NodeOf, SegmentNode } from '../segment.js'
import { referencedSegment, type Spot } from './spot.js'
import { joined, sql, TRUE, type Sql } from './sql.js'
import { writeBucket } from './write-bucket.js'
import { writeAnniversary, writeClause } from './write-clause.js'
import { writeFunction } from './write-function.js'

const writers: { readonly [Kind in NodeKind]: (node: NodeOf<Kind>, spot: Spot) => Sql } = {
  all: () => TRUE,
  and: ({ nodes }, spot) => joinAll(writeAll(nodes, spot), ' and '),
  or: ({ nodes }, spot) => joinAll(writeAll(nodes, spot), ' or '),
  not: ({ node }, spot) => sql`not ${writeTree(node, { ...spot, path: [...spot.path, 'node'] })}`,
  clause: writeClause,
  function: writeFunction,
  anniversary: writeAnniversary,
  // What is wrong in it lies, for this segment, where it is named
  segment: ({ name }, spot) => writeTree(referencedSegment(name, spot.segments).root, spot),
  bucket: writeBucket,
}

/** Writes a tree as an expression that is true or false, never null, and stands beside `and`, `or` and `not` without brackets. */
export function writeTree(node: SegmentNode, spot: Spot): Sql {
  const write = writers[node.kind] as (node: SegmentNode, spot: Spot) => Sql
  return write(node, spot)
}

function writeAll(nodes: readonly SegmentNode[], spot: Spot): Sql[] {
  return nodes.map((node, i) => writeTree(node, { ...spot, path: [...spot.path, 'nodes', i] }))
}

/** Many are joined in halves, because SQLite counts each `and` as one level, of which it allows a thousand. */
const FLAT = 8

function joinAll(pieces: readonly Sql[], between: ' and ' | ' or '): Sql {
  invariant(pieces.length > 0, 'a group has at least one node')
  if (pieces.length <= FLAT) return sql`(${joined(pieces, between)})`
  const middle = Math.ceil(pieces.length / 2)
  const halves = [pieces.slice(0, middle), pieces.slice(middle)]
  return sql`(${joined(
    halves.map((half) => joinAll(half, between)),
    between,
  )})`
}
