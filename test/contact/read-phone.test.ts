import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../src/contact/phone-parser.js'
import { refusal } from '../../src/outcome/outcome.js'
import { problem } from '../../src/outcome/problem.js'
import { readPhone } from '../../src/contact/read-phone.js'

const accepted = (value: string | null): unknown => ({ value, problems: [], warnings: [] })
const refused = (code: string): unknown => ({
  value: null,
  problems: [{ code, path: ['phone'] }],
  warnings: [],
})

describe('readPhone', () => {
  it.each([null, undefined, '', '  \t'])('reads %j as no number', (typed) => {
    expect(readPhone(typed, 'PL', undefined)).toEqual(accepted(null))
    expect(readPhone(typed, 'PL', parsePhone)).toEqual(accepted(null))
  })

  it('accepts E.164 without a parser, and guesses nothing', () => {
    expect(readPhone(' +48601234567 ', 'PL', undefined)).toEqual(accepted('+48601234567'))
    expect(readPhone('601234567', 'PL', undefined)).toEqual(refused('phone.not-checked'))
    expect(readPhone('+48 601 234 567', 'PL', undefined)).toEqual(refused('phone.not-checked'))
  })

  it('asks the parser with the country, outer blanks removed', () => {
    expect(readPhone(' 601 234 567 ', 'PL', parsePhone)).toEqual(accepted('+48601234567'))
    expect(readPhone('601 234 567', 'NO', parsePhone)).toEqual(refused('phone.invalid'))
  })

  it('hands on what the parser says, refusals and warnings', () => {
    const host = problem('host.premium-number', ['phone'])
    expect(readPhone('1', 'PL', () => refusal(host as never))).toEqual({
      value: null,
      problems: [host],
      warnings: [],
    })
    expect(readPhone('+48601234567 ext. 1', 'PL', parsePhone)).toEqual({
      value: '+48601234567',
      problems: [],
      warnings: [{ code: 'phone.extension-dropped', path: ['phone'] }],
    })
  })
})
