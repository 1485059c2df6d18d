/** Places gathered by their keys; each block holds those that share one. */
export interface Blocks<Key> {
  readonly add: (key: Key, place: number) => void
  /** in whichever order they came; a key that only one has makes none */
  readonly all: readonly (readonly number[])[]
}

export function blocksBy<Key>(): Blocks<Key> {
  // who has a key, or, below zero, which block they are who have it: most keys need no list
  const holders = new Map<Key, number>()
  const all: number[][] = []
  return {
    all,
    add: (key, place) => {
      const holder = holders.get(key)
      if (holder === undefined) holders.set(key, place)
      else if (holder < 0) (all[-holder - 1] as number[]).push(place)
      else holders.set(key, -all.push([holder, place]))
    },
  }
}
