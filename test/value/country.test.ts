import { describe, expect, it } from 'vitest'
import { isUnitedStates } from '../../src/value/country.js'
import { attackStrings, expectLinear } from '../hostile-texts.js'

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
