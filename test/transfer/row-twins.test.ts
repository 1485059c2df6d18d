import { describe, expect, it } from 'vitest'
import type { RowInput } from 'clientele/csv'
import { definePolicy, policies } from 'clientele'
import { parsePhone } from 'clientele/phone'
import { buildContext } from 'clientele/testing'
import { draftRows } from '../../src/transfer/candidate.js'
import { twinFinder } from '../../src/transfer/row-twins.js'
import { rowsOf } from './import-case.js'

const identity = { ...policies.shopify.identity, ignore: ['none@*'], emailKey: { ignoreTags: true } }
const context = buildContext({ parsePhone, policy: definePolicy(policies.shopify, { identity }) })

/** What is found of each row: `csv.same-email 2`. */
function twinsIn(...inputs: readonly RowInput[]): string[][] {
  const twinsOf = twinFinder()
  return draftRows(rowsOf(...inputs), context).map((one) =>
    twinsOf(one).map(
      ({ code, params }) =>
        `${code} ${JSON.stringify(params?.['earlier'])} ${JSON.stringify(params?.['column'])}`,
    ),
  )
}

describe('people who stand in a file twice', () => {
  const phone = '+48601234567'
  const cases: readonly (readonly [string, readonly RowInput[], string[]])[] = [
    [
      'by the email, as the policy takes it',
      [{ email: 'a+x@x.co' }, { email: 'A@x.co' }],
      ['csv.same-email 2 "Email"'],
    ],
    [
      'by the phone, however it is written',
      [{ phone }, { phone: '+48 601 234 567' }],
      ['csv.same-phone 2 "Phone"'],
    ],
    [
      'by the email rather than the phone',
      [
        { email: 'a@x.co', phone },
        { email: 'a@x.co', phone },
      ],
      ['csv.same-email 2 "Email"'],
    ],
    ['but not by a placeholder', [{ email: 'none@x.co' }, { email: 'none@x.co' }], []],
    ['but not by what is no email', [{ email: 'bad' }, { email: 'bad' }], []],
    ['but not by a phone that cannot be read', [{ phone: 'x' }, { phone: 'x' }], []],
    ['but not others', [{ email: 'a@x.co' }, { email: 'b@x.co', phone }], []],
  ]

  it.each(cases)('%s', (_name, inputs, expected) => {
    expect(twinsIn(...inputs)).toEqual([[], expected])
  })

  it('by whatever an earlier row of the same person has brought along', () => {
    const email = 'a@x.co'
    expect(twinsIn({ email }, { email, phone }, { phone })).toEqual([
      [],
      ['csv.same-email 2 "Email"'],
      ['csv.same-phone 3 "Phone"'],
    ])
  })
})
