import type { CustomerEdit } from 'clientele'
import { arbitraries } from 'clientele/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readByShape } from '../../../src/profile/edit/customer-edit.schema.js'
import { readPlainEdit } from '../../../src/profile/edit/plain-edit.js'

const longest = 'x'.repeat(20_000)
const names = (count: number) => Array.from({ length: count }, (_, number) => `${number}`)

/** Lists that leave something out, which few loops see. */
const withHole: string[] = ['a']
withHole[2] = 'c'

class Named {
  firstName = 'Anna'
}

describe('an edit that is plainly one', () => {
  const cases: readonly [string, unknown][] = [
    ['of nothing', {}],
    ['without a prototype', Object.assign(Object.create(null), { firstName: 'Anna' })],
    [
      'of every text',
      { firstName: 'A', lastName: null, email: '', phone: ' ', locale: 'nb', note: 'n', source: longest },
    ],
    ['of a note that is gone', { note: null }],
    ['of a line more', { note: { append: 'n' } }],
    ['of tags', { tags: { add: ['a'], remove: [] } }],
    ['of tags to come', { tags: { add: names(1000) } }],
    ['of no tags', { tags: {} }],
    ['of an address more', { addresses: [{ type: 'add', address: { city: 'Oslo', zip: null } }] }],
    ['of a default more', { addresses: [{ type: 'add', address: {}, asDefault: false }] }],
    ['of an address', { addresses: [{ type: 'edit', id: 'a1', changes: { countryCode: 'NO' } }] }],
    ['of an address less', { addresses: [{ type: 'remove', id: 'a1' }] }],
    ['of the default', { addresses: [{ type: 'default', id: 'a1' }] }],
    ['of as many addresses as can be', { addresses: names(1000).map((id) => ({ type: 'remove', id })) }],
    ['of invoice data', { billingDetails: [{ type: 'add', address: { taxId: 'PL1', company: 'N' } }] }],
    ['of a block', { account: 'block' }],
    ['of the end of a block', { account: 'unblock' }],
    ['of numbers and flags', { priceLevel: -0.5, taxExempt: false }],
    ['of exemptions', { taxExemptions: names(10_000) }],
    ['of host data', { metafields: { 'a.b': { c: [1] }, 'd.e': undefined } }],
    [
      'of as many host data as can be',
      { metafields: Object.fromEntries(names(10_000).map((key) => [key, 1])) },
    ],
  ]

  it.each(cases)('%s is read as the schema reads it', (_name, edit) => {
    const plain = readPlainEdit(edit)
    expect(plain).toBeDefined()
    expect(readByShape(edit)).toEqual({ ok: true, value: plain, warnings: [] })
  })

  it('is a copy, but for host data', () => {
    const edit = { tags: { add: ['a'] }, metafields: { 'a.b': [1] } } satisfies CustomerEdit
    const plain = readPlainEdit(edit)
    edit.tags.add.push('b')
    expect(plain).toEqual({ tags: { add: ['a'] }, metafields: { 'a.b': [1] } })
    expect(plain?.metafields).toBe(edit.metafields)
  })

  it('is whatever edit of a record people wish', () => {
    const { record, edit } = arbitraries(fc)
    fc.assert(
      fc.property(record.chain(edit), (wish) => {
        expect({ ok: true, value: readPlainEdit(wish), warnings: [] }).toEqual(readByShape(wish))
      }),
    )
  })
})

describe('an edit that is for the schema to judge', () => {
  const op = (one: object) => ({ addresses: [one] })
  const cases: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Anna'],
    ['a list', [{ firstName: 'Anna' }]],
    ['an instance', new Named()],
    ['an unknown field', { nickname: 'Ann' }],
    ['a name of the prototype', { constructor: 'Anna' }],
    ['the prototype itself', JSON.parse('{"__proto__":"Anna"}')],
    ['a consent', { emailMarketingConsent: {} }],
    ['a field that says nothing', { firstName: undefined }],
    ['a name that is a number', { firstName: 1 }],
    ['a text over the ceiling', { firstName: `${longest}x` }],
    ['a note over the ceiling', { note: `${longest}x` }],
    ['a note that is a number', { note: 1 }],
    ['a line over the ceiling', { note: { append: `${longest}x` } }],
    ['no line', { note: {} }],
    ['a line that is gone', { note: { append: null } }],
    ['tags in a list', { tags: ['a'] }],
    ['tags of another kind', { tags: { keep: ['a'] } }],
    ['a tag alone', { tags: { add: 'a' } }],
    ['a tag that is null', { tags: { add: [null] } }],
    ['a tag that is left out', { tags: { add: withHole } }],
    ['a tag too many', { tags: { add: names(1001) } }],
    ['a tag too many to go', { tags: { remove: names(1001) } }],
    ['an address in no list', { addresses: { type: 'remove', id: 'a1' } }],
    ['an address that is none', { addresses: [null] }],
    ['an address of no kind', op({ id: 'a1' })],
    ['an address of another kind', op({ type: 'move', id: 'a1' })],
    ['no address to come', op({ type: 'add' })],
    ['an address with its id', op({ type: 'add', address: { id: 'a1' } })],
    ['a default that is no flag', op({ type: 'add', address: {}, asDefault: 1 })],
    ['an address with a tax id', op({ type: 'add', address: { taxId: 'PL1' } })],
    ['no id to edit', op({ type: 'edit', changes: {} })],
    ['no changes', op({ type: 'edit', id: 'a1' })],
    ['a city that is a number', op({ type: 'edit', id: 'a1', changes: { city: 1 } })],
    ['no id to remove', op({ type: 'remove' })],
    ['a blank id to remove', op({ type: 'remove', id: '' })],
    ['a number to remove', op({ type: 'remove', id: 1 })],
    ['more than an id to remove', op({ type: 'remove', id: 'a1', changes: {} })],
    ['no id of the default', op({ type: 'default' })],
    ['an address too many', { addresses: names(1001).map((id) => ({ type: 'remove', id })) }],
    ['another word for a block', { account: 'lock' }],
    ['a price level that is a text', { priceLevel: '1' }],
    ['a price level without an end', { priceLevel: Infinity }],
    ['an exemption that is null', { taxExempt: null }],
    ['an exemption too many', { taxExemptions: names(10_001) }],
    ['host data in a list', { metafields: [] }],
    ['host data too many', { metafields: Object.fromEntries(names(10_001).map((key) => [key, 1])) }],
  ]

  it.each(cases)('%s', (_name, edit) => {
    expect(readPlainEdit(edit)).toBeUndefined()
  })

  it('where one thing of a plain edit is anything else, unless the schema says the same', () => {
    const { record, edit } = arbitraries(fc)
    const fields = [
      'firstName',
      'note',
      'tags',
      'addresses',
      'account',
      'priceLevel',
      'taxExempt',
      'metafields',
    ]
    const odd = fc.tuple(record.chain(edit), fc.constantFrom(...fields), fc.anything())
    fc.assert(
      fc.property(odd, ([wish, field, value]) => {
        const any = { ...wish, [field]: value }
        const plain = readPlainEdit(any)
        if (plain !== undefined) expect(readByShape(any)).toEqual({ ok: true, value: plain, warnings: [] })
      }),
    )
  })
})
