import { definePolicy, policies } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, customersOn, valueOf } from '../customers-on.js'

const identity = { ...policies.shopify.identity, emailKey: { ignoreTags: true, ignoreDots: true } }
const policy = definePolicy(policies.shopify, { identity })
const records = [buildRecord({ customer: { id: 'anna', email: 'Anna+shop@example.com' } })]

describe('a shop that takes several emails for one mailbox (C-6)', () => {
  it('makes no second customer of it', async () => {
    const wrap = () => createMemoryRepository({ records, identity })
    const { customers } = customersOn([], { policy, wrap })
    expect(codesOf(await customers.runCreate({ email: 'an.na@example.com' }))).toEqual([
      'commit.identity-taken',
    ])
    expect(valueOf(await customers.runCreate({ email: 'anne@example.com' })).receipt.replayed).toBe(false)
  })

  it('is one shop among others: by default each email is a customer', async () => {
    const { customers } = customersOn(records)
    expect(codesOf(await customers.runCreate({ email: 'an.na@example.com' }))).toEqual(['ok'])
    expect(codesOf(await customers.runCreate({ email: 'ANNA+shop@example.com' }))).toEqual([
      'commit.identity-taken',
    ])
  })
})
