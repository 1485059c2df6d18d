import { describe, expect, it } from 'vitest'
import { identityOf } from '../../src/plan/identity.js'

const rule = { email: 'per-shop', phone: 'unique', ignore: ['*@marketplace.example'] } as const

describe('by what a person is recognised', () => {
  it.each([
    ['Anna@Example.com', '+4790000000', 'anna@example.com', '+4790000000'],
    [null, null, null, null],
    ['buyer@Marketplace.example', '+4790000000', null, '+4790000000'],
  ])('of %j and %j: %j and %j', (email, phone, key, number) => {
    expect(identityOf({ email, phone }, rule)).toEqual({ email: key, phone: number })
  })
})
