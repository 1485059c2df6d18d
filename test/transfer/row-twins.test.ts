import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readCustomerCsv, type RowInput } from 'clientele/csv'
import { definePolicy, policies } from 'clientele'
import { parsePhone } from 'clientele/phone'
import { buildContext } from 'clientele/testing'
import { draftRows, type Candidate } from '../../src/transfer/candidate.js'
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

describe('what is remembered of a file', () => {
  it('is the emails and phones alone, not the text that they stood in', { timeout: 20_000 }, async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held = (): number => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const rows = function* (): Generator<string> {
      yield 'Email,Note\n'
      for (let index = 0; index < 1000; index++) yield `somebody-${index}@example.com,${'x'.repeat(50_000)}\n`
    }
    // by this policy an email is its own key, and so a part of the file
    const plain = buildContext({ parsePhone })
    const twinsOf = twinFinder()
    const before = held()
    for await (const row of readCustomerCsv(rows())) draftRows([row], plain).forEach(twinsOf)
    expect(held() - before).toBeLessThan(4 * 1024 * 1024)
    const [again] = draftRows(rowsOf({ email: 'somebody-7@example.com' }), plain)
    expect(twinsOf(again as Candidate)).toHaveLength(1)
  })
})
