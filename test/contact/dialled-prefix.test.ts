import { describe, expect, it } from 'vitest'
import { withoutDialledPrefix } from '../../src/contact/dialled-prefix.js'

describe('what is dialled before a number', () => {
  it.each([
    ['0601', '601'],
    ['0048601', '48601'],
    ['601', '601'],
    ['000123', '0123'],
    // fewer than three digits would be part of nearly every phone
    ['060', '060'],
    ['0060', '060'],
    ['007', '007'],
    ['000', '000'],
    ['', ''],
  ])('of %j leaves %j', (digits, left) => {
    expect(withoutDialledPrefix(digits)).toBe(left)
  })
})
