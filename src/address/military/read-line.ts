import { boxAt } from './box.js'
import { cityLineAt } from './city-line.js'
import { designatorAt } from './designator-at.js'
import type { LineField, LinePart, Span } from './line-part.js'
import { textsOf } from './line-text.js'
import { tokensOf, type Token } from './token.js'

/** Tokens that make a part together, and where the next one is. */
interface Found {
  readonly part: LinePart
  readonly next: number
}

/** Tokens that make none. */
interface Unknown {
  readonly tokens: Token[]
}

/** Divides an address line into its parts, in the order in which they stand. */
export function readLine(field: LineField, line: string | null): LinePart[] {
  const typed = line ?? ''
  const chunks = chunksOf(field, tokensOf(typed))
  const lastNumber = chunks.findLastIndex((chunk) => 'part' in chunk && chunk.part.kind !== 'city-line')
  return chunks.flatMap((chunk, index) =>
    'part' in chunk ? [chunk.part] : unknownParts(field, typed, chunk.tokens, index < lastNumber),
  )
}

function chunksOf(field: LineField, tokens: readonly Token[]): (Found | Unknown)[] {
  const chunks: (Found | Unknown)[] = []
  let at = 0
  while (at < tokens.length) {
    const last = chunks.at(-1)
    const isBehindDesignator = last !== undefined && 'part' in last && last.part.kind === 'designator'
    const found = partAt(field, tokens, at, isBehindDesignator)
    const unknown = tokens.slice(at, at + 1)
    if (found !== null) chunks.push(found)
    else if (last !== undefined && 'tokens' in last) last.tokens.push(...unknown)
    else chunks.push({ tokens: unknown })
    at = found?.next ?? at + 1
  }
  return chunks
}

function partAt(
  field: LineField,
  tokens: readonly Token[],
  at: number,
  isBehindDesignator: boolean,
): Found | null {
  const found = designatorAt(tokens, at) ?? boxAt(tokens, at, isBehindDesignator) ?? cityLineAt(tokens, at)
  if (found === null) return null
  const { next, ...rest } = found
  const span = spanOf(field, tokens.slice(at, next))
  if (rest.kind === 'city-line') return { part: { ...span, ...rest }, next }
  const isUntidy = rest.isUntidy || tokens[at]?.glued === true
  return { part: { ...span, ...rest, isUntidy }, next }
}

function unknownParts(
  field: LineField,
  typed: string,
  tokens: readonly Token[],
  isBeforeNumbers: boolean,
): LinePart[] {
  const isOnlySigns = tokens.every(({ kind }) => kind === 'mark')
  if (isOnlySigns) return [{ ...spanOf(field, tokens), kind: 'signs' }]
  return textsOf(tokens, isBeforeNumbers).map((text) => ({
    ...text,
    field,
    typed: typed.slice(text.start, text.end),
  }))
}

function spanOf(field: LineField, tokens: readonly Token[]): Span {
  return {
    field,
    start: Math.min(...tokens.map(({ start }) => start)),
    end: Math.max(...tokens.map(({ end }) => end)),
  }
}
