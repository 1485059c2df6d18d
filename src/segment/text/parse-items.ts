import { isWord, next, peek, skipBrackets, take, unexpected, type Cursor } from './cursor.js'

/**
 * Reads what stands in brackets, between commas. After something that is no item it goes on at the next comma, or `AND`,
 * which is often typed instead.
 */
export function parseItems<Item>(cursor: Cursor, parseItem: (cursor: Cursor) => Item | null): Item[] {
  const items: Item[] = []
  if (!take(cursor, '(')) {
    unexpected(cursor, { expected: ['('] })
    return items
  }
  do {
    const item = parseItem(cursor)
    if (item !== null) items.push(item)
    skipToItemEnd(cursor)
  } while (take(cursor, ',') || take(cursor, 'AND'))
  if (!take(cursor, ')')) unexpected(cursor, { expected: [',', ')'] })
  return items
}

/** Whether an item ends here. */
export function atItemEnd(cursor: Cursor): boolean {
  const { kind, text } = peek(cursor)
  return kind === 'end' || text === ',' || text === ')'
}

function skipToItemEnd(cursor: Cursor): void {
  if (atItemEnd(cursor)) return
  unexpected(cursor, { expected: [',', ')'], nearest: isWord(peek(cursor), 'AND') ? ',' : null })
  while (!atItemEnd(cursor) && !isWord(peek(cursor), 'AND')) {
    if (peek(cursor).text === '(') skipBrackets(cursor)
    else next(cursor)
  }
}
