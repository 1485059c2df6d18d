/**
 * A frozen object of many keys, as ids are. It begins as an object of nothing's, which engines keep as a table: `Object.fromEntries`
 * learns a new form of object with every key, and takes five times as long for some hundreds. No key means anything, not even
 * `__proto__`.
 */
export function frozenTable<Key extends string, Value>(
  entries: Iterable<readonly [Key, Value]>,
): Readonly<Record<Key, Value>> {
  const table = Object.create(null) as Record<Key, Value>
  for (const [key, value] of entries) table[key] = value
  return Object.freeze(Object.setPrototypeOf(table, Object.prototype) as Record<Key, Value>)
}
