import { describe, expect, it } from 'vitest'
import { matches } from '../matching.js'

/** Whether an order at a moment counts, in a zone and at a time of asking. */
const ordered = (at: string, query: string, timeZone: string, now?: string): boolean =>
  matches(query, { statistics: { lastOrderAt: at } }, { timeZone, ...(now === undefined ? {} : { now }) })

const before = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()

describe('a day begins and ends in the shop’s zone', () => {
  it.each([
    // zone, day, its first moment, the first after it
    ['Europe/Warsaw', '2024-03-31', '2024-03-30T23:00:00.000Z', '2024-03-31T22:00:00.000Z'],
    ['Europe/Warsaw', '2024-10-27', '2024-10-26T22:00:00.000Z', '2024-10-27T23:00:00.000Z'],
    ['America/New_York', '2024-03-10', '2024-03-10T05:00:00.000Z', '2024-03-11T04:00:00.000Z'],
    ['America/New_York', '2024-11-03', '2024-11-03T04:00:00.000Z', '2024-11-04T05:00:00.000Z'],
    ['Asia/Kolkata', '2024-06-15', '2024-06-14T18:30:00.000Z', '2024-06-15T18:30:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', '2011-12-31T10:00:00.000Z'],
    ['Australia/Lord_Howe', '2024-04-07', '2024-04-06T13:00:00.000Z', '2024-04-07T13:30:00.000Z'],
    ['Australia/Lord_Howe', '2024-10-06', '2024-10-05T13:30:00.000Z', '2024-10-06T13:00:00.000Z'],
    ['Asia/Kathmandu', '2024-06-15', '2024-06-14T18:15:00.000Z', '2024-06-15T18:15:00.000Z'],
    ['Pacific/Chatham', '2024-04-07', '2024-04-06T10:15:00.000Z', '2024-04-07T11:15:00.000Z'],
    ['Asia/Beirut', '2024-03-31', '2024-03-30T22:00:00.000Z', '2024-03-31T21:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    ['America/Sao_Paulo', '2019-02-16', '2019-02-16T02:00:00.000Z', '2019-02-17T03:00:00.000Z'],
  ])('%s %s', (zone, day, first, after) => {
    const moments = [before(first), first, before(after), after]
    const answers = (operator: string, values = day): string =>
      moments.map((at) => (ordered(at, `last_order_date ${operator} ${values}`, zone) ? 1 : 0)).join('')
    expect(answers('=')).toBe('0110')
    expect(answers('!=')).toBe('1001')
    expect(answers('>')).toBe('0001')
    expect(answers('>=')).toBe('0111')
    expect(answers('<')).toBe('1000')
    expect(answers('<=')).toBe('1110')
    expect(answers('BETWEEN', `${day} AND ${day}`)).toBe('0110')
  })

  it('a day that the zone left out is nobody’s', () => {
    const moments = ['2011-12-30T09:59:59.999Z', '2011-12-30T10:00:00.000Z']
    const answers = (operator: string): boolean[] =>
      moments.map((at) => ordered(at, `last_order_date ${operator} 2011-12-30`, 'Pacific/Apia'))
    expect(answers('=')).toEqual([false, false])
    expect(answers('<')).toEqual([true, false])
    expect(answers('>')).toEqual([false, true])
  })
})

describe('a local moment', () => {
  it.each([
    ['>', '000011'],
    ['>=', '000111'],
    ['<', '111000'],
    ['<=', '111100'],
    ['=', '000100'],
    ['!=', '111011'],
  ])('%s it', (operator, expected) => {
    // 16:00 in Warsaw in summer is 14:00 in UTC
    const moments = [
      '2020-05-29T14:00:00.000Z',
      '2020-05-30T00:00:00.000Z',
      '2020-05-30T13:59:59.999Z',
      '2020-05-30T14:00:00.000Z',
      '2020-05-30T14:00:00.001Z',
      '2020-05-31T00:00:00.000Z',
    ]
    const query = `last_order_date ${operator} 2020-05-30T16:00:00`
    expect(moments.map((at) => (ordered(at, query, 'Europe/Warsaw') ? 1 : 0)).join('')).toBe(expected)
  })

  it('that the clock skips means the moment after the gap, a doubled one the first', () => {
    const from = (local: string, at: string): boolean =>
      ordered(at, `last_order_date >= ${local}`, 'Europe/Warsaw')
    expect(from('2024-03-31T02:30:00', '2024-03-31T01:00:00.000Z')).toBe(true)
    expect(from('2024-03-31T02:30:00', '2024-03-31T00:59:59.999Z')).toBe(false)
    expect(from('2024-10-27T02:30:00', '2024-10-27T00:30:00.000Z')).toBe(true)
    expect(from('2024-10-27T02:30:00', '2024-10-27T00:29:59.999Z')).toBe(false)
  })
})

describe('a day counted from today', () => {
  it.each([
    // now, the date as typed, the day that is meant
    ['2021-05-15T12:00:00.000Z', '-7d', '2021-05-08'],
    ['2021-05-15T12:00:00.000Z', '-2w', '2021-05-01'],
    ['2021-05-15T12:00:00.000Z', '-1m', '2021-04-15'],
    ['2021-05-15T12:00:00.000Z', '-1y', '2020-05-15'],
    ['2021-05-15T12:00:00.000Z', '+3D', '2021-05-18'],
    ['2021-05-15T12:00:00.000Z', 'today', '2021-05-15'],
    ['2021-05-15T12:00:00.000Z', 'YESTERDAY', '2021-05-14'],
    ['2021-05-15T12:00:00.000Z', "'today'", '2021-05-15'],
    ['2021-05-15T12:00:00.000Z', '7_days_ago', '2021-05-08'],
    ['2021-05-15T12:00:00.000Z', '30_days_ago', '2021-04-15'],
    ['2021-05-15T12:00:00.000Z', '90_days_ago', '2021-02-14'],
    ['2021-05-15T12:00:00.000Z', '12_months_ago', '2020-05-15'],
    // months clamp at their ends
    ['2024-03-31T12:00:00.000Z', '-1m', '2024-02-29'],
    ['2023-03-31T12:00:00.000Z', '-1m', '2023-02-28'],
    ['2024-02-29T12:00:00.000Z', '-1y', '2023-02-28'],
    // today is the shop's: in Warsaw it is tomorrow already
    ['2021-05-15T22:00:00.000Z', 'today', '2021-05-16'],
    ['2021-05-15T21:59:59.999Z', 'today', '2021-05-15'],
  ])('at %s, %s is %s', (now, typed, day) => {
    const noon = `${day}T10:00:00.000Z`
    expect(ordered(noon, `last_order_date = ${typed}`, 'Europe/Warsaw', now)).toBe(true)
    expect(ordered(noon, `last_order_date > ${typed}`, 'Europe/Warsaw', now)).toBe(false)
    expect(ordered(noon, `last_order_date < ${typed}`, 'Europe/Warsaw', now)).toBe(false)
  })

  it('may stand beside a date in one range, both ends included', () => {
    const now = '2021-05-15T12:00:00.000Z'
    const query = 'last_order_date BETWEEN 2021-05-01 AND -7d'
    const days = ['2021-04-30', '2021-05-01', '2021-05-08', '2021-05-09']
    expect(days.map((day) => ordered(`${day}T12:00:00.000Z`, query, 'UTC', now))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it.each(['-99999y', '+99999y', '-99999m'])('may lie beyond all time: %s', (typed) => {
    const isPast = typed.startsWith('-')
    expect(ordered('2024-06-15T12:00:00.000Z', `last_order_date > ${typed}`, 'Asia/Kolkata')).toBe(isPast)
    expect(ordered('2024-06-15T12:00:00.000Z', `last_order_date < ${typed}`, 'America/New_York')).toBe(
      !isPast,
    )
  })
})
