/** Many short lists of numbers in a long one, because what lies close together is read fast. */
export interface Packed {
  readonly items: Int32Array
  /** by list, where it begins; it ends where the next one begins */
  readonly first: Int32Array
}

export function pack(lists: readonly (readonly number[])[]): Packed {
  const first = new Int32Array(lists.length + 1)
  lists.forEach(({ length }, i) => {
    first[i + 1] = (first[i] as number) + length
  })
  return { items: Int32Array.from(lists.flat()), first }
}
