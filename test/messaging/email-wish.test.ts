import { describe, expect, it } from 'vitest'
import { readEmailData } from '../../src/messaging/email-wish.schema.js'

describe('T-2 what is different for each customer of a group', () => {
  it.each([
    {},
    { data: { link: 'https://example.com/', count: 2 } },
    { discounts: [{ code: 'SAVE10' }, { code: 'VIP', title: null }] },
  ])('is taken as it is: %j', (data) => {
    expect(readEmailData(data)).toEqual({ ok: true, value: data, warnings: [] })
  })

  it.each<[unknown, string]>([
    [null, 'shape.wrong-type'],
    [{ subject: 'Another' }, 'shape.unknown-field'],
    [{ data: { link: null } }, 'shape.invalid-value data'],
    [{ discounts: [{ code: 7 }] }, 'shape.wrong-type discounts 0 code'],
  ])('is refused where it is %j', (data, problem) => {
    const outcome = readEmailData(data)
    expect(outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))).toEqual([
      problem,
    ])
  })
})
