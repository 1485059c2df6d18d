import { describe, expect, it } from 'vitest'
import { identitiesOf, planImport, type CustomerRow } from 'clientele/csv'
import { parsePhone } from 'clientele/phone'
import { buildContext, buildRecord } from 'clientele/testing'
import { emailKey } from '../../src/contact/email.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { rowsOfSummary } from '../../src/transfer/import-summary.js'
import { importRequest } from '../../src/transfer/plan-import.js'
import { endsOf, nobodyKnown, planned, rowsOf, warningCodes, writtenBy } from './import-case.js'

const ana = { email: 'ana@example.com' }
const anaRecord = buildRecord({ customer: { id: 'c1', email: 'Ana@Example.com', phone: null } })

describe('a new person (C-5)', () => {
  it('is created, with only an email', () => {
    const plan = planned(rowsOf(ana))
    expect(plan.rows).toEqual([{ row: 2, status: 'created', id: 'new:1', problems: [], warnings: [] }])
    expect(writtenBy(plan)).toMatchObject([
      { id: 'new:1', email: 'ana@example.com', account: { type: 'guest' } },
    ])
  })

  it('makes one change set of the context’s key, with an event for each customer', () => {
    const plan = planned(rowsOf(ana, { firstName: 'Bo' }), { context: { key: 'import-1/1' } })
    expect(plan).toMatchObject({
      planner: 'import',
      subjects: ['new:1', 'new:2'],
      touches: [],
      changeSet: {
        key: 'import-1/1',
        expects: [],
        guards: [],
        outbox: [],
        summary: { planner: 'import', created: 2, updated: 0, unchanged: 0, skipped: 0, refused: 0 },
      },
    })
    const by = { type: 'staff', id: 'staff-1' }
    const at = '2026-11-22T12:00:00.000Z'
    expect(plan.changeSet.changes).toMatchObject([
      { type: 'put', customer: { id: 'new:1' }, claims: ['email:ana@example.com'], touches: [] },
      {
        type: 'event',
        id: 'import-1/1/event/1',
        customer: 'new:1',
        at,
        event: { kind: 'imported', by, row: 2, result: 'created' },
      },
      { type: 'put', customer: { id: 'new:2' }, claims: [], touches: [] },
      {
        type: 'event',
        id: 'import-1/1/event/2',
        customer: 'new:2',
        at,
        event: { kind: 'imported', by, row: 3, result: 'created' },
      },
    ])
  })

  it('E-6 has each consent on the timeline, and what it was before', () => {
    const told = buildRecord({
      customer: {
        id: 'c1',
        email: 'ana@example.com',
        emailMarketingConsent: {
          state: 'SUBSCRIBED',
          optInLevel: 'UNKNOWN',
          updatedAt: null,
          source: 'till',
        },
      },
    })
    const rows = rowsOf(
      { ...ana, emailMarketingConsent: { state: 'NOT_SUBSCRIBED' } },
      { email: 'bo@example.com', emailMarketingConsent: { state: 'SUBSCRIBED' } },
    )
    const outcome = planImport(rows, { ...nobodyKnown, existing: [told] }, buildContext({ key: 'k' }), {
      overwrite: true,
      consentSource: 'fair',
    })
    const changes = outcome.ok ? outcome.value.changeSet.changes : []
    const events = changes.flatMap((change) => (change.type === 'event' ? [change] : []))
    expect(events.map(({ id, event }) => [id, event.kind])).toEqual([
      ['k/event/1', 'imported'],
      ['k/event/2', 'consent-superseded'],
      ['k/event/3', 'consent-changed'],
      ['k/event/4', 'imported'],
      ['k/event/5', 'consent-changed'],
    ])
    expect(events[2]?.event).toMatchObject({ before: 'SUBSCRIBED', state: 'UNSUBSCRIBED', source: 'fair' })
  })

  it('gets a phone read by the country of the address, else of the shop', () => {
    const plan = planned(
      rowsOf({ phone: '601 234 567', addresses: [{ countryCode: 'PL' }] }, { phone: '(212) 555-0123' }),
    )
    expect(writtenBy(plan).map(({ phone }) => phone)).toEqual(['+48601234567', '+12125550123'])
  })

  it('never takes what the file says of orders', () => {
    const [row] = rowsOf(ana)
    const plan = planned([{ ...(row as CustomerRow), totals: { spent: '25.00', orders: '1' } }])
    expect(plan.changeSet.changes.map(({ type }) => type)).toEqual(['put', 'event'])
  })
})

describe('a row that is wrong', () => {
  it('is refused with the number and column of each fault, and no other row with it', () => {
    const plan = planned(rowsOf({ email: 'ana@', phone: '12', tags: ['x'.repeat(256)] }, ana))
    expect(plan.rows[0]?.problems).toEqual([
      { code: 'phone.invalid', path: ['rows', 2, 'phone'], params: { row: 2, column: 'Phone' } },
      { code: 'email.invalid', path: ['rows', 2, 'email'], params: { row: 2, column: 'Email' } },
      {
        code: 'text.too-long',
        path: ['rows', 2, 'tags', 0],
        params: { row: 2, column: 'Tags', limit: 255, length: 256 },
      },
    ])
    expect(endsOf(plan).map(([status]) => status)).toEqual(['refused', 'created'])
  })

  it('names the column of the address', () => {
    const plan = planned(rowsOf({ ...ana, addresses: [{ zip: 'x'.repeat(256) }] }))
    expect(plan.rows[0]?.problems).toMatchObject([
      { path: ['rows', 2, 'addresses', 0, 'zip'], params: { column: 'Default Address Zip' } },
    ])
  })

  it('names no column where it has none', () => {
    expect(planned(rowsOf({ note: 'Who?' })).rows[0]?.problems).toEqual([
      { code: 'customer.nobody', path: ['rows', 2], params: { row: 2 } },
    ])
  })

  it('says only what the file had wrong, when that is why it is not whole', () => {
    const [row] = rowsOf({})
    const problems = [{ code: 'csv.stray-quote', path: ['rows', 2], params: { row: 2 } }] as const
    const plan = planned([{ ...(row as CustomerRow), problems }])
    expect(plan.rows).toEqual([{ row: 2, status: 'refused', id: null, problems, warnings: [] }])
  })

  it('says at once what was wrong with its cells and with the customer', () => {
    const [row] = rowsOf({ email: 'no email', phone: '12' })
    const problems = [
      { code: 'csv.not-yes-or-no', path: ['rows', 2, 'taxExempt'], params: { row: 2, column: 'Tax Exempt' } },
    ] as const
    expect(endsOf(planned([{ ...(row as CustomerRow), problems }]))).toEqual([
      ['refused', 'csv.not-yes-or-no', 'phone.invalid', 'email.invalid'],
    ])
  })

  it('is skipped where all its cells are blank', () => {
    const [row] = rowsOf({})
    const problems = [{ code: 'csv.blank-row', path: ['rows', 2], params: { row: 2 } }] as const
    const plan = planned([{ ...(row as CustomerRow), problems }])
    expect(plan.rows).toEqual([{ row: 2, status: 'skipped', id: null, problems, warnings: [] }])
  })

  it('does not miss anybody whom an unreadable cell may have named', () => {
    const [row] = rowsOf({})
    const problems = [
      { code: 'csv.scientific-notation', path: ['rows', 2, 'phone'], params: { row: 2, column: 'Phone' } },
    ] as const
    expect(endsOf(planned([{ ...(row as CustomerRow), problems }]))).toEqual([
      ['refused', 'csv.scientific-notation'],
    ])
  })

  it('keeps its doubts as warnings of the row and of the plan', () => {
    const warning = {
      code: 'csv.columns-unknown',
      path: ['rows', 2],
      params: { row: 2, columns: ['x'] },
    } as const
    const rows = rowsOf({ email: 'ana @example.com' }).map((row) => ({ ...row, warnings: [warning] }))
    const blanks = {
      code: 'email.blanks-removed',
      path: ['rows', 2, 'email'],
      params: { row: 2, column: 'Email' },
    }
    const plan = planned(rows)
    expect(plan.rows[0]).toMatchObject({ status: 'created', warnings: [warning, blanks] })
    expect(plan.warnings).toEqual([warning, blanks])
  })
})

describe('a person who is there (C-6)', () => {
  const cases = [
    ['the same email in another case', ana, { email: 'ANA@example.com' }, true],
    [
      'another email and the same phone',
      { ...ana, phone: '+48601234567' },
      { email: 'bo@example.com', phone: '+48601234567' },
      false,
    ],
    [
      'no email in the row, and the same phone',
      { phone: '+48601234567' },
      { email: 'bo@example.com', phone: '+48601234567' },
      true,
    ],
    [
      'no email in the record, and the same phone',
      { ...ana, phone: '+48601234567' },
      { email: null, phone: '+48601234567' },
      true,
    ],
    [
      'no email in the row, and another phone',
      { phone: '+48601234568' },
      { email: 'bo@example.com', phone: '+48601234567' },
      false,
    ],
    ['a name alone', { firstName: 'Anna', lastName: 'Nowak' }, { email: null, phone: null }, false],
  ] as const

  it.each(cases)('is recognised or not by %s', (_name, input, customer, isMet) => {
    const policy = {
      ...policies.shopify,
      identity: { ...policies.shopify.identity, phone: 'not-unique' as const },
    }
    const existing = [buildRecord({ customer: { id: 'c1', ...customer } })]
    const plan = planned(rowsOf(input), { known: { existing }, context: { policy } })
    expect(plan.rows[0]?.status).toBe(isMet ? 'skipped' : 'created')
    expect(plan.rows[0]?.id).toBe(isMet ? 'c1' : 'new:1')
  })

  it('is not recognised by a placeholder email, which identifies nobody', () => {
    const policy = {
      ...policies.shopify,
      identity: { ...policies.shopify.identity, ignore: ['*@example.com'] },
    }
    expect(endsOf(planned(rowsOf(ana), { known: { existing: [anaRecord] }, context: { policy } }))).toEqual([
      ['created'],
    ])
  })

  it('is skipped unless the caller wants to overwrite', () => {
    const plan = planned(rowsOf({ ...ana, firstName: 'Ana' }), { known: { existing: [anaRecord] } })
    expect(plan.rows).toEqual([
      {
        row: 2,
        status: 'skipped',
        id: 'c1',
        problems: [{ code: 'import.exists', path: ['rows', 2], params: { row: 2, id: 'c1' } }],
        warnings: [],
      },
    ])
    expect(plan.changeSet).toMatchObject({ expects: [], changes: [] })
  })

  it('is refused when several records match', () => {
    const existing = ['c1', 'c2'].map((id) => buildRecord({ customer: { id, ...ana } }))
    const plan = planned(rowsOf(ana), { known: { existing }, options: { overwrite: true } })
    expect(plan.rows[0]).toMatchObject({
      status: 'refused',
      id: null,
      problems: [{ code: 'import.several-matches', params: { row: 2, ids: ['c1', 'c2'] } }],
    })
  })
})

describe('an erased person', () => {
  it.each([
    ['by email', { emails: [emailKey('ana@example.com')], phones: [] }],
    ['by phone', { emails: [], phones: ['+48601234567'] }],
  ])('stays out, %s', (_name, suppressed) => {
    const plan = planned(rowsOf({ ...ana, phone: '+48601234567' }, { email: 'bo@example.com' }), {
      known: { suppressed },
      options: { overwrite: true },
    })
    expect(plan.rows[0]).toMatchObject({ status: 'skipped', id: null })
    expect(endsOf(plan)).toEqual([['skipped', 'import.suppressed'], ['created']])
  })

  it('stays out while the erasure is pending', () => {
    const existing = [buildRecord({ customer: { id: 'c1', ...ana }, facts: { redaction: 'pending' } })]
    const plan = planned(rowsOf(ana), { known: { existing }, options: { overwrite: true } })
    expect(endsOf(plan)).toEqual([['skipped', 'import.suppressed']])
  })
})

describe('one mailbox of several emails, where the policy says so (C-6)', () => {
  const emailKeyOptions = { ignoreTags: true, ignoreDots: true }
  const identity = { ...policies.shopify.identity, emailKey: emailKeyOptions }
  const policy = definePolicy(policies.shopify, { identity })
  const rows = rowsOf({ email: 'an.a+shop@example.com', firstName: 'Ana' })
  const known = { existing: [buildRecord({ customer: { id: 'c1', email: 'Ana@example.com' } })] }
  const options = { overwrite: true }

  it('is one person, whose email stays as it is kept', () => {
    const plan = planned(rows, { known, options, context: { policy } })
    expect(plan.rows).toMatchObject([{ status: 'updated', id: 'c1' }])
    expect(writtenBy(plan)[0]).toMatchObject({ id: 'c1', email: 'Ana@example.com', firstName: 'Ana' })
  })

  it('is two people without it', () => {
    expect(planned(rows, { known, options }).rows).toMatchObject([{ status: 'created', id: 'new:1' }])
  })

  it('is one person within a chunk', () => {
    const twice = rowsOf({ email: 'an.a@example.com' }, { email: 'ana+2@example.com' })
    expect(endsOf(planned(twice, { context: { policy } })).map(([status]) => status)).toEqual([
      'skipped',
      'created',
    ])
    expect(endsOf(planned(twice)).map(([status]) => status)).toEqual(['created', 'created'])
  })

  it('stays out under every email once it was erased under one', () => {
    const suppressed = { emails: [emailKey('ana+old@example.com')], phones: [] }
    const ends = [policy, policies.shopify].map((one) =>
      endsOf(planned(rows, { known: { suppressed }, context: { policy: one } })),
    )
    expect(ends).toEqual([[['skipped', 'import.suppressed']], [['created']]])
  })

  it('is asked for as the mailbox and as the email', () => {
    expect(identitiesOf(rows, buildContext({ policy })).emails).toEqual([
      'ana@example.com',
      'an.a+shop@example.com',
    ])
  })
})

describe('the same person twice in a chunk: the last row wins', () => {
  const pairs = [
    ['by email', { email: 'ANA@example.com', firstName: 'A' }, { ...ana, firstName: 'B' }],
    [
      'by phone, where the first has no email',
      { phone: '+48601234567', firstName: 'A' },
      { ...ana, phone: '+48601234567', firstName: 'B' },
    ],
    [
      'by phone, where the last has no email',
      { ...ana, phone: '+48601234567', firstName: 'A' },
      { phone: '+48601234567', firstName: 'B' },
    ],
  ] as const

  it.each(pairs)('%s', (_name, first, last) => {
    const plan = planned(rowsOf(first, { email: 'bo@example.com' }, last))
    expect(plan.rows[0]).toEqual({
      row: 2,
      status: 'skipped',
      id: null,
      problems: [{ code: 'import.superseded', path: ['rows', 2], params: { row: 2, by: 4 } }],
      warnings: [],
    })
    expect(endsOf(plan)).toEqual([['skipped', 'import.superseded'], ['created'], ['created']])
    expect(writtenBy(plan).map(({ firstName }) => firstName)).toEqual([null, 'B'])
  })

  it('names the last of three', () => {
    const plan = planned(rowsOf(ana, ana, ana))
    expect(plan.rows.map(({ problems }) => problems[0]?.params?.['by'])).toEqual([4, 4, undefined])
  })

  it('also when they meet one record by different contacts', () => {
    const existing = [buildRecord({ customer: { id: 'c1', ...ana, phone: '+48601234567' } })]
    const rows = rowsOf({ ...ana, note: 'A' }, { phone: '+48601234567', note: 'B' })
    const plan = planned(rows, { known: { existing }, options: { overwrite: true } })
    expect(endsOf(plan)).toEqual([['skipped', 'import.superseded'], ['updated']])
    expect(writtenBy(plan).map(({ note }) => note)).toEqual(['B'])
  })

  it('but a row that is refused wins over none', () => {
    const plan = planned(rowsOf(ana, { ...ana, phone: '12' }))
    expect(endsOf(plan)).toEqual([['created'], ['refused', 'phone.invalid']])
  })

  it('and none is superseded by one that is refused for an identity of the chunk', () => {
    const plan = planned(
      rowsOf(
        { ...ana, firstName: 'Ann', phone: '+48600100200' },
        { email: 'bo@example.com', phone: '+48600100300' },
        { ...ana, firstName: 'Ann2', phone: '+48600100300' },
      ),
    )
    expect(endsOf(plan)).toEqual([['created'], ['created'], ['refused', 'import.identity-taken']])
    expect(writtenBy(plan)).toMatchObject([{ firstName: 'Ann', phone: '+48600100200' }, {}])
  })

  it('and none is superseded by one that is refused for an identity of the store', () => {
    const bo = buildRecord({ customer: { id: 'c1', email: 'bo@example.com', phone: '+48600100300' } })
    const rows = rowsOf(ana, { ...ana, phone: '+48600100300' })
    const ends = [['created'], ['refused', 'import.identity-taken']]
    expect(endsOf(planned(rows, { known: { existing: [bo] } }))).toEqual(ends)
    expect(endsOf(planned(rows, { known: { refused: ['phone:+48600100300'] } }))).toEqual(ends)
  })

  it('and what it leaves blank stays as the one before had it', () => {
    const rows = rowsOf({ ...ana, note: 'A', tags: ['x'] }, { ...ana, note: 'B' })
    expect(writtenBy(planned(rows))).toMatchObject([{ note: 'B', tags: ['x'] }])
  })

  it('and a record is touched by all of them, from what it was', () => {
    const rows = rowsOf({ ...ana, firstName: 'A', note: 'A' }, { ...ana, note: 'B' })
    const plan = planned(rows, { known: { existing: [anaRecord] }, options: { overwrite: true } })
    const [put] = plan.changeSet.changes
    const { firstName, note } = anaRecord.customer
    expect(put?.type === 'put' && put.touches).toEqual([
      { path: ['firstName'], before: firstName, after: 'A' },
      { path: ['email'], before: 'Ana@Example.com', after: 'Ana@Example.com' },
      { path: ['note'], before: note, after: 'B' },
    ])
  })

  it('and a contact that a row gave up is no longer a sign of the person', () => {
    const phone = '+48600100200'
    const rows = rowsOf({ ...ana, phone }, { ...ana, phone: '+48600100300' }, { firstName: 'Bo', phone })
    const plan = planned(rows)
    expect(endsOf(plan)).toEqual([['skipped', 'import.superseded'], ['created'], ['created']])
    expect(writtenBy(plan).map((customer) => customer.phone)).toEqual(['+48600100300', phone])
  })

  it('and one who shared a contact and gave it up leaves it to the other', () => {
    const policy = {
      ...policies.shopify,
      identity: { ...policies.shopify.identity, phone: 'not-unique' as const },
    }
    const phone = '+48600100200'
    const rows = rowsOf(
      { ...ana, phone },
      { email: 'bo@example.com', phone },
      { ...ana, phone: '+48600100300' },
      { phone, note: 'of Bo' },
    )
    expect(writtenBy(planned(rows, { context: { policy } }))).toMatchObject([
      { email: 'ana@example.com', phone: '+48600100300', note: null },
      { email: 'bo@example.com', phone, note: 'of Bo' },
    ])
  })

  it('and a person who was there before is left alone by each of them', () => {
    const plan = planned(rowsOf(ana, ana), { known: { existing: [anaRecord] } })
    expect(endsOf(plan)).toEqual([
      ['skipped', 'import.exists'],
      ['skipped', 'import.exists'],
    ])
  })

  it('and two of one household, with an email each, are two', () => {
    const policy = {
      ...policies.shopify,
      identity: { ...policies.shopify.identity, phone: 'not-unique' as const },
    }
    const rows = rowsOf({ ...ana, phone: '+48601234567' }, { email: 'bo@example.com', phone: '+48601234567' })
    expect(endsOf(planned(rows, { context: { policy } }))).toEqual([['created'], ['created']])
  })
})

describe('the same person in an earlier chunk of the file', () => {
  const known = { existing: [anaRecord], earlier: new Map([['c1', 7]]) }

  it('is changed by the later row, whatever overwrite says, and the row says so', () => {
    const plan = planned(rowsOf({ ...ana, firstName: 'Zoë' }), { known })
    expect(plan.rows).toEqual([
      {
        row: 2,
        status: 'updated',
        id: 'c1',
        problems: [],
        warnings: [{ code: 'import.repeats-earlier-row', path: ['rows', 2], params: { row: 2, earlier: 7 } }],
      },
    ])
  })

  it('is told apart from one who was there before', () => {
    const plan = planned(rowsOf(ana), { known: { ...known, earlier: new Map([['c2', 7]]) } })
    expect(endsOf(plan)).toEqual([['skipped', 'import.exists']])
  })
})

describe('an identity that somebody else holds', () => {
  const phone = '+48601234567'

  it('refuses the row, with the holder', () => {
    const existing = [buildRecord({ customer: { id: 'c1', email: 'bo@example.com', phone } })]
    const plan = planned(rowsOf({ ...ana, phone }), { known: { existing } })
    expect(plan.rows[0]).toEqual({
      row: 2,
      status: 'refused',
      id: null,
      problems: [
        {
          code: 'import.identity-taken',
          path: ['rows', 2, 'phone'],
          params: { row: 2, column: 'Phone', id: 'c1' },
        },
      ],
      warnings: [],
    })
  })

  it('refuses the later of two rows of the chunk', () => {
    const plan = planned(rowsOf({ ...ana, phone }, { email: 'bo@example.com', phone }))
    expect(endsOf(plan)).toEqual([['created'], ['refused', 'import.identity-taken']])
    expect(plan.rows[1]?.problems[0]?.params).toEqual({ row: 3, column: 'Phone', id: 'new:1' })
  })

  it('refuses a change that would take it, too', () => {
    const existing = [anaRecord, buildRecord({ customer: { id: 'c2', email: 'bo@example.com', phone } })]
    const plan = planned(rowsOf({ ...ana, phone }), { known: { existing }, options: { overwrite: true } })
    expect(endsOf(plan)).toEqual([['refused', 'import.identity-taken']])
  })

  it('is free once its holder has changed', () => {
    const existing = [buildRecord({ customer: { id: 'c1', ...ana, phone } })]
    const rows = rowsOf({ ...ana, phone: '+48601234568' }, { email: 'bo@example.com', phone })
    expect(endsOf(planned(rows, { known: { existing }, options: { overwrite: true } }))).toEqual([
      ['updated'],
      ['created'],
    ])
  })

  it('refuses what the store refused before, and says that the holder is not known (decision 19)', () => {
    const plan = planned(rowsOf(ana, { email: 'bo@example.com' }), {
      known: { refused: ['email:ana@example.com'] },
    })
    expect(endsOf(plan)).toEqual([['refused', 'import.identity-taken'], ['created']])
    expect(plan.rows[0]?.problems[0]?.params).toEqual({ row: 2, column: 'Email', id: null })
  })

  it('lets be what a record that is known by now holds itself', () => {
    const known = { existing: [anaRecord], refused: ['email:ana@example.com'] }
    expect(endsOf(planned(rowsOf({ ...ana, note: 'x' }), { known, options: { overwrite: true } }))).toEqual([
      ['updated'],
    ])
  })
})

it('keeps in the summary how each row ended, by number, id and codes', () => {
  const plan = planned(rowsOf(ana, { ...ana, note: 'secret' }, { email: 'no email' }))
  expect(plan.changeSet.summary['rows']).toEqual([
    [2, 'skipped', null, ['import.superseded']],
    [3, 'created', 'new:1', []],
    [4, 'refused', null, ['email.invalid']],
  ])
  expect(rowsOfSummary(plan.changeSet.summary)).toEqual([
    {
      row: 2,
      status: 'skipped',
      id: null,
      problems: [{ code: 'import.superseded', path: ['rows', 2], params: { row: 2 } }],
      warnings: [],
    },
    { row: 3, status: 'created', id: 'new:1', problems: [], warnings: [] },
    {
      row: 4,
      status: 'refused',
      id: null,
      problems: [{ code: 'email.invalid', path: ['rows', 4], params: { row: 4 } }],
      warnings: [],
    },
  ])
})

describe('the request', () => {
  const requestOf = (...parameters: Parameters<typeof planned>): string =>
    planned(...parameters).changeSet.request

  it('is of the wish: the rows and the options, not of what is known', () => {
    const first = requestOf(rowsOf(ana))
    expect(requestOf(rowsOf(ana), { known: { existing: [anaRecord] } })).toBe(first)
    expect(requestOf(rowsOf({ ...ana, note: 'x' }))).not.toBe(first)
    expect(requestOf(rowsOf(ana), { options: { overwrite: true } })).not.toBe(first)
    expect(requestOf(rowsOf(ana), { options: { consentSource: 'fair' } })).not.toBe(first)
  })

  it('can be asked for before anything is planned', () => {
    expect(importRequest(rowsOf(ana))).toBe(requestOf(rowsOf(ana)))
    const options = { overwrite: true, consentSource: 'fair' }
    expect(importRequest(rowsOf(ana), options)).toBe(requestOf(rowsOf(ana), { options }))
  })
})

describe('the plan as a whole', () => {
  it('is refused only for a consent source that cannot be kept', () => {
    const outcome = planImport(rowsOf(ana), nobodyKnown, buildContext(), { consentSource: 'x'.repeat(256) })
    expect(outcome).toEqual({
      ok: false,
      problems: [{ code: 'text.too-long', path: ['consentSource'], params: { limit: 255, length: 256 } }],
    })
  })

  it('of no rows changes nothing', () => {
    const plan = planned([])
    expect([plan.rows, plan.changeSet.changes, warningCodes(plan)]).toEqual([[], [], []])
  })
})

describe('identitiesOf', () => {
  it('says what to ask the store for, each once, in the forms by which it compares', () => {
    const rows = rowsOf(
      { ...ana, phone: '601 234 567', addresses: [{ countryCode: 'PL' }] },
      { email: 'ANA@example.com' },
      {},
    )
    expect(identitiesOf(rows, buildContext({ parsePhone }))).toEqual({
      emails: ['ana@example.com'],
      phones: ['+48601234567'],
    })
  })
})
