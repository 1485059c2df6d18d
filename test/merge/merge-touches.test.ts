import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/address/address.js'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import type { MergePlan } from '../../src/merge/merge-plan.js'
import { mergeIntoFirst, type Person } from './planned.js'

const address = (id: string): Address => ({
  id,
  firstName: null,
  lastName: 'Nowak',
  company: null,
  address1: `Main Street ${id}`,
  address2: null,
  city: 'Gdynia',
  provinceCode: null,
  countryCode: 'PL',
  zip: null,
  phone: null,
})

const one: Person = { firstName: 'Anna', lastName: 'Nowak', note: 'Rings twice', tags: ['vip'] }
const other: Person = { firstName: 'Ania', lastName: 'Nowak', note: 'Left-handed', tags: ['eu'] }

const plan = (choices: MergeChoices): MergePlan => mergeIntoFirst([one, other], choices)

const cases: readonly (readonly [string, MergeChoices, readonly unknown[]])[] = [
  ['nothing', {}, []],
  ['only who lives on', { survivor: '1' }, []],
  ['a field', { keep: { firstName: '2' } }, [{ path: ['firstName'], before: 'Anna', after: 'Ania' }]],
  [
    'a field that stays as it is',
    { keep: { lastName: '1' } },
    [{ path: ['lastName'], before: 'Nowak', after: 'Nowak' }],
  ],
  ['a note', { note: 'Both' }, [{ path: ['note'], before: 'Rings twice', after: 'Both' }]],
  ['no note', { note: null }, [{ path: ['note'], before: 'Rings twice', after: null }]],
  [
    'tags, as they will be kept',
    { tags: ['a, B'] },
    [
      { path: ['tags', 'vip'], before: 'vip', after: null },
      { path: ['tags', 'a'], before: null, after: 'a' },
      { path: ['tags', 'b'], before: null, after: 'B' },
    ],
  ],
  [
    'a tag in another spelling, and one that stays as it is',
    { tags: ['VIP', 'eu'], keep: { tags: '1' } },
    [
      { path: ['tags', 'vip'], before: 'vip', after: 'VIP' },
      { path: ['tags', 'eu'], before: null, after: 'eu' },
    ],
  ],
  [
    'the tags of another record',
    { keep: { tags: '2' } },
    [
      { path: ['tags', 'vip'], before: 'vip', after: null },
      { path: ['tags', 'eu'], before: null, after: 'eu' },
    ],
  ],
  ['the tags it has', { keep: { tags: '1' } }, [{ path: ['tags', 'vip'], before: 'vip', after: 'vip' }]],
  ['no tags', { tags: [] }, [{ path: ['tags', 'vip'], before: 'vip', after: null }]],
  [
    'a note twice',
    { note: 'Both', keep: { note: '2' } },
    [{ path: ['note'], before: 'Rings twice', after: 'Both' }],
  ],
  [
    'several, in the order of the review',
    { tags: ['x'], keep: { note: '2', firstName: '2' } },
    [
      { path: ['firstName'], before: 'Anna', after: 'Ania' },
      { path: ['note'], before: 'Rings twice', after: 'Left-handed' },
      { path: ['tags', 'vip'], before: 'vip', after: null },
      { path: ['tags', 'x'], before: null, after: 'x' },
    ],
  ],
]

describe('the touches of a merge', () => {
  it.each(cases)('are those of a wish that names %s', (_name, choices, touches) => {
    const { touches: found, changeSet } = plan(choices)
    expect(found).toEqual(touches)
    expect(changeSet.changes[0]).toMatchObject({ type: 'put', customer: { id: '1' }, touches })
  })

  it('name a default by the field of the customer', () => {
    const people = ['a', 'b'].map((id) => ({
      addresses: [address(id)],
      defaultAddressId: id,
      billingDetails: [{ ...address(id), taxId: null }],
      defaultBillingDetailsId: id,
    }))
    const keep = { defaultAddress: '2', defaultBillingDetails: '1' }
    expect(mergeIntoFirst(people, { keep }).touches).toEqual([
      { path: ['defaultAddressId'], before: 'a', after: 'b' },
      { path: ['defaultBillingDetailsId'], before: 'a', after: 'a' },
    ])
  })
})
