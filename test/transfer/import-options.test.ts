import { describe, expect, it } from 'vitest'
import type { CustomerRow, ImportMatch, ImportOptions, RowInput } from 'clientele/csv'
import { planImport } from 'clientele/csv'
import { buildContext, buildRecord } from 'clientele/testing'
import type { Customer } from '../../src/customer/customer.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import { endsOf, nobodyKnown, planned, rowsOf, writtenBy } from './import-case.js'

const anna = buildRecord({
  customer: {
    id: 'c1',
    firstName: 'Anna',
    lastName: 'Nowak',
    email: 'anna@example.com',
    phone: '+48601234567',
  },
})

function ends(rows: readonly CustomerRow[], options: ImportOptions, existing = [anna]): string[][] {
  return endsOf(planned(rows, { known: { existing }, options: { overwrite: true, ...options } }))
}

describe('by what a row and a customer are the same person', () => {
  const sameEmail = { email: 'ANNA@example.com', phone: '+48601234999', firstName: 'A' }
  const samePhone = { email: 'other@example.com', phone: '+48601234567', firstName: 'A' }
  const phoneAlone = { phone: '+48601234567', firstName: 'A' }
  const taken = ['refused', 'import.identity-taken']
  const cases: readonly (readonly [ImportMatch, RowInput, readonly string[]])[] = [
    ['email-or-phone', sameEmail, ['updated']],
    ['email-or-phone', samePhone, taken],
    ['email-or-phone', phoneAlone, ['updated']],
    ['email', sameEmail, ['updated']],
    ['email', phoneAlone, taken],
    ['phone', samePhone, ['updated']],
    ['phone', phoneAlone, ['updated']],
    ['phone', { email: 'anna@example.com', firstName: 'A' }, taken],
    ['id', sameEmail, ['refused', 'import.id-missing']],
  ]

  it.each(cases)('%s: %j', (match, input, end) => {
    expect(ends(rowsOf(input), { match })).toEqual([end])
  })

  it('by id the one who has it, whatever else the row says; an unknown id makes nobody', () => {
    const rows = rowsOf({ email: 'new@example.com' }, { email: 'x@example.com' }).map((row, index) => ({
      ...row,
      id: index === 0 ? 'c1' : 'c9',
    }))
    expect(ends(rows, { match: 'id' })).toEqual([['updated'], ['refused', 'import.id-unknown']])
  })

  it('by id the last row of a person wins, too', () => {
    const rows = rowsOf({ email: 'a@example.com' }, { email: 'b@example.com' }).map((row) => ({
      ...row,
      id: 'c1',
    }))
    expect(ends(rows, { match: 'id' })).toEqual([['skipped', 'import.superseded'], ['updated']])
  })
})

describe('what a row clears', () => {
  const kept = buildRecord({
    customer: {
      id: 'c1',
      firstName: 'Anna',
      email: 'anna@example.com',
      note: 'n',
      tags: ['vip'],
      source: 'www',
      metafields: { 'a.b': 1, 'a.c': 2 },
    },
  })
  const blank: RowInput = {
    email: 'anna@example.com',
    firstName: null,
    note: null,
    tags: null,
    source: null,
    metafields: { 'a.b': null },
  }
  const written = (options: ImportOptions): Customer | undefined =>
    writtenBy(
      planned(rowsOf(blank), { known: { existing: [kept] }, options: { overwrite: true, ...options } }),
    )[0]

  it('goes where it is asked for, and nothing else does', () => {
    expect(written({ blank: 'clear' })).toMatchObject({
      firstName: null,
      note: null,
      tags: [],
      source: null,
      email: 'anna@example.com',
      metafields: { 'a.c': 2 },
    })
    expect(Object.keys(written({ blank: 'clear' })?.metafields ?? {})).toEqual(['a.c'])
  })

  it('stays unless it is asked for', () => {
    expect(ends(rowsOf(blank), {}, [kept])).toEqual([['unchanged']])
  })

  it('is kept where it says nothing already', () => {
    const silent = buildRecord({ customer: { ...kept.customer, note: ' ', metafields: { 'a.b': '' } } })
    const rows = rowsOf({ email: 'anna@example.com', note: null, metafields: { 'a.b': null } })
    const plan = planned(rows, {
      known: { existing: [silent] },
      options: { overwrite: true, blank: 'clear' },
    })
    expect(plan.tally.unchanged).toBe(1)
  })

  it('goes beside what the row says anew', () => {
    const plan = planned(
      rowsOf({ email: 'anna@example.com', metafields: { 'a.b': null, 'a.c': '2', 'a.d': 'x' } }),
      {
        known: { existing: [kept] },
        options: { overwrite: true, blank: 'clear' },
      },
    )
    expect(writtenBy(plan)[0]?.metafields).toEqual({ 'a.c': 2, 'a.d': 'x' })
  })

  it('is a metafield that says something, not one of blanks, and the same with blanks around is no change', () => {
    const blanks = buildRecord({ customer: { ...kept.customer, metafields: { 'a.b': ' ', 'a.c': ' x ' } } })
    const end = (metafields: RowInput['metafields']): string[][] =>
      ends(rowsOf({ email: 'anna@example.com', metafields }), { blank: 'clear' }, [blanks])
    expect(end({ 'a.b': null })).toEqual([['unchanged']])
    expect(end({ 'a.c': 'x' })).toEqual([['unchanged']])
    expect(end({ 'a.c': ' x' })).toEqual([['unchanged']])
    expect(end({ 'a.c': null })).toEqual([['updated']])
  })

  it('leaves a new customer the metafields that say something', () => {
    const input = { email: 'a@example.com', metafields: { 'a.b': null, 'a.c': '2', 'a.d': 0 } }
    expect(writtenBy(planned(rowsOf(input)))[0]?.metafields).toEqual({ 'a.c': '2', 'a.d': 0 })
  })

  it('makes no new customer with metafields of nothing', () => {
    const [made] = writtenBy(planned(rowsOf({ ...blank, firstName: 'A' }), { options: { blank: 'clear' } }))
    expect([made?.metafields, made?.tags]).toEqual([{}, []])
  })
})

describe('tags for everybody', () => {
  const rows = rowsOf({ email: 'anna@example.com', tags: ['VIP'] }, { email: 'bo@example.com' })

  it('are added to those of the row and of the customer, once each', () => {
    const tagged = buildRecord({ ...anna, customer: { ...anna.customer, tags: ['vip'] } })
    const written = writtenBy(
      planned(rows, { known: { existing: [tagged] }, options: { overwrite: true, tags: ['Fair', 'vip '] } }),
    )
    expect(written.map(({ tags }) => tags)).toEqual([
      ['vip', 'Fair'],
      ['Fair', 'vip'],
    ])
  })

  it('are touched on whoever is written, whatever the row says of tags', () => {
    const tagged = buildRecord({ ...anna, customer: { ...anna.customer, tags: ['vip'] } })
    const touchesWith = (options: ImportOptions): unknown =>
      planned(rowsOf({ email: 'anna@example.com', note: 'x' }), {
        known: { existing: [tagged] },
        options: { overwrite: true, ...options },
      }).changeSet.changes.flatMap((change) => (change.type === 'put' ? change.touches : []))
    const added = { path: ['tags'], before: ['vip'], after: ['vip', 'Fair'] }
    expect(touchesWith({ tags: ['Fair'] })).toContainEqual(added)
    expect(touchesWith({})).not.toContainEqual(expect.objectContaining({ path: ['tags'] }))
  })

  it('change nobody who has them already', () => {
    const tagged = buildRecord({ ...anna, customer: { ...anna.customer, tags: ['fair'] } })
    expect(ends(rowsOf({ email: 'anna@example.com' }), { tags: ['Fair'] }, [tagged])).toEqual([['unchanged']])
  })

  it('M-5 refuse the row where they are too many', () => {
    const tags = Array.from({ length: 250 }, (_, index) => `t${index}`)
    const plan = planned(rowsOf({ email: 'a@example.com', tags }), { options: { tags: ['one more'] } })
    expect(plan.rows[0]?.problems).toEqual([
      {
        code: 'customer.too-many-tags',
        path: ['rows', 2, 'tags'],
        params: { row: 2, column: 'Tags', limit: 250, length: 251 },
      },
    ])
    expect(endsOf(planned(rowsOf({ email: 'a@example.com', tags }), { options: { tags: ['T1'] } }))).toEqual([
      ['created'],
    ])
  })

  it('that cannot be kept refuse the whole', () => {
    const outcome = planImport(rows, nobodyKnown, buildContext(), { tags: ['a\0'] })
    expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path)).toEqual([['tags', 0]])
  })
})

describe('C-7, C-8: accounts in a file', () => {
  const accountOf = (
    kept: Customer['account'],
    account: RowInput['account'],
  ): Customer['account'] | undefined => {
    const existing = [buildRecord({ ...anna, customer: { ...anna.customer, account: kept } })]
    const plan = planned(rowsOf({ email: 'anna@example.com', account }), {
      known: { existing },
      options: { overwrite: true },
    })
    return plan.tally.unchanged === 1 ? kept : writtenBy(plan)[0]?.account
  }
  const enabled = { type: 'account', state: 'ENABLED', blocked: false } as const
  const guest = { type: 'guest', state: 'DISABLED', blocked: false } as const

  it.each([
    ['a login stays when it is blocked', enabled, { blocked: true }, { ...enabled, blocked: true }],
    ['a login stays whatever type the file says', enabled, { type: 'guest' }, enabled],
    [
      'a guest becomes an account without a login',
      guest,
      { type: 'account' },
      { type: 'account', state: 'DISABLED', blocked: false },
    ],
    ['a guest stays one', guest, { type: 'guest', blocked: true }, { ...guest, blocked: true }],
    ['a blank type keeps a guest', guest, { blocked: true }, { ...guest, blocked: true }],
    [
      'a blank activity keeps a block',
      { ...guest, blocked: true },
      { type: 'guest' },
      { ...guest, blocked: true },
    ],
  ] as const)('%s', (_name, kept, given, expected) => {
    expect(accountOf(kept, given)).toEqual(expected)
  })

  it('make new customers, active guests unless the file says otherwise', () => {
    const plan = planned(
      rowsOf(
        { email: 'a@example.com' },
        { email: 'b@example.com', account: { type: 'account', blocked: true } },
        { email: 'c@example.com', account: { blocked: true } },
        { email: 'd@example.com', account: { type: 'account' } },
      ),
    )
    expect(writtenBy(plan).map(({ account }) => account)).toEqual([
      guest,
      { type: 'account', state: 'DISABLED', blocked: true },
      { ...guest, blocked: true },
      { type: 'account', state: 'DISABLED', blocked: false },
    ])
  })

  it('C-8 tell the timeline and the identity system of whoever is blocked by them, or no longer is', () => {
    const person = (id: string, email: string, account: Customer['account']): CustomerRecord =>
      buildRecord({ customer: { id, email, phone: null, account } })
    const existing = [
      person('c1', 'a@example.com', enabled),
      person('c2', 'b@example.com', { ...enabled, blocked: true }),
      person('c3', 'c@example.com', enabled),
    ]
    const { changeSet } = planned(
      rowsOf(
        { email: 'a@example.com', account: { blocked: true } },
        { email: 'b@example.com', account: { blocked: false } },
        { email: 'c@example.com', account: { blocked: false }, note: 'x' },
        // nobody new has a login that could be shut
        { email: 'd@example.com', account: { blocked: true } },
      ),
      { known: { existing }, options: { overwrite: true }, context: { key: 'k' } },
    )
    expect(changeSet.outbox).toEqual([
      { id: 'k/account/1', type: 'account', customer: 'c1', action: 'block', link: null },
      { id: 'k/account/2', type: 'account', customer: 'c2', action: 'unblock', link: null },
    ])
    const told = changeSet.changes.flatMap((change) =>
      change.type === 'event' ? [[change.customer, change.event.kind]] : [],
    )
    expect(told).toEqual([
      ['c1', 'imported'],
      ['c1', 'account-blocked'],
      ['c2', 'imported'],
      ['c2', 'account-unblocked'],
      ['c3', 'imported'],
      ['new:4', 'imported'],
    ])
  })
})

describe('a problem names the column as the file does', () => {
  it('or the field, where such files have no column for it', () => {
    const rows = rowsOf({ phone: '+48601234567', smsMarketingConsent: { state: 'SUBSCRIBED' } })
    const plan = planned(rows.map((row) => ({ ...row, format: 'shopelo' as const })))
    expect(plan.warnings).toMatchObject([
      { code: 'import.consent-without-source', params: { column: 'smsMarketingConsent' } },
    ])
  })

  it.each([
    [{ format: 'shopelo' as const }, 'price_level'],
    [{ headers: { priceLevel: 'Preis' } }, 'Preis'],
    [{}, undefined],
  ])('%j', (origin, column) => {
    const rows = rowsOf({ email: 'a@example.com', priceLevel: 11 }).map((row) => ({ ...row, ...origin }))
    const [found] = planned(rows).rows[0]?.problems ?? []
    expect([found?.code, found?.params?.['column']]).toEqual(['customer.price-level', column])
  })
})
