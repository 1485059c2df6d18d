/** Pairs of places in a list, each once, in a few bytes: a large base has tens of millions. */
export interface PairList {
  readonly add: (one: number, other: number) => void
  /** how many different pairs there are */
  readonly count: () => number
  /** tells the pairs from one rank up to another, each once, the smaller place first, in order; `count` ranks them */
  readonly visit: (from: number, until: number, tell: (one: number, other: number) => void) => void
}

const FIRST_SIZE = 1024

/** Makes a list of pairs of a list of so many. A pair is one number, so up to 94 million profiles fit. */
export function pairList(size: number): PairList {
  let pairs = new Float64Array(FIRST_SIZE)
  let length = 0

  /** Sorts what is there and throws out what is repeated. */
  function settle(): void {
    // In place: a copy would need as much room again
    const sorted = pairs.subarray(0, length)
    sorted.sort()
    let kept = 0
    for (let i = 0; i < length; i++) if (sorted[i] !== sorted[kept - 1]) sorted[kept++] = sorted[i] as number
    length = kept
  }

  /** Makes room by throwing out repetitions, and twice as much where that does not give half of it. */
  function makeRoom(): void {
    settle()
    if (length < pairs.length / 2) return
    const larger = new Float64Array(pairs.length * 2)
    larger.set(pairs)
    pairs = larger
  }

  return {
    add: (one, other) => {
      if (length === pairs.length) makeRoom()
      pairs[length++] = Math.min(one, other) * size + Math.max(one, other)
    },
    count: () => {
      settle()
      return length
    },
    visit: (from, until, tell) => {
      for (let i = from; i < Math.min(until, length); i++) {
        const pair = pairs[i] as number
        const one = Math.floor(pair / size)
        tell(one, pair - one * size)
      }
    },
  }
}
