import { type CustomerEdit, editConflicts, planEdit, rebaseEdit } from 'clientele'
import { buildContext, buildRecord, type RecordOverrides } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

type Person = NonNullable<RecordOverrides['customer']>

const address = {
  id: 'a1',
  firstName: null,
  lastName: null,
  company: null,
  address1: 'Storgata 5',
  address2: null,
  city: 'Oslo',
  provinceCode: null,
  countryCode: 'NO',
  zip: '0155',
  phone: null,
}
const second = { ...address, id: 'a2', city: 'Bergen' }
const yes = { state: 'SUBSCRIBED', optInLevel: 'UNKNOWN', updatedAt: null, source: null } as const
const context = buildContext()

/** What comes of a wish that was made on one record and is rebased on another. */
function rebased(seen: Person, wish: CustomerEdit, current: Person) {
  const plan = planEdit(buildRecord({ customer: seen }), wish, context)
  if (!plan.ok) throw new Error('refused')
  const record = buildRecord({ customer: current, revision: 'revision-2' })
  return { outcome: rebaseEdit(plan.value, record, context), conflicts: editConflicts(plan.value, record) }
}

function problemsOf(...[seen, wish, current]: Parameters<typeof rebased>) {
  const { outcome } = rebased(seen, wish, current)
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))
}

describe('E-1 two people at once', () => {
  const cases: readonly [string, Person, CustomerEdit, Person, readonly string[]][] = [
    ['other fields', { note: 'a' }, { firstName: 'Anne' }, { note: 'b' }, []],
    ['the same field', { note: 'a' }, { note: 'b' }, { note: 'c' }, ['edit.conflict note']],
    ['the same field to the same', { note: 'a' }, { note: 'b' }, { note: 'b' }, []],
    [
      'a form that sends an old email back',
      { email: 'a@x.no' },
      { email: 'a@x.no' },
      { email: 'b@x.no' },
      ['edit.conflict email'],
    ],
    [
      'all contested paths',
      { note: 'a', source: 'www' },
      { note: 'b', source: 'pos' },
      { note: 'c', source: null },
      ['edit.conflict source', 'edit.conflict note'],
    ],
    ['other tags', { tags: ['a'] }, { tags: { add: ['b'] } }, { tags: ['a', 'c'] }, []],
    ['the same tag in other letters', { tags: [] }, { tags: { add: ['VIP'] } }, { tags: ['vip'] }, []],
    [
      'a tag that was there and is gone',
      { tags: ['vip'] },
      { tags: { add: ['vip'] } },
      { tags: [] },
      ['edit.conflict tags add 0'],
    ],
    [
      'tags that come and go, each under its place, and nothing that they say',
      { tags: ['a', 'vip'] },
      { tags: { remove: ['x', 'a, LATE'], add: ['b', 'y, Vip'] } },
      { tags: ['a', 'late'] },
      ['edit.conflict tags remove 1', 'edit.conflict tags add 1'],
    ],
    [
      'a tag that is there, and stays',
      { tags: ['vip'] },
      { tags: { add: ['vip'] } },
      { tags: ['c', 'VIP'] },
      [],
    ],
    [
      'a tag that was there and is gone, beside others',
      { tags: ['vip'] },
      { tags: { add: ['vip'] } },
      { tags: ['c'] },
      ['edit.conflict tags add 0'],
    ],
    [
      'other fields of an address',
      { addresses: [address] },
      { addresses: [{ type: 'edit', id: 'a1', changes: { city: 'X' } }] },
      { addresses: [{ ...address, zip: '1' }] },
      [],
    ],
    [
      'the same field of an address',
      { addresses: [address] },
      { addresses: [{ type: 'edit', id: 'a1', changes: { city: 'X' } }] },
      { addresses: [{ ...address, city: 'Y' }] },
      ['edit.conflict addresses a1 city'],
    ],
    [
      'an address that moved in the list',
      { addresses: [address, second] },
      { addresses: [{ type: 'edit', id: 'a2', changes: { city: 'X' } }] },
      { addresses: [second, address], defaultAddressId: 'a1' },
      [],
    ],
    [
      'an address that is gone',
      { addresses: [address] },
      { addresses: [{ type: 'edit', id: 'a1', changes: { city: 'X' } }] },
      { addresses: [] },
      ['edit.conflict addresses a1 city'],
    ],
    [
      'an empty field of an address that is gone',
      { addresses: [address] },
      { addresses: [{ type: 'edit', id: 'a1', changes: { company: 'X' } }] },
      { addresses: [] },
      ['address.unknown addresses a1'],
    ],
    [
      'an address that goes while it is edited',
      { addresses: [address] },
      { addresses: [{ type: 'remove', id: 'a1' }] },
      { addresses: [{ ...address, city: 'Y' }] },
      ['edit.conflict addresses a1'],
    ],
    [
      'an address that both take away',
      { addresses: [address] },
      { addresses: [{ type: 'remove', id: 'a1' }] },
      { addresses: [] },
      ['address.unknown addresses a1'],
    ],
    [
      'an address that goes while it becomes the default',
      { addresses: [address, second] },
      { addresses: [{ type: 'remove', id: 'a2' }] },
      { addresses: [address, second], defaultAddressId: 'a2' },
      ['edit.conflict defaultAddressId'],
    ],
    [
      'two first addresses',
      {},
      { addresses: [{ type: 'add', address: { city: 'X' } }] },
      { addresses: [address] },
      ['edit.conflict defaultAddressId'],
    ],
    [
      'host data under other keys',
      { metafields: {} },
      { metafields: { 'a.b': 1 } },
      { metafields: { 'c.d': 1 } },
      [],
    ],
    [
      'host data under the same key',
      { metafields: {} },
      { metafields: { 'a.b': 1 } },
      { metafields: { 'a.b': 2 } },
      ['edit.conflict metafields a.b'],
    ],
    [
      'invoice data that both change',
      { billingDetails: [{ ...address, taxId: 'A' }] },
      { billingDetails: [{ type: 'edit', id: 'a1', changes: { taxId: 'B' } }] },
      { billingDetails: [{ ...address, taxId: 'C' }] },
      ['edit.conflict billingDetails a1 taxId'],
    ],
    [
      'other invoice data',
      { billingDetails: [{ ...address, taxId: 'A' }] },
      { billingDetails: [{ type: 'edit', id: 'a1', changes: { taxId: 'B' } }] },
      { billingDetails: [{ ...address, taxId: 'A', company: 'C' }] },
      [],
    ],
    [
      'a block',
      {},
      { account: 'block' },
      { account: { type: 'guest', state: 'DISABLED', blocked: true } },
      [],
    ],
    [
      'an email, and a yes that was given meanwhile',
      {},
      { email: 'b@x.no' },
      { emailMarketingConsent: yes },
      [],
    ],
    [
      'limits as they are now',
      { note: 'a' },
      { email: null, firstName: null },
      { lastName: null, note: 'a' },
      ['customer.nobody'],
    ],
  ]

  it.each(cases)('%s', (_title, seen, wish, current, problems) => {
    expect(problemsOf(seen, wish, current)).toEqual(problems)
  })

  it('gives both values of what is contested, and of nothing else', () => {
    const { conflicts } = rebased({ note: 'a' }, { note: 'b', firstName: 'Anne' }, { note: 'c' })
    expect(conflicts).toEqual([{ path: ['note'], before: 'a', mine: 'b', theirs: 'c' }])
  })

  it('gives the spelling of a tag that somebody else has added', () => {
    const { conflicts } = rebased({ tags: [] }, { tags: { remove: ['vip'] } }, { tags: ['c', 'Vip'] })
    expect(conflicts).toEqual([{ path: ['tags', 'vip'], before: null, mine: null, theirs: 'Vip' }])
  })

  it('is planned on the newer record, with its revision', () => {
    const { outcome } = rebased({ note: 'a' }, { firstName: 'Anne' }, { note: 'b' })
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        result: { firstName: 'Anne', note: 'b' },
        changeSet: { expects: [{ id: 'customer-1', revision: 'revision-2' }] },
      },
    })
  })

  it('finds nothing on a prototype', () => {
    const { conflicts } = rebased({ metafields: {} }, { metafields: { 'a.constructor': 1 } }, {})
    expect(conflicts).toEqual([])
    const touches = [
      ['metafields', 'constructor'],
      ['account', 'toString'],
      ['note', 'length'],
    ].map((path) => ({
      path,
      before: 'x',
      after: 'y',
    }))
    expect(editConflicts({ touches }, buildRecord()).map(({ theirs }) => theirs)).toEqual([null, null, null])
  })

  it('throws where the record is another customer, which is the caller’s fault', () => {
    const plan = planEdit(buildRecord(), { note: 'x' }, context)
    if (!plan.ok) throw new Error('refused')
    const other = buildRecord({ customer: { id: 'customer-2' } })
    expect(() => rebaseEdit(plan.value, other, context)).toThrow('same customer')
  })
})
