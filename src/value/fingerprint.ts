/** Four numbers of 32 bits, into which what is read is mixed, each in its own way. */
interface Lanes {
  one: number
  two: number
  three: number
  four: number
}

/** What stands before a value says of which kind it is, so that none is taken for another. */
const kinds = { text: 1, list: 2, map: 3, plain: 4, tooDeep: 5, end: 6, nothing: 7 } as const

/** Deeper than any planner accepts data; no further is looked, so that no depth overflows the stack. */
const DEPTH = 64

/**
 * 128 bits that tell plain data from other data: lists by place, maps by their keys in any order; in a map, what is undefined is not there.
 * By chance no two are equal; but this is no cryptography, which takes ten times as long: who means to can find two values of
 * one fingerprint, so it guards nothing.
 */
export function fingerprint(value: unknown): string {
  const { take, result } = fingerprinter()
  take(value)
  return result()
}

/** A fingerprint of values that are taken in one after the other, each in its place; what is undefined is other than `null`. */
export interface Fingerprinter {
  take(value: unknown): void
  result(): string
}

export function fingerprinter(): Fingerprinter {
  const lanes: Lanes = { one: 0x9e3779b9, two: 0x243f6a88, three: 0xb7e15162, four: 0x6a09e667 }
  return {
    take(value) {
      if (value === undefined) mixText(lanes, kinds.nothing, '')
      else mixValue(lanes, value, DEPTH)
    },
    // as they are, with a sign: a number without one takes five times as long to write
    result: () => `${lanes.one}/${lanes.two}/${lanes.three}/${lanes.four}`,
  }
}

function mixValue(lanes: Lanes, value: unknown, depth: number): void {
  if (typeof value === 'string') mixText(lanes, kinds.text, value)
  else if (typeof value !== 'object' || value === null) mixText(lanes, kinds.plain, plainText(value))
  else if (depth === 0) mixText(lanes, kinds.tooDeep, '')
  else if (Array.isArray(value)) mixList(lanes, value, depth - 1)
  else mixMap(lanes, value as { readonly [key: string]: unknown }, depth - 1)
}

/** What is no JSON counts as nothing, as it does in a list of JSON. */
function plainText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'null'
}

function mixList(lanes: Lanes, list: readonly unknown[], depth: number): void {
  mixText(lanes, kinds.list, '')
  for (const item of list) mixValue(lanes, item, depth)
  mixText(lanes, kinds.end, '')
}

/** The sum of the entries, each mixed from where the map begins, so that their order is none. */
function mixMap(lanes: Lanes, map: { readonly [key: string]: unknown }, depth: number): void {
  mixText(lanes, kinds.map, '')
  const start = copied(lanes, emptyLanes())
  const sum = copied(lanes, emptyLanes())
  for (const key of Object.keys(map)) {
    if (map[key] === undefined) continue
    mixText(copied(start, lanes), kinds.text, key)
    mixValue(lanes, map[key], depth)
    sum.one = (sum.one + lanes.one) | 0
    sum.two = (sum.two + lanes.two) | 0
    sum.three = (sum.three + lanes.three) | 0
    sum.four = (sum.four + lanes.four) | 0
  }
  mixText(copied(sum, lanes), kinds.end, '')
}

/**
 * Takes in the kind and length of a text, and then the text, two units at a time: the length tells whether one stands alone at the
 * end. Each lane is turned, takes the units in, is multiplied by an odd number of its own, and lets its high bits down upon the low
 * ones; written out for each, because a function of a lane is not always inlined, and then takes four times as long.
 */
function mixText(lanes: Lanes, kind: number, text: string): void {
  const { length } = text
  let { one, two, three, four } = lanes
  let units = kind + length * 8
  for (let at = 0; ; at += 2) {
    one = Math.imul(((one << 5) | (one >>> 27)) ^ units, 0x9e3779b1)
    two = Math.imul(((two << 7) | (two >>> 25)) ^ units, 0x85ebca77)
    three = Math.imul(((three << 11) | (three >>> 21)) ^ units, 0xc2b2ae3d)
    four = Math.imul(((four << 13) | (four >>> 19)) ^ units, 0x27d4eb2f)
    one ^= one >>> 15
    two ^= two >>> 15
    three ^= three >>> 15
    four ^= four >>> 15
    if (at >= length) break
    units = text.charCodeAt(at) | (at + 1 < length ? text.charCodeAt(at + 1) << 16 : 0)
  }
  lanes.one = one
  lanes.two = two
  lanes.three = three
  lanes.four = four
}

function emptyLanes(): Lanes {
  return { one: 0, two: 0, three: 0, four: 0 }
}

function copied(from: Lanes, to: Lanes): Lanes {
  to.one = from.one
  to.two = from.two
  to.three = from.three
  to.four = from.four
  return to
}
