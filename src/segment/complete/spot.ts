import type { ReadLeaf } from '../check/read-leaf.js'
import type { Place } from '../segment-problem.js'
import type { Token } from '../text/lex.js'
import { callNames } from '../text/parse-call.js'
import type { Reading } from '../text/parse.js'

/** What the grammar waits for at the end of a text, and within what. */
export interface Spot {
  /** as `segment.unexpected` says it: what is typed as it stands, or in lower case a kind of thing */
  readonly expected: readonly string[]
  /** the attribute, function or call that is not whole yet; empty where none is begun */
  readonly name: string
  /** the last parameter of a function */
  readonly param: string | null
}

/** Where nothing is missing, another condition may be joined. */
const joint: Spot = { expected: ['AND', 'OR'], name: '', param: null }

/** Reads off what is wrong with a text at its very end: that it ends there. The last token is that end. */
export function spotAtEnd(tokens: readonly Token[], { problems, leaves }: Reading): Spot {
  const end = tokens.at(-1) as Token
  const missing = problems.find(
    ({ params }) => params?.['start'] === end.start && params['expected'] !== undefined,
  )
  if (missing === undefined) return joint
  return { expected: missing.params?.['expected'] as readonly string[], ...begun(tokens, leaves.at(-1)) }
}

/** What was begun last: a leaf, or a call, which is no leaf before it is whole. */
function begun(tokens: readonly Token[], leaf: ReadLeaf | undefined): Pick<Spot, 'name' | 'param'> {
  const call = tokens.findLast(({ text }) => callNames.includes(text))
  const last = leaf?.kind === 'clause' ? leaf.attribute : leaf?.name
  if (call !== undefined && (last === undefined || startOf(last.at) < call.start))
    return { name: call.text, param: null }
  return {
    name: last?.value ?? '',
    param: leaf?.kind === 'function' ? (leaf.params.at(-1)?.name.value ?? null) : null,
  }
}

/** What was read from a text says where it stood. */
function startOf(at: Place): number {
  return (at as { readonly start: number }).start
}
