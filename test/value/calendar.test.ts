import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToDate,
  dayIn,
  daysAfter,
  hoursAfter,
  isTimeZone,
  momentIn,
  todayIn,
} from '../../src/value/calendar.js'

const HOUR = 3_600_000

describe('a day in a zone', () => {
  it.each([
    // zone, day, first moment, first moment after it, hours
    ['Europe/Warsaw', '2024-06-15', '2024-06-14T22:00:00.000Z', '2024-06-15T22:00:00.000Z', 24],
    ['Europe/Warsaw', '2024-03-31', '2024-03-30T23:00:00.000Z', '2024-03-31T22:00:00.000Z', 23],
    ['Europe/Warsaw', '2024-10-27', '2024-10-26T22:00:00.000Z', '2024-10-27T23:00:00.000Z', 25],
    ['America/New_York', '2024-03-10', '2024-03-10T05:00:00.000Z', '2024-03-11T04:00:00.000Z', 23],
    ['America/New_York', '2024-11-03', '2024-11-03T04:00:00.000Z', '2024-11-04T05:00:00.000Z', 25],
    ['Asia/Kolkata', '2024-06-15', '2024-06-14T18:30:00.000Z', '2024-06-15T18:30:00.000Z', 24],
    // left out, when the island crossed the date line
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', '2011-12-30T10:00:00.000Z', 24],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T10:00:00.000Z', 0],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', '2011-12-31T10:00:00.000Z', 24],
    // changes its clock by half an hour
    ['Australia/Lord_Howe', '2024-04-07', '2024-04-06T13:00:00.000Z', '2024-04-07T13:30:00.000Z', 24.5],
    ['Australia/Lord_Howe', '2024-10-06', '2024-10-05T13:30:00.000Z', '2024-10-06T13:00:00.000Z', 23.5],
    // changed it at midnight: one day began at one o'clock, another held its last hour twice
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z', 23],
    ['America/Sao_Paulo', '2019-02-16', '2019-02-16T02:00:00.000Z', '2019-02-17T03:00:00.000Z', 25],
    // holds its midnight twice
    ['America/Havana', '2024-11-03', '2024-11-03T04:00:00.000Z', '2024-11-04T05:00:00.000Z', 25],
    ['UTC', '2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z', 24],
  ])('%s %s', (zone, day, from, until, hours) => {
    expect(dayIn(day, zone)).toEqual({ from, until })
    expect(Date.parse(until) - Date.parse(from)).toBe(hours * HOUR)
  })

  it('stays within the years that compare as text', () => {
    expect(dayIn('9999-12-31', 'America/New_York')).toEqual({
      from: '9999-12-31T05:00:00.000Z',
      until: '9999-12-31T23:59:59.999Z',
    })
    expect(dayIn('0000-01-01', 'Asia/Kolkata').from).toBe('0000-01-01T00:00:00.000Z')
  })

  it('begins where the day before ends, in every zone and year', () => {
    const zone = fc.constantFrom(
      'Europe/Warsaw',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
    )
    const day = fc.integer({ min: 0, max: 25_000 }).map((n) => addToDate('1970-01-01', n, 'd'))
    fc.assert(
      fc.property(zone, day, (timeZone, date) => {
        const { from, until } = dayIn(date, timeZone)
        expect(until >= from).toBe(true)
        expect(dayIn(addToDate(date, 1, 'd'), timeZone).from).toBe(until)
        // A day that is left out has no moment that could be on it
        if (until > from) expect(todayIn(from, timeZone)).toBe(date)
        const last = new Date(Date.parse(until) - 1).toISOString()
        if (until > from) expect(todayIn(last, timeZone)).toBe(date)
      }),
    )
  })
})

describe('a local time', () => {
  it.each([
    ['once', 'Europe/Warsaw', '2024-06-15T16:00:00', '2024-06-15T14:00:00.000Z'],
    ['skipped', 'Europe/Warsaw', '2024-03-31T02:00:00', '2024-03-31T01:00:00.000Z'],
    ['skipped', 'Europe/Warsaw', '2024-03-31T02:30:00', '2024-03-31T01:00:00.000Z'],
    ['after the gap', 'Europe/Warsaw', '2024-03-31T03:00:00', '2024-03-31T01:00:00.000Z'],
    ['before the gap', 'Europe/Warsaw', '2024-03-31T01:59:59', '2024-03-31T00:59:59.000Z'],
    ['doubled', 'Europe/Warsaw', '2024-10-27T02:30:00', '2024-10-27T00:30:00.000Z'],
    ['skipped', 'America/New_York', '2024-03-10T02:30:00', '2024-03-10T07:00:00.000Z'],
    ['doubled', 'America/New_York', '2024-11-03T01:30:00', '2024-11-03T05:30:00.000Z'],
    ['once', 'Asia/Kolkata', '2024-06-15T00:00:00', '2024-06-14T18:30:00.000Z'],
    ['skipped with its day', 'Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T10:00:00.000Z'],
    ['skipped', 'Australia/Lord_Howe', '2024-10-06T02:15:00', '2024-10-05T15:30:00.000Z'],
    ['doubled', 'Australia/Lord_Howe', '2024-04-07T01:45:00', '2024-04-06T14:45:00.000Z'],
    ['skipped', 'America/Sao_Paulo', '2018-11-04T00:30:00', '2018-11-04T03:00:00.000Z'],
    ['doubled', 'America/Sao_Paulo', '2019-02-16T23:30:00', '2019-02-17T01:30:00.000Z'],
  ])('%s: %s %s', (_how, zone, local, from) => {
    const until = new Date(Date.parse(from) + 1).toISOString()
    expect(momentIn(local, zone)).toEqual({ from, until })
  })

  it('stays within the years that compare as text', () => {
    expect(momentIn('9999-12-31T23:59:59', 'America/New_York').until).toBe('9999-12-31T23:59:59.999Z')
  })
})

describe('adding to a date', () => {
  it.each([
    // the reference says 7 May: a slip of its own
    ['2021-05-15', -7, 'd', '2021-05-08'],
    ['2021-05-15', -2, 'w', '2021-05-01'],
    ['2024-03-31', -1, 'm', '2024-02-29'],
    ['2023-03-31', -1, 'm', '2023-02-28'],
    ['2024-05-31', 1, 'm', '2024-06-30'],
    ['2024-01-15', -1, 'm', '2023-12-15'],
    ['2024-12-31', 2, 'm', '2025-02-28'],
    ['2024-02-29', -1, 'y', '2023-02-28'],
    ['2024-02-29', -4, 'y', '2020-02-29'],
    ['2024-02-29', 1, 'y', '2025-02-28'],
    ['0050-03-31', -1, 'm', '0050-02-28'],
    ['2024-02-28', 1, 'd', '2024-02-29'],
    ['2024-02-28', 0, 'd', '2024-02-28'],
    // no date beyond what four digits can write
    ['2024-01-01', -99_999, 'y', '0000-01-01'],
    ['2024-01-01', 99_999, 'y', '9999-12-31'],
  ] as const)('%s %i%s is %s', (date, amount, unit, sum) => {
    expect(addToDate(date, amount, unit)).toBe(sum)
  })
})

describe('today', () => {
  it.each([
    ['2024-06-14T21:59:59.999Z', 'Europe/Warsaw', '2024-06-14'],
    ['2024-06-14T22:00:00.000Z', 'Europe/Warsaw', '2024-06-15'],
    ['2024-06-15T03:59:59.999Z', 'America/New_York', '2024-06-14'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s is %s', (now, timeZone, date) => {
    expect(todayIn(now, timeZone)).toBe(date)
  })
})

describe('a zone', () => {
  it.each(['UTC', 'Europe/Warsaw', 'Asia/Kolkata'])('%s is known, however often it is asked', (timeZone) => {
    expect([isTimeZone(timeZone), isTimeZone(timeZone)]).toEqual([true, true])
  })

  it.each(['', 'Warsaw', 'constructor', 'Mars/Olympus+05:00', undefined, null, 2])(
    '%s is none',
    (timeZone) => {
      expect(isTimeZone(timeZone)).toBe(false)
    },
  )
})

describe('daysAfter', () => {
  it.each([
    ['2026-11-22T12:00:00.001Z', 0, '2026-11-22T12:00:00.001Z'],
    ['2026-11-22T12:00:00.000Z', 1, '2026-11-23T12:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 180, '2026-09-24T12:00:00.000Z'],
    ['2028-02-28T23:59:59.999Z', 1, '2028-02-29T23:59:59.999Z'],
    ['2026-11-22T12:00:00.000Z', Infinity, '9999-12-31T23:59:59.999Z'],
  ])('of %s, %d days', (instant, days, later) => {
    expect(daysAfter(instant, days)).toBe(later)
  })
})

describe('hoursAfter', () => {
  it.each([
    ['2026-11-22T12:00:00.001Z', 0, '2026-11-22T12:00:00.001Z'],
    ['2026-11-22T12:00:00.000Z', 24, '2026-11-23T12:00:00.000Z'],
    ['2028-02-28T23:59:59.999Z', 1, '2028-02-29T00:59:59.999Z'],
    ['2026-11-22T12:00:00.000Z', Infinity, '9999-12-31T23:59:59.999Z'],
  ])('of %s, %d hours', (instant, hours, later) => {
    expect(hoursAfter(instant, hours)).toBe(later)
  })
})

describe('a day that is asked again', () => {
  it('is the same day, however many others were asked since', () => {
    const first = dayIn('2024-03-31', 'Europe/Warsaw')
    expect(dayIn('2024-03-31', 'UTC')).not.toEqual(first)
    for (let i = 0; i < 1001; i++) dayIn(addToDate('2024-03-31', i, 'd'), 'Europe/Warsaw')
    expect(dayIn('2024-03-31', 'Europe/Warsaw')).toEqual(first)
    expect(first.until).toBe('2024-03-31T22:00:00.000Z')
  })
})
