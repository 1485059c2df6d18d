import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { md5Start } from '../../../src/segment/compile/md5.js'

describe('the MD5 of a text begins', () => {
  // The test suite of RFC 1321
  it.each([
    ['', 0xd41d8cd9],
    ['a', 0x0cc175b9],
    ['abc', 0x90015098],
    ['message digest', 0xf96b697d],
    ['abcdefghijklmnopqrstuvwxyz', 0xc3fcd3d7],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 0xd174ab98],
    ['12345678901234567890123456789012345678901234567890123456789012345678901234567890', 0x57edf4a2],
  ])('of %j as in the RFC', (text, start) => {
    expect(md5Start(text)).toBe(start)
  })

  it('as Node says, however many blocks the text fills', () => {
    for (let length = 0; length <= 200; length++) {
      const text = 'ß'.repeat(length)
      const digest = createHash('md5').update(text, 'utf8').digest('hex')
      expect(md5Start(text), `${length}`).toBe(Number.parseInt(digest.slice(0, 8), 16))
    }
  })

  it('of a lone surrogate as of the sign that stands for it in UTF-8', () => {
    expect(md5Start('\ud800')).toBe(md5Start('\ufffd'))
  })
})
