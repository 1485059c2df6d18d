import { utf8ToBytes } from '@noble/hashes/utils'

/** A round of sixteen steps: how it mixes three words, which word of the block its steps take, and how far they turn. */
interface Round {
  readonly mix: (b: number, c: number, d: number) => number
  readonly word: (step: number) => number
  readonly turns: readonly [number, number, number, number]
}

const rounds: readonly Round[] = [
  { mix: (b, c, d) => (b & c) | (~b & d), word: (step) => step, turns: [7, 12, 17, 22] },
  { mix: (b, c, d) => (b & d) | (c & ~d), word: (step) => 5 * step + 1, turns: [5, 9, 14, 20] },
  { mix: (b, c, d) => b ^ c ^ d, word: (step) => 3 * step + 5, turns: [4, 11, 16, 23] },
  { mix: (b, c, d) => c ^ (b | ~d), word: (step) => 7 * step, turns: [6, 10, 15, 21] },
]

const BLOCK = 64

type State = readonly [number, number, number, number]

const START: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]

/** What each of the 64 steps adds: the sines of whole numbers, as RFC 1321 made them. */
const sines: readonly number[] = Array.from({ length: BLOCK }, (_, step) =>
  Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32),
)

/** The first 32 bits of the MD5 of a text in UTF-8 (RFC 1321). Guards nothing; every database has it. */
export function md5Start(text: string): number {
  const blocks = paddedBlocks(utf8ToBytes(text))
  let state = START
  for (let at = 0; at < blocks.byteLength; at += BLOCK) state = digestBlock(state, blocks, at)
  blocks.setInt32(0, state[0], true)
  return blocks.getUint32(0)
}

/** The text, a bit that ends it, and its length in bits, in whole blocks. */
function paddedBlocks(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const blocks = new DataView(padded.buffer)
  blocks.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n, true)
  return blocks
}

function digestBlock(state: State, blocks: DataView, at: number): State {
  let [a, b, c, d] = state
  sines.forEach((sine, step) => {
    const { mix, word, turns } = rounds[step >> 4] as Round
    const turn = turns[(step % 4) as 0 | 1 | 2 | 3]
    const sum = (a + mix(b, c, d) + sine + blocks.getInt32(at + 4 * (word(step) % 16), true)) | 0
    ;[a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0]
  })
  return [(a + state[0]) | 0, (b + state[1]) | 0, (c + state[2]) | 0, (d + state[3]) | 0]
}
