import { describe, expect, it } from 'vitest'
import { emailKey } from '../../src/contact/email.js'
import { suppressionKey } from '../../src/plan/suppression-key.js'

describe('a suppression key', () => {
  it('G-1 is the SHA-256 of the kind and the contact, in one form for all stores', () => {
    expect(suppressionKey('email', emailKey('Anna@Example.com'))).toBe(
      'd3f7f41e7d44762cc478f4fc1bf1ea1e7a1ce79d779f0e6798dae802b8d0142b',
    )
  })

  it('is another for the same text as a phone', () => {
    expect(suppressionKey('phone', '+48601234567')).not.toBe(
      suppressionKey('email', emailKey('+48601234567')),
    )
  })
})
