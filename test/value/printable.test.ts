import { describe, expect, it } from 'vitest'
import { printable } from '../../src/value/printable.js'

describe('printable', () => {
  it.each([
    ['two\r\nlines', 'two lines'],
    ['a\u0000b\u001b[31mred', 'a b [31mred'],
    ['a\u202eb\u2066c\u2069\u2028d', 'a b c d'],
    ['żółć 👨‍👩‍👧', 'żółć 👨‍👩‍👧'],
  ])('of %j', (text, line) => {
    expect(printable(text)).toBe(line)
  })
})
