/** Numbers of keys, each with the place of whoever has the key. */
export interface Sieve {
  /** tells a number; places are told one after the other, and what one has twice counts once, because it is not yet shared */
  readonly add: (number: number, place: number) => void
  /** tells the numbers that may be there twice, and where: all that are, and seldom another */
  readonly repeats: (tell: (place: number, number: number) => void) => void
}

const FIRST_SIZE = 1024

/** So many bits a number: of those that are there once, about one in a hundred stays in the sieve. */
const BITS = 64

/**
 * Sieves out what is there only once, in a few bytes each: a `Map` of all keys of a base takes most of the time that a search by
 * exact rules has, and few keys are shared. Whoever makes numbers collide makes the search slower, and no answer wrong. So many
 * numbers have room without growing.
 */
export function sieve(size = FIRST_SIZE): Sieve {
  let numbers = new Int32Array(size)
  let places = new Int32Array(size)
  let length = 0
  return {
    add: (number, place) => {
      for (let i = length - 1; i >= 0 && places[i] === place; i--) if (numbers[i] === number) return
      if (length === numbers.length) {
        numbers = longerThan(numbers)
        places = longerThan(places)
      }
      numbers[length] = number
      places[length++] = place
    },
    repeats: (tell) => {
      const shift = Math.clz32(length * BITS + BITS)
      const slots = countedSlots(numbers.subarray(0, length), shift)
      for (let i = 0; i < length; i++) {
        const number = numbers[i] as number
        const slot = number >>> shift
        if (((slots[slot >>> 4] as number) & (TWICE << ((slot & 15) * 2))) !== 0)
          tell(places[i] as number, number)
      }
    },
  }
}

const ONCE = 1
const TWICE = 2

/**
 * Two bits for each slot: whether a number falls into it, and whether more than one does; side by side, so that both come out of
 * memory at once. The slot of a number is its highest bits.
 */
function countedSlots(numbers: Int32Array, shift: number): Int32Array {
  const slots = new Int32Array(2 ** (28 - shift))
  for (let i = 0; i < numbers.length; i++) {
    const slot = (numbers[i] as number) >>> shift
    const [word, at] = [slot >>> 4, (slot & 15) * 2]
    const bits = slots[word] as number
    slots[word] = bits | (ONCE << at) | ((bits & (ONCE << at)) << 1)
  }
  return slots
}

function longerThan(list: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2 + 1)
  longer.set(list)
  return longer
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
