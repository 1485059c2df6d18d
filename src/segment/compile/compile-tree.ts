import { invariant } from '../../outcome/invariant.js'
import type { Catalog, Predicate } from '../catalog/catalog.js'
import { negated } from '../catalog/compared.js'
import { findFunction } from '../catalog/find-function.js'
import type { Related } from '../catalog/related.js'
import type { NodeKind, NodeOf, Segment, SegmentBucket, SegmentNode } from '../segment.js'
import { bucketEnd, bucketOf } from './bucket.js'
import { allOf, anyOf, chained, ended, everybody, type Chained } from './chain.js'
import { compileAnniversary } from './compile-anniversary.js'
import { compileClause } from './compile-clause.js'
import { compileFunction } from './compile-function.js'
import { cheapestFirst } from './cost.js'
import type { ResolveContext } from './resolve-value.js'

/** What the compiling of every node reads. */
export interface CompileInput<T> {
  readonly catalog: Catalog<T>
  readonly context: ResolveContext
  readonly related: Related<T>
  readonly segments: ((name: string) => Segment | null | undefined) | undefined
}

interface Compiling<T> extends CompileInput<T> {
  /** each named segment once, however often it is named; `null` while it is being compiled */
  readonly named: Map<string, Predicate<T> | null>
  /** how many records were tested so far */
  readonly clock: { tick: number }
}

const compilers: {
  readonly [Kind in NodeKind]: <T>(node: NodeOf<Kind>, compiling: Compiling<T>) => Chained<T>
} = {
  all: () => everybody,
  and: ({ nodes }, compiling) => allOf(compileAll(nodes, compiling)),
  or: ({ nodes }, compiling) => chained(anyOf(compileAll(nodes, compiling).map(ended))),
  not: ({ node }, compiling) => chained(negated(ended(compileNode(node, compiling)))),
  clause: (clause, { catalog, context, related }) => compileClause(clause, catalog, context, related),
  function: (node, { catalog, context, related }) => {
    const row = findFunction(catalog, node.name)
    invariant(row !== null, `the catalog has no function ${node.name}`)
    return chained(compileFunction(node, row, context, related))
  },
  anniversary: (node, { catalog, context, related }) =>
    chained(compileAnniversary(node, catalog, context, related)),
  segment: ({ name }, compiling) => chained(compileNamed(name, compiling)),
  bucket: (node, { catalog }) => chained(compileBucket(node, catalog)),
}

/** Compiles a tree, and the segments that it names. */
export function compileTree<T>(root: SegmentNode, input: CompileInput<T>): Predicate<T> {
  const clock = { tick: 0 }
  const named = new Map<string, Predicate<T> | null>()
  const test = ended(compileNode(root, { ...input, named, clock }))
  if (named.size === 0) return test
  return (record) => {
    clock.tick++
    return test(record)
  }
}

function compileNode<T>(node: SegmentNode, compiling: Compiling<T>): Chained<T> {
  const compile = compilers[node.kind] as (node: SegmentNode, compiling: Compiling<T>) => Chained<T>
  return compile(node, compiling)
}

function compileAll<T>(nodes: readonly SegmentNode[], compiling: Compiling<T>): Chained<T>[] {
  invariant(nodes.length > 0, 'a group has at least one node')
  return cheapestFirst(nodes, compiling.catalog).map((node) => compileNode(node, compiling))
}

function compileNamed<T>(name: string, compiling: Compiling<T>): Predicate<T> {
  const known = compiling.named.get(name)
  if (known) return known
  const segment = compiling.segments?.(name)
  const isKnown = segment !== undefined && segment !== null && known !== null
  invariant(
    isKnown,
    'compile a segment with the segments that it was parsed with, none of which leads to itself',
  )
  compiling.named.set(name, null)
  const test = oncePerRecord(ended(compileNode(segment.root, compiling)), compiling.clock)
  compiling.named.set(name, test)
  return test
}

/** Segments that name the same ones again and again would ask twice as often with every step. */
function oncePerRecord<T>(test: Predicate<T>, clock: { readonly tick: number }): Predicate<T> {
  let askedAt = 0
  let answer = false
  return (record) => {
    if (askedAt !== clock.tick) [askedAt, answer] = [clock.tick, test(record)]
    return answer
  }
}

function compileBucket<T>({ share, seed }: SegmentBucket, { id }: Catalog<T>): Predicate<T> {
  invariant(id !== undefined, 'random_bucket wants a catalog with an id')
  const end = bucketEnd(share)
  return (record) => bucketOf(seed, id(record)) < end
}
