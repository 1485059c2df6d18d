import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketEnd, bucketOf } from '../../../src/segment/compile/bucket.js'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { compileSegment } from '../../../src/segment/index.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { parsed, shop } from '../matching.js'

const records = Array.from({ length: 4000 }, (_, i) => buildRecord({ customer: { id: `customer-${i}` } }))

const drawn = (share: string, seed: string): CustomerRecord[] =>
  records.filter(compileSegment(parsed(`random_bucket(${share}, '${seed}')`), shop))

describe('random_bucket draws', () => {
  it('by the first eight digits of the MD5 of seed and id, as every database can', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(texts, texts, (seed, id) => {
        const digest = createHash('md5').update(`${seed}:${id}`, 'utf8').digest('hex')
        expect(bucketOf(seed, id)).toBe(Number.parseInt(digest.slice(0, 8), 16))
      }),
    )
  })

  it('everybody, nobody, or about as many as it says', () => {
    expect(drawn('100', 'x')).toHaveLength(4000)
    expect(drawn('0', 'x')).toHaveLength(0)
    expect(Math.abs(drawn('20', 'x').length / 4000 - 0.2)).toBeLessThan(0.03)
  })

  it('the same ones again, all of them in a larger share, and others with another seed', () => {
    const small = drawn('20', 'spring')
    const larger = new Set(drawn('20.5', 'spring'))
    const others = new Set(drawn('20', 'autumn'))
    expect(drawn('20', 'spring')).toEqual(small)
    expect(small.every((record) => larger.has(record))).toBe(true)
    expect(Math.abs(small.filter((record) => others.has(record)).length / small.length - 0.2)).toBeLessThan(
      0.06,
    )
  })

  it('up to an end that does not belong', () => {
    // the first digits of the MD5 of `x:customer-50549089` are 78000000: 120 of 256 parts, or 46.875 of a hundred
    const edge = buildRecord({ customer: { id: 'customer-50549089' } })
    const isDrawn = (share: string): boolean =>
      compileSegment(parsed(`random_bucket(${share}, 'x')`), shop)(edge)
    expect([isDrawn('46.875'), isDrawn('46.875001')]).toEqual([false, true])
    expect(bucketEnd('100')).toBe(2 ** 32)
    expect(bucketEnd('50.0')).toBe(2 ** 31)
    expect(bucketEnd('0')).toBe(0)
  })

  it.each(["random_bucket(20, 'x')", "random_bucket ( 20 , 'x' )"])('%s is a condition', (query) => {
    expect(parsed(query).root).toEqual({ kind: 'bucket', share: '20', seed: 'x' })
  })
})
