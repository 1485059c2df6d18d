import { invariant } from '../../outcome/invariant.js'
import { cheapestFirst } from '../compile/cost.js'
import type { NodeKind, NodeOf, Segment, SegmentClause, SegmentNode } from '../segment.js'
import { addQuestion, type Atom } from './atoms.js'
import {
  allOf,
  always,
  answer,
  anyOf,
  asking,
  atomsIn,
  not,
  programOf,
  type Piece,
  type Program,
} from './program.js'
import { watchLeaf } from './watch-leaf.js'
import { once, type Watching } from './watching.js'

const rows: {
  readonly [Kind in NodeKind]: <T>(node: NodeOf<Kind>, watching: Watching<T>) => Piece
} = {
  all: () => always,
  and: ({ nodes }, watching) => allOf(piecesOf(nodes, watching)),
  or: ({ nodes }, watching) => anyOf(piecesOf(nodes, watching)),
  not: ({ node }, watching) => not(pieceOf(node, watching)),
  clause: (node, watching) => pieceOfClause(node, watching),
  function: (node, watching) =>
    node.operator === 'MATCHES'
      ? asking(watchLeaf(node, watching))
      : not(asking(watchLeaf({ ...node, operator: 'MATCHES' }, watching))),
  anniversary: (node, watching) => asking(watchLeaf(node, watching)),
  segment: ({ name }, watching) => asking(watchNamed(name, watching)),
  bucket: (node, watching) => asking(watchLeaf(node, watching)),
}

/** A tree as a program of tests, and the conditions that its answer hangs on. */
export interface WatchedTree {
  readonly program: Program
  readonly atoms: ReadonlySet<Atom>
}

export function watchTree<T>(root: SegmentNode, watching: Watching<T>): WatchedTree {
  const program = programOf(pieceOf(root, watching))
  const atoms = new Set<Atom>()
  // Where another segment is named, its conditions count
  for (const atom of atomsIn(program)) for (const part of watching.parts.get(atom) ?? [atom]) atoms.add(part)
  return { program, atoms }
}

function pieceOf<T>(node: SegmentNode, watching: Watching<T>): Piece {
  const row = rows[node.kind] as (node: SegmentNode, watching: Watching<T>) => Piece
  return row(node, watching)
}

function piecesOf<T>(nodes: readonly SegmentNode[], watching: Watching<T>): Piece[] {
  return cheapestFirst(nodes, watching.input.catalog).map((node) => pieceOf(node, watching))
}

/** What each of these denies: so that a condition and its contrary are one. */
const denied: { readonly [operator: string]: SegmentClause['operator'] } = {
  '!=': '=',
  'NOT IN': 'IN',
  'NOT CONTAINS': 'CONTAINS',
  'IS NULL': 'IS NOT NULL',
}

function pieceOfClause<T>(clause: SegmentClause, watching: Watching<T>): Piece {
  const { operator, values } = clause
  const contrary = denied[operator]
  if (contrary !== undefined) return not(pieceOfClause({ ...clause, operator: contrary }, watching))
  if (operator !== 'CONTAINS ALL') return asking(watchLeaf(clause, watching))
  const each = values.map((value): SegmentClause => ({ ...clause, operator: 'CONTAINS', values: [value] }))
  return allOf(each.map((one) => asking(watchLeaf(one, watching))))
}

/** Membership in another segment, asked once for a record, however many segments name it. */
function watchNamed<T>(name: string, watching: Watching<T>): Atom {
  const { atoms, input, named, parts } = watching
  const segment = input.segments?.(name)
  invariant(segment, 'this segment names another; give the segments that it was parsed with')
  return once<Segment, Atom>(named, segment, () => {
    const tree = watchTree(segment.root, watching)
    const { tests, start } = tree.program
    const atom = addQuestion(atoms, (side) => answer(tests, start, atoms, side))
    parts.set(atom, tree.atoms)
    return atom
  })
}
