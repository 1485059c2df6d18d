import { invariant } from '../../outcome/invariant.js'
import { attributeAs, findAttribute } from '../catalog/find-attribute.js'
import { findFunction } from '../catalog/find-function.js'
import { readable } from '../compile/compile-clause.js'
import { readerOf } from '../compile/reader-of.js'
import type { NodeOf } from '../segment.js'
import type { Atom } from './atoms.js'
import { watchClause } from './watch-clause.js'
import { questionOf, watchSource } from './watch-source.js'
import { once, type Watching } from './watching.js'

type LeafKind = 'clause' | 'function' | 'anniversary' | 'bucket'

const rows: {
  readonly [Kind in LeafKind]: <T>(node: NodeOf<Kind>, watching: Watching<T>) => Atom
} = {
  clause: watchClause,
  function: watchFunction,
  anniversary: watchAnniversary,
  bucket: watchBucket,
}

/** A condition; the same one, where it is written the same. */
export function watchLeaf<T>(node: NodeOf<LeafKind>, watching: Watching<T>): Atom {
  const row = rows[node.kind] as (node: NodeOf<LeafKind>, watching: Watching<T>) => Atom
  return once(watching.leaves, JSON.stringify(node), () => row(node, watching))
}

function watchFunction<T>(node: NodeOf<'function'>, watching: Watching<T>): Atom {
  const { catalog, related } = watching.input
  const reads = findFunction(catalog, node.name)?.reads
  invariant(reads !== undefined, `the catalog has no function ${node.name}`)
  const read = typeof reads === 'string' ? readerOf(related, reads) : reads
  return watchSource(reads, read, watching).add(questionOf(node, watching))
}

function watchAnniversary<T>(node: NodeOf<'anniversary'>, watching: Watching<T>): Atom {
  const { catalog, context, related } = watching.input
  const found = findAttribute(catalog, node.attribute)
  invariant(found !== null, `the catalog has no attribute ${node.attribute}`)
  const { read } = readable(attributeAs(found, 'date'), context, related)
  return watchSource(`${node.attribute} date`, read, watching).add(questionOf(node, watching))
}

function watchBucket<T>(node: NodeOf<'bucket'>, watching: Watching<T>): Atom {
  const { id } = watching.input.catalog
  invariant(id !== undefined, 'random_bucket wants a catalog with an id')
  return watchSource(id, id, watching).add(questionOf(node, watching))
}
