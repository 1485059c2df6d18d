import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCalendarDate, isInstant } from '../../src/value/instant.js'
import { attackStrings, expectLinear } from '../hostile-texts.js'

describe('isInstant', () => {
  it.each([
    '2026-11-22T09:30:00.000Z',
    '2024-02-29T00:00:00.000Z',
    '2000-02-29T23:59:59.999Z',
    '1969-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59.999Z',
  ])('accepts %s', (text) => {
    expect(isInstant(text)).toBe(true)
  })

  it.each([
    ['a day that does not exist', '2026-02-29T00:00:00.000Z'],
    ['a 31st of a short month', '2026-04-31T00:00:00.000Z'],
    ['a thirteenth month', '2026-13-01T00:00:00.000Z'],
    ['a day zero', '2026-01-00T00:00:00.000Z'],
    ['the hour 24', '2026-01-01T24:00:00.000Z'],
    ['the hour 25', '2026-01-01T25:00:00.000Z'],
    ['a minute 60', '2026-01-01T00:60:00.000Z'],
    ['a leap second', '2016-12-31T23:59:60.000Z'],
    ['no milliseconds', '2026-01-01T00:00:00Z'],
    ['microseconds', '2026-01-01T00:00:00.000000Z'],
    ['an offset', '2026-01-01T00:00:00.000+00:00'],
    ['no zone', '2026-01-01T00:00:00.000'],
    ['a blank for the T', '2026-01-01 00:00:00.000Z'],
    ['a year of six digits', '+012026-01-01T00:00:00.000Z'],
    ['a line end', '2026-01-01T00:00:00.000Z\n'],
    ['a date alone', '2026-01-01'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(isInstant(text)).toBe(false)
  })

  it('accepts what the platform writes', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(fc.property(dates, (date) => isInstant(date.toISOString())))
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(isInstant, attack)
  })
})

describe('isCalendarDate', () => {
  it.each(['2026-11-22', '2024-02-29', '0001-01-01'])('accepts %s', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each([
    '2020-02-30',
    '2026-13-01',
    '2026-1-1',
    '22.11.2026',
    '2026-11-22T00:00:00.000Z',
    ' 2026-11-22',
    '2026-11-22T00:00:00.000Z2026-11-22',
    '2026-11-22 ',
    '',
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })
})
