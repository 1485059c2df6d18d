/** The part of the platform's decoder that is used; there is one in every runtime. */
interface StrictDecoder {
  decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string
}

declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => StrictDecoder

/** A text, and whether the bytes behind it were UTF-8 throughout; if not, it ends where they stop to be. */
export interface Decoded {
  readonly text: string
  readonly isValid: boolean
}

/**
 * Decodes UTF-8 piece by piece, a character that is divided between two pieces included. How a file is cut into pieces
 * makes no difference to the text, nor to where it is found invalid.
 */
export function utf8Reader(): (bytes: Uint8Array, isLast: boolean) => Decoded {
  let open = new Uint8Array(0)
  return (bytes, isLast) => {
    const joined = join(open, bytes)
    const end = joined.length - (isLast ? 0 : openLength(joined))
    open = joined.slice(end)
    return decode(joined.subarray(0, end))
  }
}

function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: strictDecoder().decode(bytes), isValid: true }
  } catch {
    return { text: validBeginning(bytes), isValid: false }
  }
}

/** The text up to the first byte that fits no character, found by halving. */
function validBeginning(bytes: Uint8Array): string {
  let text = ''
  let valid = 0
  for (let invalid = bytes.length + 1; invalid - valid > 1; ) {
    const middle = Math.floor((valid + invalid) / 2)
    const beginning = beginningOf(bytes.subarray(0, middle))
    if (beginning === null) invalid = middle
    else [valid, text] = [middle, beginning]
  }
  return text
}

/** The whole characters of what may end in the middle of one; `null` when it cannot go on validly. */
function beginningOf(bytes: Uint8Array): string | null {
  try {
    return strictDecoder().decode(bytes, { stream: true })
  } catch {
    return null
  }
}

function strictDecoder(): StrictDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
}

/** How many bytes at the end begin a character that is not complete. */
function openLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (!isContinuation(byte)) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0
}

function sequenceLength(first: number): number {
  if (first < 0xc0) return 1
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(one.length + other.length)
  joined.set(one)
  joined.set(other, one.length)
  return joined
}
