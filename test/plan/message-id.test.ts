import { describe, expect, it } from 'vitest'
import { messageIdOf } from '../../src/plan/message-id.js'

describe('T-3 the id of an email', () => {
  it('is fit for a header, whatever the key holds', () => {
    expect(messageIdOf('k\r\nBcc: <x>', 'ż')).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is the same for the same call', () => {
    expect(messageIdOf('k', '7')).toBe(messageIdOf('k', '7'))
  })

  it.each([
    ['another customer', 'k', '8'],
    ['another key', 'l', '7'],
    ['the same letters, divided otherwise', 'k7', ''],
  ])('is another for %s', (_what, key, customer) => {
    expect(messageIdOf(key, customer)).not.toBe(messageIdOf('k', '7'))
  })
})
