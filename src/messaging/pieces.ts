/** A part of a template that stands for something; `start` and `end` say where, in UTF-16 units. */
export interface Placeholder {
  readonly name: string
  /** what stands there instead where nothing is known */
  readonly fallback: string | null
  readonly start: number
  readonly end: number
}

/** A template in pieces: texts as they are, and placeholders. */
export type Piece = string | Placeholder

const PLACEHOLDER = /\{\{([^{}]{0,200})\}\}/g

/** Cuts a text at its placeholders. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: whole, 1: inner, index } of text.matchAll(PLACEHOLDER)) {
    const end = index + whole.length
    pieces.push(text.slice(from, index), placeholder(inner as string, index, end))
    from = end
  }
  return [...pieces, text.slice(from)]
}

function placeholder(inner: string, start: number, end: number): Placeholder {
  const bar = inner.indexOf('|')
  if (bar < 0) return { name: inner.trim(), fallback: null, start, end }
  return { name: inner.slice(0, bar).trim(), fallback: inner.slice(bar + 1).trim(), start, end }
}

/** Where a placeholder stands: a template may hold anything, so it is never quoted. */
export function place({ start, end }: Placeholder): { readonly start: number; readonly end: number } {
  return { start, end }
}
