import { describe, expect, it } from 'vitest'
import { parsePhone } from 'clientele/phone'
import { buildContext } from 'clientele/testing'
import { draftRows } from '../../src/transfer/candidate.js'
import { readSheet } from '../../src/transfer/csv-sheet.stream.js'
import { repairCells } from '../../src/transfer/repair-cells.js'

const context = buildContext({ parsePhone })

/** The cells of the only row of a file once it is repaired, and how many were. */
async function repaired(header: string, line: string): Promise<readonly [string, number]> {
  for await (const batch of readSheet(`${header}\n${line}\n`, {}))
    for (const sheet of batch) {
      const [candidate] = draftRows([sheet.row], context)
      if (candidate === undefined || sheet.layout === null) continue
      const { cells, repaired: count } = repairCells(sheet, sheet.layout, candidate)
      return [cells.join('|'), count]
    }
  throw new Error('no row')
}

const address =
  'Default Address Address1,Default Address City,Default Address Province Code,Default Address Zip'

describe('repairing the cells of a row', () => {
  const cases = [
    ['a phone', 'Email,Phone', 'a@example.com,+48 601 234 567', "a@example.com|'+48601234567", 1],
    ['a phone that is right', 'Email,Phone', "a@example.com,'+48601234567", "a@example.com|'+48601234567", 0],
    ['no phone that cannot be read', 'Email,Phone', 'a@example.com,call me', 'a@example.com|call me', 0],
    ['blanks in an email', 'Email,Phone', 'a @example.com,', 'a@example.com|', 1],
    ['no email where there is none', 'Email,Phone', ',+48601234567', '|+48601234567', 0],
    [
      'a military address',
      `Email,${address},Default Address Country Code`,
      'a@example.com,"psc1234, box 567",A.P.O. AE,,09012,',
      'a@example.com|PSC 1234 BOX 567|APO|AE|09012|US',
      4,
    ],
    [
      'not half of one, where the country has no column',
      `Email,${address}`,
      'a@example.com,"psc1234, box 567",A.P.O. AE,,09012',
      'a@example.com|psc1234, box 567|A.P.O. AE||09012',
      0,
    ],
    [
      'no other address',
      `Email,${address}`,
      'a@example.com,"str. 1, box 2",Oslo,,0150',
      'a@example.com|str. 1, box 2|Oslo||0150',
      0,
    ],
    ['no column that is unknown', 'Email,x', 'a @example.com, y ', 'a@example.com| y ', 1],
    ['no row that is too short', 'Email,Phone', 'a @example.com', 'a @example.com', 0],
    ['no row that is too long', 'Email', 'a @example.com,x', 'a @example.com|x', 0],
  ] as const

  it.each(cases)('%s', async (_name, header, line, expected, count) => {
    expect(await repaired(header, line)).toEqual([expected, count])
  })
})
