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

/** No name is longer, with what is said instead of it; so far back the beginning of a placeholder is looked for. */
const LONGEST = 200

/** Cuts a text at its placeholders: two braces, what stands between, two braces; no brace in it. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (let close = text.indexOf('}}'); close >= 0; close = text.indexOf('}}', close + 2)) {
    const reach = Math.max(from, close - LONGEST - 2)
    const open = text.slice(reach, close).lastIndexOf('{{')
    const start = reach + open
    const inner = text.slice(start + 2, close)
    if (open < 0 || inner.includes('}')) continue
    pieces.push(text.slice(from, start), placeholder(inner, start, close + 2))
    from = close + 2
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
