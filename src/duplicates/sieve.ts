/** So many bits a number: of those that are there once, about one in a hundred stays in the sieve. */
const BITS = 64

/**
 * Sieves out what is there only once, in a few bits each: a `Map` of all keys of a base takes most of the time that a search by
 * exact rules has, and few keys are shared. Told a number for each key, it gives the places of those that may be there twice: of
 * those that are always, of others seldom. Whoever makes numbers collide makes the search slower, and no answer wrong.
 */
export function repeatsAmong(numbers: readonly number[]): readonly number[] {
  const shift = Math.clz32(numbers.length * BITS + BITS)
  const once = new Int32Array(2 ** (27 - shift))
  const twice = new Int32Array(once.length)
  for (let place = 0; place < numbers.length; place++) {
    const slot = (numbers[place] as number) >>> shift
    const [word, bit] = [slot >>> 5, 1 << (slot & 31)]
    twice[word] = (twice[word] as number) | ((once[word] as number) & bit)
    once[word] = (once[word] as number) | bit
  }
  const places: number[] = []
  for (let place = 0; place < numbers.length; place++) {
    const slot = (numbers[place] as number) >>> shift
    if (((twice[slot >>> 5] as number) & (1 << (slot & 31))) !== 0) places.push(place)
  }
  return places
}

/** A number for a text and for what stands before it: equal texts have equal numbers, others hardly ever. */
export function numberOf(text: string, before = 0): number {
  let number = before
  for (let i = 0; i < text.length; i++) number = mixed(number, text.charCodeAt(i))
  return ended(number)
}

/** Takes in one unit of a text; its high bits depend on all units before. */
export function mixed(number: number, unit: number): number {
  return Math.imul(number ^ unit, 0x9e3779b1)
}

/** Ends a text, so that what follows is told from its units. */
export function ended(number: number): number {
  return Math.imul(number ^ 0x85ebca6b, 0xc2b2ae3d)
}
