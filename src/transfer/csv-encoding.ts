import { utf8Reader, type Decoded } from './csv-utf8.js'

/** Decodes bytes piece by piece. */
export type ByteReader = (bytes: Uint8Array, isLast: boolean) => Decoded

/** What a file is, if it is no text that is read here. */
export type UnreadEncoding = 'utf-32' | 'xlsx-or-zip' | 'xls' | 'gzip'

/** Bytes by which a file says what it is, and how it is read; `null` where it is not. */
type Signature = { readonly bytes: readonly number[] } & (
  | { readonly encoding: 'utf-16le' | 'utf-16be'; readonly reader: () => ByteReader }
  | { readonly encoding: UnreadEncoding; readonly reader: null }
)

/** Any byte but zero. */
const SOME = -1

/** The first that fits decides. What is not read is named, so that people know what they have sent. */
const signatures: readonly Signature[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32', reader: null },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32', reader: null },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le', reader: () => utf16Reader(0) },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be', reader: () => utf16Reader(1) },
  { bytes: [0x50, 0x4b, 3, 4], encoding: 'xlsx-or-zip', reader: null },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], encoding: 'xls', reader: null },
  { bytes: [0x1f, 0x8b], encoding: 'gzip', reader: null },
  // UTF-16 without its mark: every other byte of an English header is zero
  { bytes: [SOME, 0, SOME, 0], encoding: 'utf-16le', reader: () => utf16Reader(0) },
  { bytes: [0, SOME, 0, SOME], encoding: 'utf-16be', reader: () => utf16Reader(1) },
]

/** So many bytes tell all of them apart. */
const NEEDED = 4

/** Text of bytes, and what is wrong with them: not UTF-8 throughout, or another thing altogether, which is named. */
export interface DecodedFile extends Decoded {
  readonly encoding: UnreadEncoding | null
}

/** Decodes a file by how it begins: UTF-8, or UTF-16 with its mark or without. How it is cut into pieces makes no difference. */
export function fileReader(): (bytes: Uint8Array, isLast: boolean) => DecodedFile {
  let head: number[] = []
  let found: Signature | null = null
  let read: ByteReader | null = null
  return (bytes, isLast) => {
    if (read !== null) return { ...read(bytes, isLast), encoding: null }
    const joined = Uint8Array.from([...head, ...bytes.subarray(0, NEEDED)])
    if (joined.length < NEEDED && !isLast) {
      head = [...joined]
      return { text: '', isValid: true, encoding: null }
    }
    found = signatureOf(joined)
    if (found !== null && found.reader === null) return { text: '', isValid: false, encoding: found.encoding }
    read = (found?.reader ?? utf8Reader)()
    const first = read(Uint8Array.from(head), false)
    const rest = read(bytes, isLast)
    return { text: first.text + rest.text, isValid: rest.isValid, encoding: null }
  }
}

/** What a file is by how it begins: `utf-8` where nothing tells another. */
export function encodingOf(head: Uint8Array): string {
  return signatureOf(head)?.encoding ?? 'utf-8'
}

function signatureOf(head: Uint8Array): Signature | null {
  return signatures.find(({ bytes }) => bytes.every((byte, index) => fits(byte, head[index]))) ?? null
}

function fits(wanted: number, byte: number | undefined): boolean {
  return wanted === SOME ? byte !== undefined && byte !== 0 : byte === wanted
}

/** Units are put together as they stand; half a pair is refused later, where texts are judged. An odd byte at the end is none. */
function utf16Reader(high: 0 | 1): ByteReader {
  let odd: number[] = []
  return (bytes, isLast) => {
    const all = odd.length === 0 ? bytes : Uint8Array.from([...odd, ...bytes])
    const whole = all.length - (all.length % 2)
    odd = [...all.subarray(whole)]
    const units = new Uint16Array(whole / 2)
    for (let at = 0; at < whole; at += 2)
      units[at / 2] = ((all[at + 1 - high] as number) << 8) | (all[at + high] as number)
    return { text: textOf(units), isValid: !isLast || odd.length === 0 }
  }
}

/** In pieces, because a call takes only so many arguments. */
function textOf(units: Uint16Array): string {
  let text = ''
  for (let from = 0; from < units.length; from += 8192)
    text += String.fromCharCode(...units.subarray(from, from + 8192))
  return text
}
