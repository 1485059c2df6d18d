import { describe, expect, it } from 'vitest'
import { guarded, unguarded } from '../../src/transfer/csv-guard.js'

describe('L-5: the guard against formulas', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u2028=1', "'\u2028=1"],
    ['\u2029-1', "'\u2029-1"],
    ['\u200b+1', "'\u200b+1"],
    ['\v@x', "'\v@x"],
    ['\f＝1', "'\f＝1"],
    ['\t=1', "'\t=1"],
    ['\0=1', "'\0=1"],
    // what looks guarded already gets another, so that exactly one comes off
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    // each line by itself
    ['a\n=1\r\n+2\rb', "a\n'=1\r\n'+2\rb"],
    ['=1\n=2', "'=1\n'=2"],
    // a cell that begins with a tab, a line end or NUL
    ['\tx', "'\tx"],
    ['\nx', "'\nx"],
    [' \u200b\v\nx', "' \u200b\v\nx"],
    ["'\nx", "''\nx"],
    ['\r=1', "'\r'=1"],
    ['\0x', "'\0x"],
  ])('of %j is one apostrophe, which comes off again: %j', (text, safe) => {
    expect(guarded(text)).toBe(safe)
    expect(unguarded(safe)).toBe(text)
  })

  it.each(['', 'Ana', "'t Hart", '1=1', 'a@x.co', 'a\tb', 'a\nb', "a '=1", 'x ＝1', "O'Hara\nx-1"])(
    'is not put on %j',
    (text) => {
      expect(guarded(text)).toBe(text)
      expect(unguarded(text)).toBe(text)
    },
  )

  it.each([
    ["a'=1", "a'=1"],
    ["'a=1", "'a=1"],
    ["a'\tx", "a'\tx"],
    ["'a\nb", "'a\nb"],
    // one line was guarded and the other never needed it
    ["'t Hart\n'=1", "'t Hart\n=1"],
  ])('comes off %j only where it was one: %j', (text, bare) => {
    expect(unguarded(text)).toBe(bare)
  })
})
