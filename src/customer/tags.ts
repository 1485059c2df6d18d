import { foldText, trimmed } from '../value/text.js'

/** The key under which two tags are the same (E-3). */
export function tagKey(tag: string): string {
  return foldText(tag.trim())
}

/** Whether a tag has the form in which tags are kept: not blank, no outer blanks, no comma (which divides them in files). */
export function isNormalTag(tag: string): boolean {
  return tag !== '' && tag === trimmed(tag) && !tag.includes(',')
}

/**
 * Tags as they are kept: an entry that holds commas is several tags, outer blanks go, blank ones are dropped, and of
 * equal ones (E-3: case does not count) the first spelling stays, in the order of entry.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(normalizeTags(['VIP, eu', 'vip', ' '])).toEqual(['VIP', 'eu'])
 * ```
 */
export function normalizeTags(tags: readonly string[]): string[] {
  if (tags.length === 0) return []
  const parts = tags.some((tag) => tag.includes(',')) ? tags.join(',').split(',') : tags
  const typed = parts.map(trimmed)
  const keys = new Set<string>()
  const kept = typed.filter((tag) => tag !== '' && keys.size < keys.add(foldText(tag)).size)
  // a list that was sifted has room for more; most need not be, and there are many
  return kept.length === typed.length ? typed : kept
}

/**
 * Where each tag of a typed list stands in it, by its key: one text may hold several tags, divided by commas, and of a tag that is
 * typed twice the first place counts.
 */
export function tagPlaces(typed: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  typed.forEach((text, place) => {
    for (const tag of normalizeTags([text])) {
      const key = tagKey(tag)
      if (!places.has(key)) places.set(key, place)
    }
  })
  return places
}
