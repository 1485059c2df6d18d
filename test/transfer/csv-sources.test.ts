import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { describe, expect, it } from 'vitest'
import type { CsvSource } from 'clientele/csv'
import { codesOf, piecesOf, readAll, utf8 } from './read-all.js'

const file = '\ufeffEmail,First Name\r\nana@example.com,Zoë 😀\r\nbo@example.com,Łukasz\r\n'
const bytes = utf8(file)

function bigEndFirst(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
}

async function* later<Chunk>(chunks: Iterable<Chunk>): AsyncGenerator<Chunk> {
  for (const chunk of chunks) yield await Promise.resolve(chunk)
}

describe('sources', () => {
  const sources: readonly (readonly [string, () => CsvSource])[] = [
    ['a text', () => file],
    ['bytes', () => bytes],
    ['a Buffer', () => Buffer.from(bytes)],
    ['a list of texts', () => ['', file.slice(0, 20), file.slice(20)]],
    ['a list of bytes', () => [bytes.subarray(0, 40), new Uint8Array(0), bytes.subarray(40)]],
    ['texts that come later', () => later(piecesOf(file, 7))],
    ['bytes that come later, a character divided', () => later(piecesOf(bytes, 1))],
    ['a stream of Node', () => Readable.from([Buffer.from(bytes)])],
    ['UTF-16, little end first', () => Buffer.from(file, 'utf16le')],
    ['UTF-16, big end first, byte by byte', () => piecesOf(bigEndFirst(file), 1)],
    ['a web stream', () => ReadableStream.from(piecesOf(bytes, 5)) as AsyncIterable<Uint8Array>],
  ]

  it.each(sources)('%s', async (_name, source) => {
    const rows = await readAll(source())
    expect(rows.map(({ input }) => input)).toEqual([
      { email: 'ana@example.com', firstName: 'Zoë 😀' },
      { email: 'bo@example.com', firstName: 'Łukasz' },
    ])
  })

  it('are let go of as soon as nothing more can be read', async () => {
    let taken = 0
    let isClosed = false
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          taken++
          yield await Promise.resolve('no,header\n')
        }
      } finally {
        isClosed = true
      }
    }
    expect((await readAll(endless())).flatMap(codesOf)).toEqual(['csv.header-unknown'])
    expect([taken, isClosed]).toEqual([1, true])
  })

  it('that are no files are the programmer’s mistake', async () => {
    await expect(readAll([1, 2] as unknown as CsvSource)).rejects.toThrow(TypeError)
    await expect(readAll([new ArrayBuffer(8)] as unknown as CsvSource)).rejects.toThrow(TypeError)
  })

  it('that fail pass their own error through', async () => {
    async function* failing(): AsyncGenerator<string> {
      yield await Promise.resolve('Email\n')
      throw new Error('disk')
    }
    await expect(readAll(failing())).rejects.toThrow('disk')
  })
})

describe('bytes that are not UTF-8', () => {
  const latin1 = Buffer.from(
    'Email,First Name\nana@example.com,Ana\nzoe@example.com,Zo\xeb\nx@example.com,X\n',
    'latin1',
  )
  const notUtf8 = (row: number) => ({ code: 'csv.not-utf-8', path: ['rows', row], params: { row } })

  it.each([1, 2, 7, 64, 1000])('end the reading at their row, in pieces of %i', async (size) => {
    const rows = await readAll(piecesOf(new Uint8Array(latin1), size))
    expect(rows.map(({ row, problems }) => [row, problems])).toEqual([
      [2, []],
      [3, [notUtf8(3)]],
    ])
  })

  const texts = [
    ['a character that is cut off', Buffer.from([...utf8('Email\na@example.com\nb'), 0xf0, 0x9f, 0x98]), 3],
    ['two bytes of a character', Buffer.from([...utf8('Email\n'), 0xe2, 0x82, 0x41]), 2],
    ['a byte that only goes on', Buffer.from([...utf8('Email\n'), 0x80, 0x80, 0x80, 0x80]), 2],
    ['an overlong slash', Buffer.from([...utf8('Email\n'), 0xc0, 0xaf]), 2],
    ['half of a surrogate pair', Buffer.from([...utf8('Email\n'), 0xed, 0xa0, 0x80]), 2],
  ] as const

  it.each(texts)('%s', async (_name, source, row) => {
    for (const size of [1, 3, 1000]) {
      const rows = await readAll(piecesOf(new Uint8Array(source), size))
      expect(rows.at(-1)).toMatchObject({ row, problems: [notUtf8(row)] })
    }
  })

  const others = [
    ['utf-32', [0xff, 0xfe, 0, 0, 0x45, 0, 0, 0]],
    ['utf-32', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x45]],
    ['xlsx-or-zip', [0x50, 0x4b, 3, 4, 20, 0]],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['gzip', [0x1f, 0x8b, 8, 0, 0]],
  ] as const

  it.each(others)('that are %s are named as such, however they are cut', async (encoding, bytes) => {
    for (const size of [1, 3, 100]) {
      const rows = await readAll(piecesOf(new Uint8Array(bytes), size))
      expect(rows.map(({ problems }) => problems)).toEqual([
        [{ code: 'csv.not-utf-8', path: ['rows', 1], params: { row: 1, encoding } }],
      ])
    }
  })

  it('that are UTF-16 without its mark are read, however they are cut', async () => {
    const little = Buffer.from('Email,First Name\na@example.com,Ýrr\n', 'utf16le')
    for (const source of [little, Buffer.from(little).swap16()])
      for (const size of [1, 3, 100]) {
        const rows = await readAll(piecesOf(new Uint8Array(source), size))
        expect(rows).toMatchObject([
          { row: 2, input: { email: 'a@example.com', firstName: 'Ýrr' }, problems: [] },
        ])
      }
  })

  it('that begin with zeros otherwise are no UTF-16', async () => {
    for (const bytes of [
      [0x45, 0, 0x6d, 0x61, 0x0a],
      [0x45, 0, 0, 0, 0x0a],
      [0, 0x45, 0, 0, 0x0a],
      [0x45, 0x6d, 0x61, 0, 0x0a],
    ])
      expect((await readAll(new Uint8Array(bytes))).flatMap(codesOf)).toEqual(['csv.header-unknown'])
  })

  it('that are UTF-16 with half a character at the end are not read to it', async () => {
    const whole = Buffer.from('\ufeffEmail\na@example.com\n', 'utf16le')
    const rows = await readAll(new Uint8Array([...whole, 0x41]))
    expect(rows.map(codesOf)).toEqual([[], ['csv.not-utf-8']])
  })

  it('of less than four bytes are read', async () => {
    expect((await readAll(utf8('x'))).flatMap(codesOf)).toEqual(['csv.header-unknown'])
    expect((await readAll([])).flatMap(codesOf)).toEqual(['csv.empty'])
  })

  it('are told apart from a replacement character that stands in the file', async () => {
    expect((await readAll(utf8('Email,Note\na@example.com,\ufffd\n'))).flatMap(codesOf)).toEqual([])
  })

  it('say nothing more when the header was refused before', async () => {
    const source = Buffer.from([...utf8('no,header\n'), 0xff])
    expect((await readAll(source)).flatMap(codesOf)).toEqual(['csv.header-unknown'])
  })
})
