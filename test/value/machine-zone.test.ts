import { afterEach, describe, expect, it } from 'vitest'
import { addToDate, dayIn } from '../../src/value/calendar.js'

describe('the machine’s own zone', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  it.each(['Pacific/Apia', 'America/Sao_Paulo', 'Europe/Warsaw'])('%s changes nothing', (own) => {
    process.env['TZ'] = own
    expect(new Date(2011, 0, 1).getTimezoneOffset()).not.toBe(0)
    expect(addToDate('2011-12-31', -1, 'd')).toBe('2011-12-30')
    expect(addToDate('2018-10-04', 1, 'm')).toBe('2018-11-04')
    expect(dayIn('2024-03-31', 'Europe/Warsaw').from).toBe('2024-03-30T23:00:00.000Z')
  })
})
