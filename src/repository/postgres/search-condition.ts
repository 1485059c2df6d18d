import { readSearch } from '../../customer/matches-search.js'

/** Takes a value in, and tells how its place is written. */
export type Bind = (value: unknown, type: 'text' | 'bigint') => string

/**
 * The condition that a search finds the customer `c`, in the sense of `matchesSearch`: the texts were folded when they were
 * written, and the words are now. Written as `like`, so that a trigram index of the host's serves it.
 */
export function searchCondition(search: string, bind: Bind): string {
  const { number, words } = readSearch(search)
  const isIn = (column: string, part: string): string =>
    `c."${column}" like ${bind(`%${escaped(part)}%`, 'text')}`
  const inPhone = (part: string | null): string[] =>
    part === null ? [] : [`coalesce(${isIn('phone', part)}, false)`]
  const byWords =
    words === null
      ? 'false'
      : [
          'true',
          ...words.map((word) => anyOf([isIn('search_text', word.text), ...inPhone(word.number)])),
        ].join(' and ')
  return anyOf([...inPhone(number), `(${byWords})`])
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(' or ')})`
}

/** What means something in a pattern, meant as it is. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
