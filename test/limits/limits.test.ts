import { describe, expect, it } from 'vitest'
import { ceilings, limits } from '../../src/limits/limits.js'

describe('limits', () => {
  it('M-4 allows a note of 5000 characters', () => {
    expect(limits.note).toBe(5000)
  })

  it('M-5 allows 250 tags', () => {
    expect(limits.tags).toBe(250)
  })

  it('B-1 puts 50 customers on a page', () => {
    expect(limits.page).toBe(50)
  })

  it('allows 255 characters in a name, an email, a phone number, a tag and a line of an address', () => {
    const { name, email, phone, tag, addressLine } = limits
    expect([name, email, phone, tag, addressLine]).toEqual([255, 255, 255, 255, 255])
  })

  it('stands below the ceilings of the shape check, so that the rules are what people meet', () => {
    expect(limits.note).toBeLessThan(ceilings.text)
    expect(limits.tags).toBeLessThan(ceilings.list)
  })
})
