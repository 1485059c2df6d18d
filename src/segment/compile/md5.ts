/** Every runtime has it; the types of ECMAScript do not say so. */
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

/**
 * The first 32 bits of the MD5 of a text in UTF-8 (RFC 1321): its first eight hexadecimal digits as a number. Ours,
 * because it guards nothing, and a library's is three times as heavy and as slow.
 */
export function md5Head(text: string): number {
  const blocks = padded(new TextEncoder().encode(text))
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let at = 0; at < blocks.byteLength; at += BLOCK) state = digested(state, blocks, at)
  blocks.setUint32(0, state[0], true)
  return blocks.getUint32(0)
}

const BLOCK = 64

type State = readonly [number, number, number, number]

/** The four rounds: how three words mix, which word of the block comes first and which next, how far a step turns. */
const rounds: readonly Round[] = [
  { mix: (b, c, d) => (b & c) | (~b & d), first: 0, next: 1, turns: [7, 12, 17, 22] },
  { mix: (b, c, d) => (b & d) | (c & ~d), first: 1, next: 5, turns: [5, 9, 14, 20] },
  { mix: (b, c, d) => b ^ c ^ d, first: 5, next: 3, turns: [4, 11, 16, 23] },
  { mix: (b, c, d) => c ^ (b | ~d), first: 0, next: 7, turns: [6, 10, 15, 21] },
]

interface Round {
  readonly mix: (b: number, c: number, d: number) => number
  readonly first: number
  readonly next: number
  readonly turns: readonly [number, number, number, number]
}

/** The 64 steps: how words mix, where in the block the next one stands, the digits of a sine to add, and the turn. */
const steps = rounds.flatMap((round, r) =>
  Array.from({ length: 16 }, (_, i) => ({
    mix: round.mix,
    byte: ((round.first + i * round.next) % 16) * 4,
    add: Math.floor(Math.abs(Math.sin(r * 16 + i + 1)) * 2 ** 32),
    turn: Number(round.turns[i % 4]),
  })),
)

function digested(state: State, blocks: DataView, at: number): State {
  let [a, b, c, d] = state
  for (const { mix, byte, add, turn } of steps) {
    const sum = (a + mix(b, c, d) + add + blocks.getUint32(at + byte, true)) | 0
    ;[a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0]
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0]
}

/** Whole blocks: the bytes, a bit that ends them, zeros, and how many bits they are. */
function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK
  const blocks = new Uint8Array(length)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(length - 8, bytes.length * 8, true)
  return view
}
