import { describe, expect, it } from 'vitest'
import { isCountryCode, isUnitedStates } from '../../src/value/country.js'
import { attackStrings, expectLinear } from '../hostile-texts.js'

describe('isCountryCode', () => {
  it.each(['PL', 'US', 'AA', 'ZZ', 'AZ', 'ZA', 'XX'])('takes %j for the form of a code', (text) => {
    expect(isCountryCode(text)).toBe(true)
  })

  it.each(['', 'P', 'POL', 'pL', 'Pl', '@A', 'A@', '[A', 'A[', 'P1', '1P', 'ŁA', 'AŁ', ' P', 'P '])(
    'takes %j for none',
    (text) => {
      expect(isCountryCode(text)).toBe(false)
    },
  )
})

describe('isUnitedStates', () => {
  it.each([
    'US',
    'us',
    'USA',
    'U.S.',
    'U.S.A.',
    'u.s.a',
    ' US ',
    'United States',
    'UNITED STATES',
    'United  States',
    'United States of America',
    'united states of america.',
  ])('A-6 reads %j as the United States', (text) => {
    expect(isUnitedStates(text)).toBe(true)
  })

  it.each([
    '',
    ' ',
    'U',
    'U S',
    'CA',
    'UM',
    'United',
    'America',
    'United Kingdom',
    'US-NY',
    'ＵＳ',
    'constructor',
  ])('A-6 does not read %j as the United States', (text) => {
    expect(isUnitedStates(text)).toBe(false)
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(isUnitedStates, attack)
  })
})
