import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { md5Head } from '../../../src/segment/compile/md5.js'

/** The test suite of RFC 1321, A.5: the first eight digits of each digest. */
const rfc: readonly (readonly [text: string, digits: string])[] = [
  ['', 'd41d8cd9'],
  ['a', '0cc175b9'],
  ['abc', '90015098'],
  ['message digest', 'f96b697d'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d7'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'd174ab98'],
  ['12345678901234567890123456789012345678901234567890123456789012345678901234567890', '57edf4a2'],
]

describe('the head of an MD5', () => {
  it.each(rfc)('of %j is %s, as RFC 1321 says', (text, digits) => {
    expect(md5Head(text).toString(16).padStart(8, '0')).toBe(digits)
  })

  it('agrees with Node about every length around the edges of a block', () => {
    const texts = Array.from({ length: 200 }, (_, length) => 'é'.repeat(length / 2) + 'x'.repeat(length % 2))
    expect(texts.map(md5Head)).toEqual(texts.map(headByNode))
  })

  it('agrees with Node about what is hostile', () => {
    const texts = ['\0', '\ud800', '__proto__', '😀'.repeat(50_000)]
    expect(texts.map(md5Head)).toEqual(texts.map(headByNode))
  })
})

function headByNode(text: string): number {
  return createHash('md5').update(text, 'utf8').digest().readUInt32BE(0)
}
