import { describe, expect, it } from 'vitest'
import { storedAs } from '../../../src/segment/catalog/stored-as.js'

describe('the date of a metafield', () => {
  const rows: [text: unknown, read: string | null][] = [
    ['2020-02-29', '2020-02-29'],
    ['2020-05-30T16:00:00.123Z', '2020-05-30T16:00:00.123Z'],
    // As other systems write a moment
    ['2020-05-30T16:00Z', '2020-05-30T16:00:00.000Z'],
    ['2020-05-30T16:00:59+02:00', '2020-05-30T14:00:59.000Z'],
    ['2020-05-30T16:00:59.999999999-14:59', '2020-05-31T06:59:59.999Z'],
    // Days that do not exist, and times that run over
    ['2021-02-29', null],
    ['2021-02-29T10:00Z', null],
    ['2021-02-30T10:00:00.000Z', null],
    ['2020-05-30T24:00Z', null],
    ['2020-05-30T10:60Z', null],
    ['2020-05-30T10:00:60Z', null],
    ['2020-05-30T10:00+15:00', null],
    ['0001-01-01T00:00+01:00', null],
    ['9999-12-31T23:59-01:00', null],
    // What is no date at all
    ['2020-05-30T16:00', null],
    ['2020-05-30 16:00Z', null],
    ['today', null],
    [20_200_530, null],
    [null, null],
  ]
  it.each(rows)('%j is read as %j', (text, read) => {
    expect(storedAs.date(text as never)).toBe(read)
  })
})
