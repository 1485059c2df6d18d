import { describe, expect, it } from 'vitest'
import { detectDialect } from '../../src/transfer/csv-dialect.js'
import { encodingOf, fileReader } from '../../src/transfer/csv-encoding.js'
import { utf8Reader } from '../../src/transfer/csv-utf8.js'

describe('the dialect', () => {
  it.each([
    ['Email,Note\r\n', { delimiter: ',', newline: '\n', lineEnd: '\r\n' }],
    ['Email;Note\n', { delimiter: ';', newline: '\n', lineEnd: '\n' }],
    ['Email\tNote\rx', { delimiter: '\t', newline: '\r', lineEnd: '\r' }],
    ['Email\nx;y;z\n', { delimiter: ',', newline: '\n', lineEnd: '\n' }],
    // what stands in quotes divides nothing
    ['Email,"a;b;c"\n', { delimiter: ',', newline: '\n', lineEnd: '\n' }],
    ['"a\r\nb",Email\n', { delimiter: ',', newline: '\n', lineEnd: '\n' }],
    ['Email;"a,b ""c"",d"\n', { delimiter: ';', newline: '\n', lineEnd: '\n' }],
    // lines before the header are blank
    ['\n\nEmail;Note\n', { delimiter: ';', newline: '\n', lineEnd: '\n' }],
  ])('of %j', (text, dialect) => {
    expect(detectDialect(text, 1000, false)).toEqual(dialect)
    expect(detectDialect(text, 1000, true)).toEqual(dialect)
  })

  it.each(['', 'Email', 'Email,Note\r', 'Email,"a\n', '\n\n'])('is not known yet after %j', (text) => {
    expect(detectDialect(text, 1000, false)).toBeNull()
    expect(detectDialect(text, 1000, true)).not.toBeNull()
  })

  it('is of a file without a line end that of most files', () => {
    expect(detectDialect('Email;Note', 1000, true)).toEqual({
      delimiter: ';',
      newline: '\n',
      lineEnd: '\r\n',
    })
    expect(detectDialect('Email,Note\r', 1000, true)).toEqual({
      delimiter: ',',
      newline: '\r',
      lineEnd: '\r',
    })
  })

  it('is not waited for beyond the limit, nor looked for there', () => {
    expect(detectDialect('a;b,c,d', 8, false)).toBeNull()
    expect(detectDialect('a;b,c,d', 7, false)?.delimiter).toBe(',')
    expect(detectDialect('a;b,c,d', 4, false)?.delimiter).toBe(',')
    expect(detectDialect('a;b,c,d', 3, false)?.delimiter).toBe(';')
  })
})

describe('the encoding', () => {
  it.each([
    [[0x41, 0x42, 0x43, 0x44], 'utf-8'],
    [[], 'utf-8'],
    [[0xef, 0xbb, 0xbf, 0x41], 'utf-8'],
    [[0xff, 0xfe, 0x41, 0], 'utf-16le'],
    [[0xfe, 0xff, 0, 0x41], 'utf-16be'],
    [[0x41, 0, 0x42, 0], 'utf-16le'],
    [[0, 0x41, 0, 0x42], 'utf-16be'],
    [[0xff, 0xfe, 0, 0], 'utf-32'],
    [[0x1f, 0x8b, 8, 0], 'gzip'],
    [[0x41, 0, 0, 0], 'utf-8'],
    [[0x41, 0], 'utf-8'],
  ])('by the beginning %j is %s', (bytes, encoding) => {
    expect(encodingOf(Uint8Array.from(bytes))).toBe(encoding)
  })

  it.each([
    ['utf-16le', [0x41, 0, 0x42, 0, 0x7c, 0x01], 'ABż'],
    ['utf-16be', [0, 0x41, 0, 0x42, 0x01, 0x7c], 'ABż'],
    ['utf-8', [0x41, 0x42, 0xc5, 0xbc, 0xf0, 0x9f, 0x98, 0x80], 'ABż😀'],
  ])('%s is read the same in pieces of any size', (_encoding, bytes, text) => {
    for (let size = 1; size <= bytes.length; size++) {
      const read = fileReader()
      let whole = ''
      for (let from = 0; from < bytes.length; from += size) {
        const piece = read(Uint8Array.from(bytes.slice(from, from + size)), from + size >= bytes.length)
        expect([piece.isValid, piece.encoding]).toEqual([true, null])
        whole += piece.text
      }
      expect(whole).toBe(text)
    }
  })

  it('UTF-16 is not read to half a character at the end, and long texts are', () => {
    const read = fileReader()
    const long = Uint8Array.from({ length: 40_002 }, (_, index) => (index % 2 === 0 ? 0x41 : 0))
    expect(read(long, false).text).toBe('A'.repeat(20_001))
    expect(read(Uint8Array.from([0x42]), true)).toEqual({ text: '', isValid: false, encoding: null })
  })
})

describe('UTF-8', () => {
  it.each<[string, number[], boolean, string, boolean]>([
    ['two bytes, of which one is to come', [0x41, 0xc5], false, 'A', true],
    ['three bytes, of which one is to come', [0x41, 0xe2, 0x82], false, 'A', true],
    ['three bytes, of which two are to come', [0x41, 0xe2], false, 'A', true],
    ['four bytes, of which one is to come', [0x41, 0xf0, 0x9f, 0x98], false, 'A', true],
    ['three whole bytes', [0xe2, 0x82, 0xac], false, '€', true],
    ['half a character at the end', [0x41, 0xc5], true, 'A', false],
    ['a byte that continues nothing', [0x41, 0xbc, 0x42], false, 'A', false],
    ['a byte that continues nothing, alone', [0x80], false, '', false],
    ['a byte that begins nothing', [0x41, 0x42, 0xff, 0x43], false, 'AB', false],
    ['a sign in more bytes than it needs', [0x41, 0xc0, 0x80], false, 'A', false],
    ['half a pair', [0x41, 0xed, 0xa0, 0x80], false, 'A', false],
    ['a mark', [0xef, 0xbb, 0xbf, 0x41], false, '\ufeffA', true],
  ])('%s', (_case, bytes, isLast, text, isValid) => {
    expect(utf8Reader()(Uint8Array.from(bytes), isLast)).toEqual({ text, isValid })
  })

  it('is put together over pieces', () => {
    const read = utf8Reader()
    const said = [[0xf0], [0x9f], [0x98], [0x80, 0x41]].map(
      (bytes) => read(Uint8Array.from(bytes), false).text,
    )
    expect(said).toEqual(['', '', '', '😀A'])
  })
})
