interface Lookup {
  /** a `select` of one column of texts */
  readonly keys: string
  /** what else holds of a row `t` */
  readonly where?: string
  readonly lock?: boolean
}

/**
 * What stands after `from`: the rows of a table of the shop whose column is one of some keys, each looked up by itself, in the order of
 * the keys, in which they are locked. Asked for `= any(…)` of all at once, PostgreSQL reads whatever the shop has as long as it has
 * not counted the rows, and a prepared statement goes on so while the table grows.
 */
export function eachByKey(
  table: string,
  alias: string,
  column: string,
  { keys, where = 'true', lock = false }: Lookup,
): string {
  return `${inOrder(keys)} ${alias}_key cross join lateral (
    select * from ${table} t where t.shop = $1 and t.${column} = ${alias}_key.one and ${where}
    offset 0 ${lock ? 'for no key update' : ''}
  ) ${alias}`
}

function inOrder(keys: string): string {
  return `(select distinct k.one collate "C" as one from (${keys}) k(one) order by 1)`
}

/**
 * What stands after `delete from … x using`, where the rows cannot be looked up beside: the keys, each as `k.one`. That a key without an
 * addition is the key always holds; but of such a comparison PostgreSQL expects next to nothing, and for next to nothing it takes
 * the index.
 */
export function fewKeys(keys: string): string {
  return `(select distinct k.one from (${keys}) k(one) where k.one || '' = k.one) k`
}
