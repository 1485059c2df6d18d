import type { Catalog } from '../catalog/catalog.js'
import { segmentCatalog } from '../catalog/customer-catalog.js'
import { lex } from '../text/lex.js'
import { parse } from '../text/parse.js'
import { offers, type CompletionItem } from './offers.js'
import { spotAtEnd } from './spot.js'

/** What may stand at a place of a query. */
export interface SegmentCompletion {
  /** what is being typed there, to be replaced by an item: from `from` up to `to`, in UTF-16 units */
  readonly from: number
  readonly to: number
  /** what begins with what is typed, then what holds it */
  readonly items: readonly CompletionItem[]
}

/** By what a query is completed. */
export interface CompleteSegmentOptions {
  /** what may be asked about; by default customer records (`segmentCatalog`) */
  readonly catalog?: Catalog<never> | undefined
  /**
   * What only the host knows, by attribute or parameter: the tags in use, the keys of `metafields`, the names of segments (of
   * `segment`).
   */
  readonly valuesOf?: ((name: string) => readonly string[]) | undefined
}

/**
 * Says what may be typed at a place of a query, for an editor (S-1): names, operators, values and keywords, by the same
 * grammar that reads queries. What stands behind the place does not matter. A place outside the text is its nearer end.
 *
 * @example
 * ```ts @import.meta.vitest
 * const query = 'email_subscription_status = SUB'
 * expect(completeSegment(query, query.length)).toEqual({
 *   from: 28,
 *   to: 31,
 *   items: [
 *     { text: "'SUBSCRIBED'", kind: 'value' },
 *     { text: "'NOT_SUBSCRIBED'", kind: 'value' },
 *     { text: "'UNSUBSCRIBED'", kind: 'value' },
 *   ],
 * })
 * ```
 */
export function completeSegment(
  text: string,
  offset: number,
  options: CompleteSegmentOptions = {},
): SegmentCompletion {
  const { catalog = segmentCatalog, valuesOf = () => [] } = options
  const place = Math.min(Math.max(offset, 0), text.length)
  const { from, to } = typedAt(text, place)
  const before = text.slice(0, from)
  const items = offers(spotAtEnd(lex(before), parse(before, catalog)), { catalog, valuesOf })
  return { from, to, items: fitting(items, text.slice(from, place)) }
}

/** The piece that is being typed; a quote that is open reaches to the place, not to wherever the next quote may be. */
function typedAt(text: string, offset: number): { readonly from: number; readonly to: number } {
  const tokens = lex(text)
  const at = tokens.findIndex(({ start, end }) => start < offset && offset <= end)
  const token = tokens[at]
  // A sign is finished as soon as it stands there
  if (token === undefined || token.kind === 'sign') return { from: offset, to: offset }
  // A name with a dot is one name, also where nothing follows the dot yet
  const name = tokens[at - 1]
  if (name?.kind === 'word' && name.end === token.start && text.slice(token.start, offset) === '.')
    return { from: name.start, to: offset }
  return { from: token.start, to: token.kind === 'unknown' ? offset : token.end }
}

function fitting(items: readonly CompletionItem[], typed: string): readonly CompletionItem[] {
  const wanted = typed.toLowerCase()
  const unquoted = wanted.replace(/^'/, '')
  const begins = ({ text }: CompletionItem): boolean =>
    text.toLowerCase().replace(/^'/, '').startsWith(unquoted)
  const holds = ({ text }: CompletionItem): boolean => text.toLowerCase().includes(wanted)
  return [...items.filter(begins), ...items.filter((item) => !begins(item) && holds(item))]
}
