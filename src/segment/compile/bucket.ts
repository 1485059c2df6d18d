import { md5 } from '@noble/hashes/legacy'

/** A percentage, 0 to 100. */
export const SHARE = /^(?:100(?:\.0{1,6})?|\d{1,2}(?:\.\d{1,6})?)$/

const BUCKETS = 2 ** 32

/** Up to where, of 2³², the drawn ones lie: below it. */
export function bucketEnd(share: string): number {
  return (Number(share) / 100) * BUCKETS
}

/**
 * Where an id lies, of 2³²: the first eight hexadecimal digits of the MD5 of `seed:id` in UTF-8. MD5, because every
 * database has it; it guards nothing here.
 */
export function bucketOf(seed: string, id: string): number {
  return new DataView(md5(`${seed}:${id}`).buffer).getUint32(0)
}
